import { readCidr } from '@core/address/cidr.ts';
import { interfacesOf, subnetsOf } from '@core/editing/members.ts';
import { attachmentOf } from '@core/editing/transit-gateways.ts';
import type { Design } from '@core/model/design.ts';
import { asResourceId, type ResourceId } from '@core/model/ids.ts';
import type { Resource, ResourceKind, ResourceOfKind } from '@core/model/resources/index.ts';
import type { Choice, ChoiceSection } from '../../controls/choice.ts';
import { glyphOf } from '../parts/glyph-of.ts';
import { findOfKind, nameOf } from '../parts/name-of.ts';

interface TargetGroup {
  readonly title: string;
  readonly kinds: readonly ResourceKind[];
}

/** Everything a route may point at (VPC User Guide, VPC_Route_Tables). */
const GROUPS: readonly TargetGroup[] = [
  { title: 'Gateways', kinds: ['internet-gateway', 'egress-only-internet-gateway', 'virtual-private-gateway', 'vpc-peering-connection', 'nat-gateway', 'transit-gateway'] },
  { title: 'Instances', kinds: ['instance'] },
  { title: 'Network interfaces', kinds: ['network-interface'] },
  { title: 'Not modelled', kinds: ['unmodelled'] },
];

const vpcOfSubnet = (design: Design, subnet: ResourceId | undefined): ResourceId | undefined => findOfKind(design, subnet, 'subnet')?.vpc;

/** The VPC a target serves; `undefined` for one that serves none now. */
function vpcOfTarget(design: Design, id: ResourceId, resource: Resource): ResourceId | undefined {
  if (resource.kind === 'instance') return vpcOfSubnet(design, interfacesOf(design, id)[0]?.value.subnet);
  if (resource.kind === 'network-interface') return vpcOfSubnet(design, resource.subnet);
  if (resource.kind === 'nat-gateway') return resource.vpc ?? vpcOfSubnet(design, resource.subnet);
  return 'vpc' in resource ? resource.vpc : undefined;
}

/** A peering serves both of its VPCs. */
function homeOfPeering({ requester, accepter }: ResourceOfKind<'vpc-peering-connection'>, vpc: ResourceId): ResourceId | undefined {
  return accepter.vpc === vpc ? vpc : (requester.vpc ?? accepter.vpc);
}

function detailOf(design: Design, id: ResourceId, resource: Resource): string | undefined {
  if (resource.kind === 'network-interface') return Object.values(resource.addresses)[0]?.address;
  if (resource.kind === 'instance') return Object.values(interfacesOf(design, id)[0]?.value.addresses ?? {})[0]?.address;
  return resource.kind === 'nat-gateway' ? Object.values(resource.addresses)[0]?.privateAddress : undefined;
}

function choiceOf(design: Design, id: ResourceId, { resource, vpc }: { readonly resource: Resource; readonly vpc: ResourceId }): Choice | undefined {
  const isAttachedTransit = resource.kind === 'transit-gateway' && attachmentOf(design, id, vpc) !== undefined;
  const home = isAttachedTransit ? vpc : resource.kind === 'vpc-peering-connection' ? homeOfPeering(resource, vpc) : vpcOfTarget(design, id, resource);
  if (home !== undefined && home !== vpc) return undefined;
  const isDetached = home === undefined && resource.kind !== 'unmodelled';
  const sentence = isDetached ? resource.kind === 'transit-gateway' ? `${nameOf(design, vpc)} is not attached to it; attach it first.` : `Attached to no VPC; attach it to ${nameOf(design, vpc)} first.` : undefined;
  return {
    value: id,
    label: nameOf(design, id),
    glyph: glyphOf(resource),
    hue: 'own',
    detail: detailOf(design, id, resource),
    disabled: isDetached,
    sentence,
    keywords: [id],
  };
}

const LOCAL: Choice = { value: 'local', label: 'local', sentence: 'The VPC itself.' };

/** Whether a destination is a block of the VPC or of one of its subnets: only those may be local. */
function isOwnBlock(design: Design, vpc: ResourceId, destination: string): boolean {
  const home = findOfKind(design, vpc, 'vpc');
  const blocks = home
    ? [home.cidr, ...Object.values(home.secondaryCidrs).map(({ cidr }) => cidr), ...Object.values(home.ipv6Cidrs).map(({ cidr }) => cidr)]
    : [];
  const subnets = subnetsOf(design, vpc).flatMap(({ value }) => [value.cidr, value.ipv6Cidr]);
  return readCidr(destination) !== undefined && [...blocks, ...subnets].includes(destination);
}

/** What a route of a table of that VPC may point at, by kind; what is attached to nothing says so. */
export function listTargets(design: Design, vpc: ResourceId, destination: string): readonly ChoiceSection[] {
  const sections = GROUPS.map(({ title, kinds }): ChoiceSection => ({
    title,
    choices: Object.entries(design.resources).flatMap(([id, resource]) => {
      const choice = kinds.includes(resource.kind) ? choiceOf(design, asResourceId(id), { resource, vpc }) : undefined;
      return choice ? [choice] : [];
    }),
  }));
  const local = isOwnBlock(design, vpc, destination) ? [{ title: 'Inside', choices: [LOCAL] }] : [];
  return [...local, ...sections.filter(({ choices }) => choices.length > 0)];
}
