import { evidenceAt } from '../../tracing/advance.ts';
import { instanceOf, type Case } from '../case.ts';
import { canReachRepositories } from '../boot-egress.ts';
import { judgeBlockers, type Check, type Judgement } from '../define-check.ts';
import { findScriptFaults, readScriptNeeds } from '../read-user-data.ts';

const LOG = 'Read /var/log/cloud-init-output.log on the instance: the last command before an error is the one that failed.';

function judge(given: Case): Judgement {
  const target = instanceOf(given.to);
  if (!target) return { status: 'not-needed', sentence: 'The target is not an instance, so no start-up script is involved.' };
  const { instance, id } = target;
  const name = given.lookup.nameOf(id);
  const evidence = [{ ...evidenceAt(id), label: 'user data' }];
  const faults = findScriptFaults(instance);
  const blocked = judgeBlockers(given, ['user-data']);
  if (blocked) return { ...blocked, evidence, sentence: faults.length > 0 ? faults.map(({ sentence }) => sentence).join(' ') : blocked.sentence };
  if (faults.length > 0) return { status: 'warning', sentence: faults.map(({ sentence }) => sentence).join(' '), evidence, instructions: [LOG] };
  if (instance.userData === undefined || instance.userData.trim() === '') return { status: 'not-needed', sentence: `${name} has no user data in the design.` };
  if (!readScriptNeeds(instance.userData).installsPackages) return { status: 'pass', sentence: `The script of ${name} has no fault that can be read from it, and installs nothing.`, evidence };
  const egress = canReachRepositories(given.lookup, target.interface);
  if (egress === 'no') return { status: 'warning', sentence: `The script of ${name} installs packages, but ${name} has no way to the repositories now.`, evidence, code: 'X_USERDATA_NEEDS_EGRESS', instructions: [LOG] };
  if (egress === 'unknown') return { status: 'your-turn', sentence: `Whether ${name} could reach the package repositories at its first start cannot be known from the drawing.`, evidence, instructions: [LOG] };
  return { status: 'pass', sentence: `The script of ${name} suits its operating system; repositories can be reached.`, evidence };
}

export const userData: Check = {
  id: 'user-data',
  title: 'User data',
  question: 'Did the start-up script have what it needs?',
  explanation:
    'User data runs once, as root, at the first start, without anybody to answer questions. It has to begin with #!, stay under 16 KB, use the commands of its operating system, and needs a way to the package repositories at that moment. What it did is written to /var/log/cloud-init-output.log.',
  judge,
};
