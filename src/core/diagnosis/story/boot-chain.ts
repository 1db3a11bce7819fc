import type { StoryPart } from '../../findings/diagnosis.ts';
import { evidenceAt } from '../../tracing/advance.ts';
import { bootNeeds, nameOfNeed } from '../boot-egress.ts';
import { instanceOf, type Case } from '../case.ts';
import { knownServices } from '../known-services.ts';
import { serviceAt } from '../machine-blocks/service-blocks.ts';
import type { Chain, Told } from './chain.ts';
import { findEgressCause } from './egress-cause.ts';
import { isOfNetwork } from './step-of-component.ts';

function describeRefusal({ given, fate }: Told, name: string): StoryPart {
  const { port, protocol = 'tcp' } = given.question;
  const where = port === undefined ? name : `${String(protocol).toUpperCase()} ${port} of ${name}`;
  const evidence = instanceOf(given.to);
  const isKnown = (evidence && knownServices(evidence.instance) !== undefined) === true || fate === 'refused';
  return {
    step: 'application',
    sentence: `So nothing listens on ${where}${isKnown ? '' : ', unless somebody has started it by hand since'}.`,
    evidence: evidence ? [{ ...evidenceAt(evidence.id), label: name }] : [],
    fixes: [],
  };
}

const REFUSED: StoryPart = { step: 'http-or-https', sentence: 'The packet arrives and the machine turns it away: the connection is refused (ERR_CONNECTION_REFUSED).', evidence: [], fixes: [] };

type Target = NonNullable<ReturnType<typeof instanceOf>>;

/** Whether the asked service hangs on the script: nobody has said that it runs all the same. */
function hangsOnScript({ question }: Case, { instance }: Target): boolean {
  const { port, protocol } = question;
  const declared = port === undefined || instance.services === undefined ? undefined : serviceAt(instance, port, protocol === 'udp' ? 'udp' : 'tcp')?.[1];
  return declared?.running !== true;
}

/** No way to the repositories at the first start, so the installation fails, nothing listens, and the connection is refused. */
export const bootChain: Chain = (told) => {
  const { given, blockers } = told;
  const target = instanceOf(given.to);
  if (!target || blockers.some(isOfNetwork) || !hangsOnScript(given, target)) return [];
  const unmet = bootNeeds(given.lookup, target).find(({ fate }) => fate === 'no');
  const cause = unmet && findEgressCause(given.lookup, target, unmet.need);
  if (!cause) return [];
  const name = given.lookup.nameOf(target.id);
  return [
    { ...cause, sentence: `${name} has no way to ${nameOfNeed(unmet.need)} at its first start. ${cause.sentence}` },
    { step: 'user-data', sentence: `So line ${unmet.need.line} of its user data (${unmet.need.words}) fails; /var/log/cloud-init-output.log says so.`, evidence: [{ ...evidenceAt(target.id), label: 'user data' }], fixes: [] },
    describeRefusal(told, name),
    REFUSED,
  ];
};
