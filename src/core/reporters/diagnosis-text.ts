import type { Blocker, Diagnosis, Hop, LegPath, StepResult, StepStatus } from '../findings/diagnosis.ts';
import type { Design } from '../model/design.ts';
import type { Question, Verdict } from '../model/question.ts';
import { nameOf } from './names.ts';
import { plainStyle, type TextStyle, type Tone } from './paint.ts';
import { countWords, hang } from './text-layout.ts';

const verdictTone: Readonly<Record<Verdict, Tone>> = { reachable: 'pass', blocked: 'fail', ambiguous: 'warning', undetermined: 'warning' };
const verdictWord: Readonly<Record<Verdict, string>> = { reachable: 'REACHABLE', blocked: 'BLOCKED', ambiguous: 'AMBIGUOUS', undetermined: 'UNDETERMINED' };
const statusTone: Readonly<Record<StepStatus, Tone>> = { pass: 'pass', fail: 'fail', warning: 'warning', 'your-turn': 'strong', 'not-needed': 'quiet' };
const statusWord: Readonly<Record<StepStatus, string>> = { pass: 'pass', fail: 'FAIL', warning: 'warning', 'your-turn': 'your turn', 'not-needed': 'not needed' };
const STATUS_LENGTH = 'not needed  '.length;
const NUMBER_LENGTH = 3;

function describeTraffic({ protocol = 'tcp', port, icmpType, icmpCode, sourcePort, client }: Question): string {
  const word = typeof protocol === 'number' ? `protocol ${protocol}` : protocol.toUpperCase();
  const parts = [port === undefined ? word : `${word} ${port}`];
  if (icmpType !== undefined) parts.push(icmpCode === undefined ? `type ${icmpType}` : `type ${icmpType} code ${icmpCode}`);
  if (sourcePort !== undefined) parts.push(`from port ${sourcePort}`);
  if (client !== undefined && client !== 'any') parts.push(`client ${client}`);
  return parts.join(', ');
}

/** A question on one line: `internet → web-1, TCP 443`. */
export function describeQuestion(design: Design, question: Question): string {
  return `${nameOf(design, question.from)} → ${nameOf(design, question.to)}, ${describeTraffic(question)}`;
}

const hopSign = ({ passed }: Hop): { readonly sign: string; readonly tone: Tone } => {
  if (passed === null) return { sign: '·', tone: 'quiet' };
  return passed ? { sign: '✓', tone: 'pass' } : { sign: '✗', tone: 'fail' };
};

function writeLeg({ leg, hops }: LegPath, style: TextStyle): string {
  const lines = hops.map((hop) => {
    const { sign, tone } = hopSign(hop);
    const text = hop.passed === null ? `${hop.sentence} (never arrives)` : hop.sentence;
    return hang(`  ${style.paint(tone, sign)} `, text, { width: style.width, leadLength: 4 });
  });
  return [style.paint('strong', leg === 'request' ? 'Request' : 'Reply'), ...lines].join('\n');
}

function writeBlocker(blocker: Blocker, number: number, style: TextStyle): string {
  const { leg, component, resource, row, code, sentence, fixes } = blocker;
  const lead = `${String(number).padStart(NUMBER_LENGTH)}  `;
  const indent = ' '.repeat(lead.length);
  const place = `${leg}, ${component} ${row === null ? resource : `${resource} ${row}`}, ${code}`;
  return [
    hang(lead, sentence, { width: style.width }),
    style.paint('quiet', hang(indent, place, { width: style.width })),
    ...fixes.map(({ title, effect }) => hang(`${indent}fix: `, effect === undefined ? title : `${title}. ${effect}`, { width: style.width })),
  ].join('\n');
}

function writeStep(step: StepResult, style: TextStyle): string {
  const lead = `${String(step.number).padStart(NUMBER_LENGTH)}  ${style.paint(statusTone[step.status], statusWord[step.status].padEnd(STATUS_LENGTH))}`;
  const leadLength = NUMBER_LENGTH + 2 + STATUS_LENGTH;
  const indent = ' '.repeat(leadLength);
  return [
    hang(lead, `${step.title}: ${step.sentence}`, { width: style.width, leadLength }),
    ...(step.likely === null ? [] : [hang(indent, `Likely: ${step.likely}`, { width: style.width })]),
    ...step.instructions.map((instruction) => `${indent}$ ${instruction}`),
  ].join('\n');
}

const section = (title: string, lines: readonly string[], style: TextStyle): readonly string[] =>
  lines.length === 0 ? [] : [[style.paint('strong', title), ...lines].join('\n')];

/** The answer to a question for people: verdict, path, every blocker with its fixes, the ten steps, what was assumed. */
export function writeDiagnosisText(design: Design, diagnosis: Diagnosis, style: TextStyle = plainStyle): string {
  const { verdict, sentence, question, paths, blockers, steps, assumptions } = diagnosis;
  const { width } = style;
  return `${[
    [style.paint(verdictTone[verdict], verdictWord[verdict]), hang('', sentence, { width }), style.paint('quiet', describeQuestion(design, question))].join('\n'),
    ...paths.filter((path) => path.hops.length > 0).map((path) => writeLeg(path, style)),
    ...section(countWords(blockers.length, 'blocker'), blockers.map((blocker, index) => writeBlocker(blocker, index + 1, style)), style),
    ...section('The ten steps', steps.map((step) => writeStep(step, style)), style),
    ...section('Assumed', assumptions.map((assumption) => hang('  - ', assumption, { width })), style),
  ].join('\n\n')}\n`;
}
