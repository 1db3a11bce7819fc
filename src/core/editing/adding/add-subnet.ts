import type { ResourceId } from '../../model/ids.ts';
import { containerOf, type Container } from '../container.ts';
import type { Draft } from '../draft.ts';
import { nextSubnetBlock, SMALLEST_BLOCK_PREFIX, usualSubnetPrefix } from '../free-addresses.ts';
import { subnetsOf, zonesOf } from '../members.ts';
import { uniqueName } from '../names.ts';
import { refuse } from '../refusal.ts';
import { refusePlace, type Adder } from './adding.ts';
import { nextZone } from './add-vpc.ts';

/** `a` of `us-east-1a`. */
export const zoneLetter = (zone: string): string => zone.slice(-1);

function quietestZone(draft: Draft, vpc: ResourceId): string {
  const subnets = subnetsOf(draft.design, vpc);
  const countIn = (zone: string): number => subnets.filter(({ value }) => value.availabilityZone === zone).length;
  const zones = zonesOf(draft.design, vpc);
  const [first] = [...zones].sort((a, b) => countIn(a) - countIn(b));
  return first ?? nextZone(draft, vpc) ?? refuse(`${draft.nameOf(vpc)} lies in no Region whose zones are known; choose its Region first.`);
}

/** The block a new subnet gets: the next free one of the size its siblings use, else of the next smaller size there is. */
function blockForSubnet(draft: Draft, vpc: ResourceId): string {
  const value = draft.need(vpc, 'vpc');
  for (let length = usualSubnetPrefix(draft.design, vpc, value); length <= SMALLEST_BLOCK_PREFIX; length += 1) {
    const block = nextSubnetBlock(draft.design, vpc, length);
    if (block !== undefined) return block;
  }
  return refuse(`${value.name} (${value.cidr}) has no free block of /${SMALLEST_BLOCK_PREFIX} or larger left; add a secondary CIDR block first.`);
}

export interface NewSubnet {
  readonly vpc: ResourceId;
  readonly zone: string;
  readonly name: string;
  readonly cidr: string;
  readonly autoAssignPublicIp?: boolean;
  readonly routeTable?: ResourceId;
}

/** Makes a subnet as AWS does: on the main route table and the default network ACL, without public addresses. */
export function makeSubnet(draft: Draft, { vpc, zone, name, cidr, autoAssignPublicIp = false, routeTable }: NewSubnet): ResourceId {
  const subnet = draft.add('subnet', {
    kind: 'subnet',
    name,
    vpc,
    availabilityZone: zone,
    cidr,
    autoAssignPublicIp,
    ...(routeTable !== undefined && { routeTable }),
  });
  const zones = draft.need(vpc, 'vpc').availabilityZones;
  if (!zones.includes(zone)) draft.change(vpc, 'vpc', { availabilityZones: [...zones, zone] });
  return subnet;
}

function placeOf(draft: Draft, container: Container): { readonly vpc: ResourceId; readonly zone: string } {
  if (container.kind === 'zone') return container;
  const vpc = containerOf(container, 'vpc') ?? refusePlace('subnet', container);
  return { vpc: vpc.id, zone: quietestZone(draft, vpc.id) };
}

/** Adds a subnet to the zone dropped on, or to the zone of the VPC that has the fewest. */
export const addSubnet: Adder = (draft, { container, at, name }) => {
  const { vpc, zone } = placeOf(draft, container);
  const cidr = blockForSubnet(draft, vpc);
  const title = name ?? uniqueName(draft.design, `subnet-${zoneLetter(zone)}`);
  const subnet = makeSubnet(draft, { vpc, zone, name: title, cidr });
  draft.place(subnet, at);
  return { said: `Add subnet ${title} (${cidr}) to ${zone} of ${draft.nameOf(vpc)}`, select: [subnet] };
};
