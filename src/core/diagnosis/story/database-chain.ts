import type { StoryPart } from '../../findings/diagnosis.ts';
import type { DbInstance } from '../../model/resources/index.ts';
import type { ResourceId } from '../../model/ids.ts';
import { evidenceAt } from '../../tracing/advance.ts';
import { resolveEndpoint } from '../../tracing/resolve-endpoint.ts';
import { instanceOf, type Case } from '../case.ts';
import type { Chain } from './chain.ts';
import { firstBlockOf } from './first-block.ts';
import { isOfNetwork } from './step-of-component.ts';

type Target = NonNullable<ReturnType<typeof instanceOf>>;
interface Database {
  readonly id: ResourceId;
  readonly value: DbInstance;
}

const isInVpc = ({ lookup }: Case, target: Target, id: ResourceId): boolean => {
  const db = lookup.dbInstances.get(id);
  return [...(db?.interfaces ?? []), ...(db?.standIns ?? [])].some(({ subnet }) => subnet.vpc === target.interface.subnet.vpc);
};

/** Whether the design says that the instance uses the database: an expectation, or a script that names it. */
function isUsed({ lookup }: Case, target: Target, { id, value }: Database): boolean {
  const names = (end: string): boolean => end === target.id || end === target.instance.name;
  const isExpected = Object.values(lookup.design.expectations ?? {}).some(({ question, verdict }) => verdict === 'reachable' && names(question.from) && (question.to === id || question.to === value.name));
  const script = target.instance.userData ?? '';
  return isExpected || (script !== '' && [id, value.name].some((name) => name !== '' && script.includes(name)));
}

function tell(given: Case, target: Target, { id, value }: Database): readonly StoryPart[] {
  const to = resolveEndpoint(given.lookup, id, 'destination');
  const cause = to.ok ? firstBlockOf(given.lookup, target.interface, { to: to.value, question: { from: target.id, to: id, protocol: 'tcp', port: value.port } }) : undefined;
  if (!cause) return [];
  const [name, db] = [given.lookup.nameOf(target.id), given.lookup.nameOf(id)];
  return [
    cause,
    { step: 'application', sentence: `So the application on ${name} waits for ${db} (TCP ${value.port}) and gives up.`, evidence: [{ ...evidenceAt(id), label: db }], fixes: [] },
    { step: 'http-or-https', sentence: `The page loads, and what comes from ${db} is missing.`, evidence: [], fixes: [] },
  ];
}

/**
 * The instance answers, and cannot reach its database: the page loads, parts fail. Where nothing in the design says which
 * database it uses, those of its VPC are looked at only when the person says that parts fail.
 */
export const databaseChain: Chain = ({ given, blockers }) => {
  const target = instanceOf(given.to);
  if (!target || blockers.some(isOfNetwork) || blockers.some(({ component }) => component === 'service')) return [];
  const databases = given.lookup.byKind['db-instance'].filter(({ id }) => isInVpc(given, target, id));
  const candidates = databases.filter((database) => given.symptom === 'partial' || isUsed(given, target, database));
  return candidates.map((database) => tell(given, target, database)).find((story) => story.length > 0) ?? [];
};
