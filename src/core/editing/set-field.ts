import type { Design } from '../model/design.ts';
import type { ResourceId } from '../model/ids.ts';
import { resourceSchema, type Resource } from '../model/resources/index.ts';
import { isArray, isContainer } from '../patch/json.ts';
import type { Draft } from './draft.ts';
import type { EditResult } from './edit-result.ts';
import { edit } from './edit.ts';
import { rewireReferences } from './references.ts';
import { refuse } from './refusal.ts';

/** Fields that say where a resource belongs or that move others along; each has an edit of its own. */
const OWN_EDITS: Readonly<Record<string, string>> = {
  kind: 'The kind of a resource does not change; delete it and add another.',
  vpc: 'A resource changes its VPC by being moved.',
  subnet: 'A resource changes its subnet by being moved.',
  region: 'A resource changes its Region by being moved.',
  availabilityZone: 'A resource changes its Availability Zone by being moved.',
  attachment: 'A network interface is attached and detached by edits of their own.',
  mainRouteTable: 'The main route table is changed by making another table the main one.',
  routeTable: 'A subnet changes its route table by being associated with another.',
  networkAcl: 'A subnet changes its network ACL by being associated with another.',
  securityGroups: 'Security groups are given and taken away together with those of the network interfaces.',
  multiAz: 'Multi-AZ is turned on and off together with the standby.',
  addresses: 'Addresses are changed by edits that look for free ones.',
  routes: 'Routes are changed by edits that check their targets.',
  inbound: 'Rules are changed by edits that check them.',
  outbound: 'Rules are changed by edits that check them.',
};

export interface SetFieldRequest {
  readonly resource: ResourceId;
  /** The field, or the way to it through rows: `['autoAssignPublicIp']`, `['services', 'service-1', 'port']`. */
  readonly path: readonly string[];
  /** `undefined` takes an optional field away. */
  readonly value: unknown;
}

function withValueAt(holder: unknown, path: readonly string[], value: unknown): unknown {
  const [key, ...rest] = path;
  if (key === undefined) return value;
  if (!isContainer(holder) || isArray(holder)) return refuse(`${key} cannot be set: what should hold it is not there.`);
  const { [key]: before, ...others } = holder;
  const after = rest.length === 0 ? value : withValueAt(before, rest, value);
  return after === undefined ? others : { ...others, [key]: after };
}

/** "autoAssignPublicIp" as people read it: "auto assign public ip". */
const fieldWords = (path: readonly string[]): string => (path[path.length - 1] ?? '').replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);

const sayValue = (value: unknown): string => (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? ` to ${String(value)}` : '');

function checked(changed: unknown, name: string): Resource {
  const parsed = resourceSchema.safeParse(changed);
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  const field = issue?.path.map(String).join(' › ') ?? '';
  return refuse(`${field === '' ? 'This' : field} of ${name} cannot be set: ${issue?.message ?? 'the value is of the wrong kind'}.`.replace(/\.\.$/, '.'));
}

const referencesOf = (resource: Resource): readonly ResourceId[] => {
  const found: ResourceId[] = [];
  rewireReferences(resource, (id) => {
    found.push(id);
    return id;
  });
  return found;
};

function refuseDangling(draft: Draft, before: Resource, changed: Resource): void {
  const known = new Set(referencesOf(before));
  const missing = referencesOf(changed).find((id) => !known.has(id) && !draft.find(id));
  if (missing !== undefined) refuse(`${missing} is not in the design.`);
}

/**
 * Sets one plain field of a resource, in itself or in one of its rows. The result is checked against the schema of its
 * kind, so that no form can make a design that does not open again. What has consequences elsewhere is refused with the
 * name of the edit that knows them.
 */
export function setField(design: Design, { resource: id, path, value }: SetFieldRequest): EditResult {
  return edit(design, (draft) => {
    const resource = draft.find(id) ?? refuse(`${id} is not in the design.`);
    const [field = ''] = path;
    const own = Object.hasOwn(OWN_EDITS, field) ? OWN_EDITS[field] : undefined;
    if (own !== undefined) refuse(own);
    if (field === 'state' && resource.kind === 'instance') refuse(`${draft.nameOf(id)} is started, stopped and terminated by an edit that knows its addresses.`);
    if (field === 'cidr') refuse(`The CIDR block of ${draft.nameOf(id)} is changed together with what lies in it.`);
    const changed = checked(withValueAt(resource, path, value), draft.nameOf(id));
    refuseDangling(draft, resource, changed);
    draft.put(id, changed);
    const verb = value === undefined ? 'Clear' : 'Set';
    return { said: `${verb} ${fieldWords(path)} of ${draft.nameOf(id)}${sayValue(value)}`, select: [id] };
  });
}
