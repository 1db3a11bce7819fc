import { asResourceId, asRowId, nextRowId, type ResourceId } from '../../model/ids.ts';
import { shorten } from '../../model/quote.ts';
import type { IamRole, RolePolicy } from '../../model/resources/iam-role.ts';
import type { Draft } from './draft.ts';
import { textIn, type SourcedRecord } from './record.ts';

/** The file's name without folders and ending, as one who saves an answer for each role names it. */
function fileName(path: string): string {
  const base = (path.split('/').at(-1) ?? path).replace(/\.json$/i, '');
  try {
    return decodeURIComponent(base);
  } catch {
    return base;
  }
}

/** Whether a file is called like a thing: `web.json`, `list-attached-role-policies-web.json`. */
export function isFileOf(path: string, name: string): boolean {
  const file = fileName(path);
  return file === name || ['-', '_', '.', ' '].some((mark) => file.endsWith(`${mark}${name}`));
}

/** The role that an answer is about: by the name in it or beside it, else by the file's name, of which the longest counts. */
export function roleOfAnswer(draft: Draft, { record, document, source }: SourcedRecord): ResourceId | undefined {
  const roles = draft.all('iam-role').filter(([, { account }]) => source.account === undefined || account === undefined || account === source.account);
  const told = textIn(record, 'RoleName') ?? textIn(document, 'RoleName');
  if (told !== undefined) return roles.find(([, { name }]) => name === told)?.[0];
  return roles.filter(([, { name }]) => isFileOf(source.path, name)).sort(([, a], [, b]) => b.name.length - a.name.length)[0]?.[0];
}

/** Says that an answer about a role names none that is in the files. */
export function noteNoRole(draft: Draft, { source }: SourcedRecord, key: string): void {
  const sentence = `"${key}" in ${shorten(source.path)} does not say which role it is of, or the files lack that role; put RoleName beside it, and the answer of "aws iam list-roles" to it.`;
  draft.note({ type: key, count: 1, outcome: 'broken-reference', sentence });
}

const isSame = (a: RolePolicy, b: RolePolicy): boolean => a.name === b.name && a.arn === b.arn;

/** Adds a policy to a role, or its document to the policy that is there already. */
export function putPolicy(draft: Draft, role: ResourceId, policy: RolePolicy): void {
  draft.change(role, 'iam-role', (value) => {
    const known = Object.entries(value.policies).find(([, other]) => isSame(other, policy))?.[0];
    const row = known === undefined ? nextRowId('policy', value.policies) : asRowId(known);
    return { ...value, policies: { ...value.policies, [row]: { ...value.policies[row], ...policy } } };
  });
}

type Part = 'attached' | 'inline';
const answered = new WeakMap<Draft, Map<ResourceId, Set<Part>>>();

/** Says that the files hold all policies of one sort that a role has; with both sorts its policies are known. */
export function markPoliciesKnown(draft: Draft, role: ResourceId, part: Part): void {
  const ofDraft = answered.get(draft) ?? new Map<ResourceId, Set<Part>>();
  answered.set(draft, ofDraft);
  const parts = (ofDraft.get(role) ?? new Set<Part>()).add(part);
  ofDraft.set(role, parts);
  if (parts.size < 2) return;
  draft.change(role, 'iam-role', (value): IamRole => {
    const { policiesKnown: _, ...known } = value;
    return known;
  });
}

/** Gives every policy and boundary with this ARN its document. */
export function putManagedDocument(draft: Draft, isIt: (policy: { readonly arn?: string | undefined }) => boolean, document: RolePolicy['document']): boolean {
  let isUsed = false;
  for (const [id, { policies, permissionsBoundary: boundary }] of draft.all('iam-role')) {
    const rows = Object.entries(policies).map(([row, policy]) => [row, isIt(policy) ? { ...policy, document } : policy] as const);
    const isBoundary = boundary !== undefined && isIt(boundary);
    if (!isBoundary && rows.every(([row, policy]) => policies[asRowId(row)] === policy)) continue;
    isUsed = true;
    draft.change(id, 'iam-role', (value) => ({ ...value, policies: Object.fromEntries(rows), ...(isBoundary && { permissionsBoundary: { ...boundary, document } }) }));
  }
  return isUsed;
}

/** A role is known by its ARN, which names account and path. */
export const roleIdOf = (arn: string): ResourceId => asResourceId(arn);
