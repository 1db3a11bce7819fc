import type { ResourceId } from '../../model/ids.ts';
import { evidenceAt } from '../../tracing/advance.ts';
import type { Block } from '../../tracing/flight.ts';
import { instanceOf } from '../case.ts';
import { groupBy } from '../role/group-by.ts';
import { roleAnswerOf, type RoleAnswer } from '../role/role-answer.ts';
import { sayDeciding, sayNeeds } from '../role/say-needs.ts';
import { REFUSAL_CODES, type RefusedNeed } from '../role/sort-needs.ts';
import { makeBlock, type MachineInput } from './machine-input.ts';

type Judged = Extract<RoleAnswer, { kind: 'judged' }>;

/** Needs that one statement, or the lack of one, refuses stand together. */
const keyOf = ({ refusal, answer: { because } }: RefusedNeed): string => `${refusal} ${because ? sayDeciding(because) : ''}`;

/** `subject.target` is what is refused, `subject.destination` the policy or the statement that does. */
function refusalBlock(input: MachineInput, { role, asker }: Judged & { readonly asker: ResourceId }, group: readonly [RefusedNeed, ...RefusedNeed[]]): Block {
  const [first] = group;
  const { because } = first.answer;
  const isEndpoint = because?.policy.sort === 'endpoint';
  const row = because?.policy.row;
  const resource = isEndpoint && first.endpoint !== undefined ? first.endpoint : role.id;
  const block = makeBlock(input, { component: 'permissions', resource, code: REFUSAL_CODES[first.refusal], ...(row !== undefined && { row }) });
  return { ...block, evidence: [...block.evidence, evidenceAt(asker)], subject: { target: sayNeeds(group.map(({ need }) => need)), ...(because && { destination: sayDeciding(because) }), ...(isEndpoint && { interface: role.id }) } };
}

/** What an answer refuses for certain. */
export function blocksOfAnswer(input: MachineInput, asker: ResourceId, answer: RoleAnswer): readonly Block[] {
  if (answer.kind === 'no-role') return [makeBlock(input, { component: 'permissions', resource: asker, code: 'X_IAM_NO_INSTANCE_PROFILE' })];
  if (answer.kind !== 'judged') return [];
  if (answer.trust === 'no') {
    const block = makeBlock(input, { component: 'permissions', resource: answer.role.id, code: 'X_IAM_NOT_TRUSTED' });
    return [{ ...block, evidence: [...block.evidence, evidenceAt(asker)] }];
  }
  return groupBy(answer.needs.refused, keyOf).map((group) => refusalBlock(input, { ...answer, asker }, group));
}

/** A role that is missing, that EC2 cannot hand out, or that AWS denies what the script calls. */
export function permissionBlocks(input: MachineInput): readonly Block[] {
  const target = instanceOf(input.to);
  return target ? blocksOfAnswer(input, target.id, roleAnswerOf(input.lookup, target)) : [];
}
