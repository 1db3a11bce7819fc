import type { Design } from '../../model/design.ts';
import type { RandomSource, ResourceId } from '../../model/ids.ts';
import type { Subnet } from '../../model/resources/index.ts';
import { nextZone } from '../adding/add-vpc.ts';
import { readContainer, zoneKey } from '../container.ts';
import type { Draft, Entry } from '../draft.ts';
import type { EditResult } from '../edit-result.ts';
import { edit } from '../edit.ts';
import { subnetsOf, zonesOf } from '../members.ts';
import { refuse } from '../refusal.ts';
import { copyFragment } from './fragment.ts';
import { paste } from './paste-fragment.ts';
import { routeInZone } from './route-in-zone.ts';

interface Tier {
  readonly vpc: ResourceId;
  readonly from: string;
  readonly to: string;
  readonly subnets: readonly ResourceId[];
}

/** The subnets that are meant: those selected, or all of a zone. */
function subnetsMeant(draft: Draft, keys: readonly string[]): readonly Entry<Subnet>[] {
  return draft.list('subnet').filter(({ id, value }) => keys.includes(id) || keys.includes(zoneKey(value.vpc, value.availabilityZone)));
}

/** Where they go: a zone of the VPC that has none of their tier yet, else the next one of its Region. */
function tierOf(draft: Draft, keys: readonly string[]): Tier {
  const meant = subnetsMeant(draft, keys);
  const [first] = meant;
  if (!first) return refuse('Select a zone, or subnets of one zone, to duplicate into another.');
  const { vpc, availabilityZone: from } = first.value;
  if (meant.some(({ value }) => value.vpc !== vpc || value.availabilityZone !== from)) refuse('Select subnets of one zone; these stand in several.');
  const stems = new Set(meant.map(({ value }) => toZoneName(value.name, from, '')));
  const hasTier = (zone: string): boolean => subnetsOf(draft.design, vpc).some(({ value }) => value.availabilityZone === zone && stems.has(toZoneName(value.name, zone, '')));
  const to = zonesOf(draft.design, vpc).find((zone) => zone !== from && !hasTier(zone)) ?? nextZone(draft, vpc);
  if (to === undefined) return refuse(`Every zone of ${draft.nameOf(vpc)} has these subnets already.`);
  return { vpc, from, to, subnets: meant.map(({ id }) => id) };
}

/** `app-a` in us-east-1b is `app-b`. */
function toZoneName(name: string, from: string, to: string): string {
  const letter = `-${from.slice(-1)}`;
  return name.endsWith(letter) ? `${name.slice(0, -letter.length)}${to === '' ? '' : `-${to.slice(-1)}`}` : name;
}

/**
 * Copies a zone, or subnets of one zone, into another zone of the VPC: with everything in them, free blocks of the same
 * sizes, fresh addresses, and names that follow the zone. ACLs and groups stay shared, and tables that lead through no zone.
 */
export function duplicateIntoZone(design: Design, { keys, random }: { readonly keys: readonly string[]; readonly random: RandomSource }): EditResult {
  return edit(
    design,
    (draft) => {
      const { vpc, from, to, subnets } = tierOf(draft, keys);
      const copied = copyFragment(design, { keys: subnets }) ?? refuse('Nothing is selected; select what to duplicate first.');
      const layout = Object.fromEntries(Object.entries(copied.layout).filter(([key]) => !subnets.includes(key as ResourceId)));
      const zones = draft.need(vpc, 'vpc').availabilityZones;
      if (!zones.includes(to)) draft.change(vpc, 'vpc', { availabilityZones: [...zones, to] });
      const container = readContainer(draft.design, zoneKey(vpc, to));
      const rename = (name: string): string => toZoneName(name, from, to);
      const { said, select } = paste(draft, { fragment: { ...copied, layout }, container, at: undefined, verb: `Duplicate into ${to} as`, rename });
      return { said: `${said}${routeInZone(draft, { vpc, from, to, subnets: select, rename })}`, select };
    },
    random,
  );
}
