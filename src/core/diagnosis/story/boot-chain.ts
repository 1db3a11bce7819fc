import type { StoryPart } from '../../findings/diagnosis.ts';
import { evidenceAt } from '../../tracing/advance.ts';
import { canReachRepositories } from '../boot-egress.ts';
import { instanceOf, type Case } from '../case.ts';
import { knownServices } from '../known-services.ts';
import { serviceAt } from '../machine-blocks/service-blocks.ts';
import { readScriptNeeds } from '../read-user-data.ts';
import type { Chain, Told } from './chain.ts';
import { firstBlockOf } from './first-block.ts';
import { isOfNetwork } from './step-of-component.ts';

const INSTALLS = /^\s*(?:sudo\s+)?(?:(?:yum|dnf|apt|apt-get|amazon-linux-extras|pip3?|npm)\s.*\b(?:install|update|upgrade)\b|(?:curl|wget)\s)/;

/** The first line of a script that needs the repositories: its number from 1, and what it runs. */
function firstInstall(script: string): string {
  const lines = script.split('\n');
  const index = lines.findIndex((line) => INSTALLS.test(line));
  return index < 0 ? 'what its user data installs' : `line ${index + 1} of its user data (${(lines[index] ?? '').trim()})`;
}

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

/** Whether the asked service hangs on a script that installs, and nobody has said that it runs all the same. */
function hangsOnScript({ question }: Case, { instance }: Target): boolean {
  const { port, protocol } = question;
  const declared = port === undefined ? undefined : serviceAt(instance, port, protocol === 'udp' ? 'udp' : 'tcp')?.[1];
  return declared?.running !== true && readScriptNeeds(instance.userData ?? '').installsPackages;
}

/** Why the interface has no way to the repositories, by the evaluator; nothing where it has one or nobody knows. */
function findEgressBlock({ lookup }: Case, { id, interface: sender }: Target): StoryPart | undefined {
  if (canReachRepositories(lookup, sender) !== 'no') return undefined;
  return firstBlockOf(lookup, sender, { to: { kind: 'internet', range: undefined }, question: { from: id, to: 'internet', protocol: 'tcp', port: 443 } });
}

/** No way to the repositories at the first start, so the installation fails, nothing listens, and the connection is refused. */
export const bootChain: Chain = (told) => {
  const { given, blockers } = told;
  const target = instanceOf(given.to);
  if (!target || blockers.some(isOfNetwork) || !hangsOnScript(given, target)) return [];
  const cause = findEgressBlock(given, target);
  if (!cause) return [];
  const name = given.lookup.nameOf(target.id);
  return [
    { ...cause, sentence: `${name} has no way to the package repositories at its first start. ${cause.sentence}` },
    { step: 'user-data', sentence: `So ${firstInstall(target.instance.userData ?? '')} fails; /var/log/cloud-init-output.log says so.`, evidence: [{ ...evidenceAt(target.id), label: 'user data' }], fixes: [] },
    describeRefusal(told, name),
    REFUSED,
  ];
};
