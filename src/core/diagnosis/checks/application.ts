import type { Instance } from '../../model/resources/index.ts';
import { evidenceAt } from '../../tracing/advance.ts';
import { instanceOf, interfacesOf, type Case } from '../case.ts';
import { judgeBlockers, type Check, type Judgement } from '../define-check.ts';
import { serviceAt } from '../machine-blocks/service-blocks.ts';

const LOOK_ON_LINUX = ['ss -ltnp (on the instance: does something listen on the port, and on 0.0.0.0?)', 'journalctl -u SERVICE --since today'];
const LOOK_ON_WINDOWS = ['netstat -ano (on the instance: does something listen on the port, and on 0.0.0.0?)', 'Get-EventLog -LogName Application -Newest 20'];

const instructionsFor = (instance: Instance | undefined): readonly string[] => (instance?.operatingSystem === 'windows' ? LOOK_ON_WINDOWS : LOOK_ON_LINUX);

function judgeDatabase(given: Case): Judgement {
  const [entry] = interfacesOf(given.to);
  if (entry?.holder.kind !== 'db-instance') return { status: 'not-needed', sentence: 'The target runs no software of yours.' };
  const { db, id } = entry.holder;
  return { status: 'pass', sentence: `${given.lookup.nameOf(id)} is ${db.state} and listens on ${db.port}.`, evidence: [{ ...evidenceAt(id), label: `${db.engine} ${db.port}` }] };
}

function askedService(given: Case, instance: Instance): ReturnType<typeof serviceAt> {
  const { port, protocol = 'tcp' } = given.question;
  return port !== undefined && (protocol === 'tcp' || protocol === 'udp') ? serviceAt(instance, port, protocol) : undefined;
}

/** Whether what listens is known from a script alone, and that one is stopped. */
const hangsOnScript = ({ blockers }: Case, { services }: Instance): boolean => services === undefined && blockers.some(({ component }) => component === 'user-data');

function judgeInstance(given: Case, { id, instance }: NonNullable<ReturnType<typeof instanceOf>>): Judgement {
  const name = given.lookup.nameOf(id);
  const found = askedService(given, instance);
  if (!found) return { status: 'your-turn', sentence: `What listens on ${name} cannot be known from the drawing.`, evidence: [{ ...evidenceAt(id), label: name }], instructions: instructionsFor(instance) };
  const [row, service] = found;
  if (hangsOnScript(given, instance)) return { status: 'your-turn', sentence: `Whether ${name} came to start ${service.name} hangs on its user data; see step 7.`, evidence: [{ ...evidenceAt(id), label: 'user data' }], instructions: instructionsFor(instance) };
  const label = `${service.bindAddress.includes(':') ? `[${service.bindAddress}]` : service.bindAddress}:${service.port}`;
  // EC2 User Guide, ec2-instance-lifecycle: pending is the start; nothing has come up yet.
  if (instance.state === 'pending') return { status: 'warning', sentence: `${name} is starting (pending), so nothing on it listens yet.`, evidence: [{ ...evidenceAt(id), label: 'pending' }] };
  return { status: 'pass', sentence: `${service.name === '' ? 'A service' : service.name} on ${name} listens on ${label}.`, evidence: [{ ...evidenceAt(id, row), label }] };
}

function judge(given: Case): Judgement {
  const blocked = judgeBlockers(given, ['service', 'instance-state'], ({ code }) => code !== 'X_SCHEME_MISMATCH' && code !== 'X_CERTIFICATE');
  const target = instanceOf(given.to);
  if (blocked) return { ...blocked, instructions: instructionsFor(target?.instance) };
  return target ? judgeInstance(given, target) : judgeDatabase(given);
}

export const application: Check = {
  id: 'application',
  title: 'Application',
  question: 'Does something listen there and answer?',
  explanation:
    '“Connection refused” means that the packet arrived and nothing listens on the port: the service is not installed, not started, or bound to 127.0.0.1, where only the machine itself can reach it. A stopped instance answers nothing.',
  judge,
};
