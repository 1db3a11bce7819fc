import type { Design } from '../model/design.ts';
import { asResourceId, type ResourceId } from '../model/ids.ts';
import type { Resource, ResourceKind, ResourceOfKind } from '../model/resources/index.ts';
import { describeResource } from './nouns.ts';
import { refuse } from './refusal.ts';

/** Where something is dropped. */
export type Container =
  | { readonly kind: 'canvas' }
  | { readonly kind: 'zone'; readonly vpc: ResourceId; readonly zone: string }
  | { readonly kind: 'resource'; readonly id: ResourceId; readonly resource: Resource };

const ZONE_KEY = /^zone:(.+):([^:]+)$/;
const STANDBY_KEY = /^standby:(.+)$/;

/** The key of a zone drawn in a VPC: zones are no resources, yet they have a box and take drops. */
export const zoneKey = (vpc: ResourceId, zone: string): string => `zone:${vpc}:${zone}`;

/** The VPC and zone of a key made by {@link zoneKey}; `undefined` for a resource id. */
export function parseZoneKey(key: string): { readonly vpc: ResourceId; readonly zone: string } | undefined {
  const [, vpc, zone] = ZONE_KEY.exec(key) ?? [];
  return vpc === undefined || zone === undefined ? undefined : { vpc: asResourceId(vpc), zone };
}

/** The DB instance of the key of its second node, `standby:<id>`; any other key is itself. */
export const ownerOfKey = (key: string): string => STANDBY_KEY.exec(key)?.[1] ?? key;

/** Reads a container key: a resource id, a zone key, the key of a standby, or nothing for the canvas. */
export function readContainer(design: Design, given: string | undefined): Container {
  if (given === undefined) return { kind: 'canvas' };
  const key = ownerOfKey(given);
  if (Object.hasOwn(design.resources, key)) {
    const id = asResourceId(key);
    const resource = design.resources[id];
    if (resource) return { kind: 'resource', id, resource };
  }
  const zone = parseZoneKey(key);
  if (zone && design.resources[zone.vpc]?.kind === 'vpc') return { kind: 'zone', ...zone };
  return refuse(`${key} is not in the design.`);
}

/** The resource dropped on, if it is of that kind. */
export function containerOf<Kind extends ResourceKind>(container: Container, kind: Kind): { readonly id: ResourceId; readonly value: ResourceOfKind<Kind> } | undefined {
  if (container.kind !== 'resource' || container.resource.kind !== kind) return undefined;
  return { id: container.id, value: container.resource as ResourceOfKind<Kind> };
}

/** As a refusal names it: "subnet app-a", "zone us-east-1a", "the empty canvas". */
export function describeContainer(container: Container): string {
  if (container.kind === 'canvas') return 'the empty canvas';
  return container.kind === 'zone' ? `zone ${container.zone}` : describeResource(container.resource);
}
