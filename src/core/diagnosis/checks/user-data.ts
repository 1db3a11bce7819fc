import { regionCodeOf } from '../../lookup/interfaces.ts';
import { evidenceAt } from '../../tracing/advance.ts';
import { instanceOf, type Case } from '../case.ts';
import { bootNeeds, nameOfNeed, type BootNeed } from '../boot-egress.ts';
import { findBootRefusal, NEEDS_EGRESS } from '../boot-way.ts';
import { explainBlock } from '../explain-block.ts';
import { judgeBlockers, type Check, type Judgement } from '../define-check.ts';
import { findScriptFaults, type ScriptFault } from '../../scripts/find-script-faults.ts';
import { formatOf, readUserData } from '../../scripts/read-user-data.ts';

const LOG = 'Read /var/log/cloud-init-output.log on the instance: the last command before an error is the one that failed.';

type Target = NonNullable<ReturnType<typeof instanceOf>>;

const sentencesOf = (faults: readonly ScriptFault[]): string => faults.map(({ sentence }) => sentence).join(' ');

/** The first thing that is out of reach, and how many more are. */
function sayUnmet(name: string, unmet: readonly BootNeed[]): string {
  const [first, ...others] = unmet;
  if (!first) return '';
  const more = others.length === 0 ? '' : ` ${others.length === 1 ? '1 more line needs' : `${others.length} more lines need`} what is out of reach.`;
  return `Line ${first.need.line} (${first.need.words}) needs ${nameOfNeed(first.need)}, and ${name} has no way there now.${more}`;
}

/** What the script of a machine without a fault has to reach. */
function judgeNeeds(given: Case, target: Target, evidence: NonNullable<Judgement['evidence']>): Judgement {
  const name = given.lookup.nameOf(target.id);
  const needs = bootNeeds(given.lookup, target);
  if (needs.length === 0) return { status: 'pass', sentence: `The script of ${name} has no fault that can be read from it, and fetches nothing; it runs once, at the first start.`, evidence };
  const unmet = needs.filter(({ fate }) => fate === 'no');
  if (unmet.length > 0) return { status: 'warning', sentence: sayUnmet(name, unmet), evidence, code: NEEDS_EGRESS, instructions: [LOG] };
  const open = needs.find(({ fate }) => fate === 'unknown');
  if (open) return { status: 'your-turn', sentence: `Whether ${name} could reach ${nameOfNeed(open.need)} at its first start cannot be known from the drawing.`, evidence, instructions: [LOG] };
  return { status: 'pass', sentence: `The script of ${name} suits its operating system; what it fetches can be reached. It runs once, at the first start.`, evidence };
}

/** A fault in its own words, or what stops the way that the script lacks. */
function sayBlocked({ lookup, question }: Case, target: Target, { blocked, faults }: { readonly blocked: Judgement; readonly faults: readonly ScriptFault[] }): string {
  if (blocked.code !== NEEDS_EGRESS) return faults.length > 0 ? sentencesOf(faults) : blocked.sentence;
  const refusal = findBootRefusal(lookup, target, question.port);
  return refusal ? `${blocked.sentence} ${explainBlock(lookup, refusal.block)}` : blocked.sentence;
}

function judge(given: Case): Judgement {
  const target = instanceOf(given.to);
  if (!target) return { status: 'not-needed', sentence: 'The target is not an instance, so no start-up script is involved.' };
  const { instance, id } = target;
  const name = given.lookup.nameOf(id);
  const { userData: text = '' } = instance;
  if (formatOf(text) === 'none') return { status: 'not-needed', sentence: `${name} has no user data in the design.` };
  const evidence = [{ ...evidenceAt(id), label: 'user data' }];
  const faults = findScriptFaults({ ...instance, region: regionCodeOf(target.interface) });
  const blocked = judgeBlockers(given, ['user-data']);
  if (blocked) return { ...blocked, evidence: [...evidence, ...(blocked.evidence ?? [])], sentence: sayBlocked(given, target, { blocked, faults }), instructions: [LOG] };
  if (faults.length > 0) return { status: 'warning', sentence: sentencesOf(faults), evidence, instructions: [LOG] };
  if (!readUserData(text).isWhole) return { status: 'your-turn', sentence: `The user data of ${name} is written in a language that is not read here.`, evidence, instructions: [LOG] };
  return judgeNeeds(given, target, evidence);
}

export const userData: Check = {
  id: 'user-data',
  title: 'User data',
  question: 'Did the start-up script have what it needs?',
  explanation:
    'User data runs once, as root, at the first start, without anybody to answer questions. It has to begin with #!, stay under 16 KB, use the commands of its operating system, and needs a way to the package repositories at that moment. What it did is written to /var/log/cloud-init-output.log.',
  judge,
};
