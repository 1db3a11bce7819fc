import type { Design } from '../model/design.ts';
import type { ResourceId } from '../model/ids.ts';
import { resourceSchema, type Resource } from '../model/resources/index.ts';
import { isArray, isContainer } from '../patch/json.ts';
import type { EditResult } from './edit-result.ts';
import { edit } from './edit.ts';
import { refuse } from './refusal.ts';

/** Fields that say where a resource belongs or that move others along; each has an edit of its own. */
const OWN_EDITS: Readonly<Record<string, string>> = {
  kind: 'The kind of a resource does not change; delete it and add another.',
  vpc: 'A resource changes its VPC by being moved.',
  subnet: 'A resource changes its subnet by being moved.',
  region: 'A resource changes its Region by being moved.',
  mainRouteTable: 'The main route table is changed by making another table the main one.',
  multiAz: 'Multi-AZ is turned on and off with the standby.',
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

/**
 * Sets one plain field of a resource, in itself or in one of its rows. The result is checked against the schema of its
 * kind, so that no form can make a design that does not open again. What has consequences elsewhere is refused with the
 * name of the edit that knows them.
 */
export function setField(design: Design, { resource: id, path, value }: SetFieldRequest): EditResult {
  return edit(design, (draft) => {
    const resource = draft.find(id) ?? refuse(`${id} is not in the design.`);
    const [field = ''] = path;
    const own = path.length === 1 && Object.hasOwn(OWN_EDITS, field) ? OWN_EDITS[field] : undefined;
    if (own !== undefined) refuse(own);
    if (field === 'cidr' && path.length === 1) refuse(`The CIDR block of ${draft.nameOf(id)} is changed together with what lies in it.`);
    draft.put(id, checked(withValueAt(resource, path, value), draft.nameOf(id)));
    const verb = value === undefined ? 'Clear' : 'Set';
    return { said: `${verb} ${fieldWords(path)} of ${draft.nameOf(id)}${sayValue(value)}`, select: [id] };
  });
}
