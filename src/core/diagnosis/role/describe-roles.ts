import type { IamRoleFacts, RoleNeed } from '../../findings/report.ts';
import { buildLookup } from '../../lookup/build-lookup.ts';
import type { Lookup } from '../../lookup/entries.ts';
import type { Design } from '../../model/design.ts';
import { asResourceId } from '../../model/ids.ts';
import { findRole } from './find-role.ts';
import type { Asker, JudgedNeed } from './judge-needs.ts';
import { roleAnswerOf, trustOf } from './role-answer.ts';
import { sayArn, sayDeciding } from './say-needs.ts';
import type { SortedNeeds } from './sort-needs.ts';

const UNDECIDED: Readonly<Record<string, string>> = { 'not-allowed': 'no policy allows it', unknown: 'the design cannot tell' };

function sayNeed(asker: Asker, { need, answer: given }: JudgedNeed, answer: RoleNeed['answer']): RoleNeed {
  const because = given.because && given.decision !== 'unknown' ? sayDeciding(given.because) : (UNDECIDED[given.decision] ?? given.decision);
  const open = given.decision === 'unknown' && given.because ? `${sayDeciding(given.because)}, as far as is known` : because;
  return { instance: asker.id, action: need.action, resource: sayArn(need.resource), answer, because: open };
}

function sayAll(asker: Asker, { refused, open, allowed }: SortedNeeds): readonly RoleNeed[] {
  return [...refused.map((one) => sayNeed(asker, one, 'denied')), ...open.map((one) => sayNeed(asker, one, 'unknown')), ...allowed.map((one) => sayNeed(asker, one, 'allowed'))];
}

function needsOfInstance(lookup: Lookup, asker: Asker): readonly RoleNeed[] {
  const answer = roleAnswerOf(lookup, asker);
  return answer.kind === 'judged' ? sayAll(asker, answer.needs) : [];
}

function hasRoles({ resources }: Design): boolean {
  for (const id in resources) if (resources[asResourceId(id)]?.kind === 'iam-role') return true;
  return false;
}

const described = new WeakMap<Design['resources'], Readonly<Record<string, IamRoleFacts>>>();

/** What the instances with each role of a design ask of AWS, and what IAM answers: refusals first. By the role's id. */
export function describeRoles(design: Design): Readonly<Record<string, IamRoleFacts>> {
  const known = described.get(design.resources);
  if (known) return known;
  if (!hasRoles(design)) return {};
  const lookup = buildLookup(design);
  const roles = lookup.byKind['iam-role'];
  const askers = roles.length === 0 ? [] : [...lookup.instances.values()].filter(({ value }) => value.role !== undefined).map((entry): Asker => ({ id: entry.id, instance: entry.value, interface: entry.interfaces[0] }));
  const ofRole = new Map<string, Asker[]>();
  for (const asker of askers) {
    const role = findRole(lookup, asker.instance)?.id;
    if (role !== undefined) ofRole.set(role, [...(ofRole.get(role) ?? []), asker]);
  }
  const facts = Object.fromEntries(
    roles.map(({ id, value }) => {
      const own = ofRole.get(id) ?? [];
      return [id, { kind: 'iam-role' as const, trust: trustOf(value), instances: own.map((asker) => asker.id), needs: own.flatMap((asker) => needsOfInstance(lookup, asker)) }];
    }),
  );
  described.set(design.resources, facts);
  return facts;
}
