import { nameOfService } from '../../aws/service-names.ts';
import type { Entry, Lookup } from '../../lookup/entries.ts';
import type { IamRole } from '../../model/resources/index.ts';
import { trustsEc2 } from '../../permissions/trust.ts';
import { askedServices } from './asked-services.ts';
import type { AskedRole } from './asker-of.ts';
import { findRole } from './find-role.ts';
import { judgeNeeds, type Asker, type JudgedNeed } from './judge-needs.ts';
import { sortNeeds, type SortedNeeds } from './sort-needs.ts';

/** What the role of an instance says of what its software asks of AWS. */
export type RoleAnswer =
  /** Nothing is asked that the design knows of. */
  | { readonly kind: 'not-asked' }
  | { readonly kind: 'no-role'; readonly services: readonly string[] }
  | { readonly kind: 'not-in-design'; readonly services: readonly string[] }
  | {
      readonly kind: 'judged';
      readonly role: Entry<IamRole>;
      readonly services: readonly string[];
      /** Services of which the design does not say what is asked. */
      readonly vague: readonly string[];
      /** Whether EC2 may hand the role to instances; `assumed` where the design has no trust policy. */
      readonly trust: 'yes' | 'no' | 'unknown' | 'assumed';
      readonly needs: SortedNeeds;
    };

/** Whether EC2 may hand a role to instances. */
export const trustOf = ({ trustPolicy }: IamRole): Extract<RoleAnswer, { kind: 'judged' }>['trust'] => (trustPolicy === undefined ? 'assumed' : trustsEc2(trustPolicy));

function answer(lookup: Lookup, asker: Asker): RoleAnswer {
  const { names: services, vague } = askedServices(asker);
  if (services.length === 0) return { kind: 'not-asked' };
  if (asker.instance.role === undefined) return { kind: 'no-role', services };
  const role = findRole(lookup, asker.instance);
  if (!role) return { kind: 'not-in-design', services };
  return { kind: 'judged', role, services, vague, trust: trustOf(role.value), needs: sortNeeds(judgeNeeds(lookup, asker, role)) };
}

const answers = new WeakMap<Lookup, Map<string, RoleAnswer>>();

/** The answer for one instance, found once for a design. */
export function roleAnswerOf(lookup: Lookup, asker: Asker): RoleAnswer {
  const ofDesign = answers.get(lookup) ?? new Map<string, RoleAnswer>();
  answers.set(lookup, ofDesign);
  // Calls leave by the primary interface, whichever was asked for.
  const primary = lookup.instances.get(asker.id)?.interfaces[0] ?? asker.interface;
  const known = ofDesign.get(asker.id) ?? answer(lookup, { ...asker, interface: primary });
  ofDesign.set(asker.id, known);
  return known;
}

/** The part of an answer that is about one service. */
function onlyAbout(answer: RoleAnswer, service: string): RoleAnswer {
  if (answer.kind === 'not-asked') return answer;
  const name = nameOfService(service);
  if (!answer.services.includes(name)) return { kind: 'not-asked' };
  if (answer.kind !== 'judged') return { ...answer, services: [name] };
  const isOf = ({ need }: JudgedNeed): boolean => need.service === service;
  const { refused, open, allowed } = answer.needs;
  return { ...answer, services: [name], vague: answer.vague.filter((one) => one === name), needs: { refused: refused.filter(isOf), open: open.filter(isOf), allowed: allowed.filter(isOf) } };
}

/** The answer for what a question is about: the whole application, or its calls of one service. */
export function answerTo(lookup: Lookup, { asker, service }: AskedRole): RoleAnswer {
  const answer = roleAnswerOf(lookup, asker);
  return service === undefined ? answer : onlyAbout(answer, service);
}
