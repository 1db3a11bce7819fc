import { stepIds, type Blocker, type Diagnosis, type EphemeralMatrix, type Hop, type LegPath, type RepliesPass, type StepResult, type StepStatus, type StoryPart } from '../findings/diagnosis.ts';
import { isCommand } from '../findings/instruction.ts';
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

function describeTraffic({ protocol = 'tcp', port, icmpType, icmpCode, sourcePort, client, scheme }: Question): string {
  const word = scheme !== undefined ? scheme.toUpperCase() : typeof protocol === 'number' ? `protocol ${protocol}` : protocol.toUpperCase();
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

function writeStory(story: readonly StoryPart[], style: TextStyle): readonly string[] {
  return story.flatMap(({ sentence, step, fixes }, index) => [
    hang(`${String(index + 1).padStart(NUMBER_LENGTH)}  `, `${sentence} (step ${stepIds.indexOf(step) + 1})`, { width: style.width }),
    ...fixes.slice(0, 1).map(({ title }) => hang(`${' '.repeat(NUMBER_LENGTH + 2)}fix: `, title, { width: style.width })),
  ]);
}

function writeSight({ browser, contradiction }: Diagnosis, { width }: TextStyle): readonly string[] {
  const shown = browser && (browser.chrome === browser.firefox ? browser.chrome : `${browser.chrome} in Chrome, “${browser.firefox}” in Firefox`);
  return [...(browser && browser.chrome !== 'the page' ? [hang('Browser: ', `${shown ?? ''}. ${browser.sentence}`, { width })] : []), ...(contradiction === undefined ? [] : [hang('Contradiction: ', contradiction, { width })])];
}

const passWords: Readonly<Record<RepliesPass, string>> = { all: 'pass', 'inside-vpc': 'inside the VPC', some: 'some pass', none: 'dropped' };
const NAME_LENGTH = 24;
const PORTS_LENGTH = 14;

/** The matrix as a table: who opens connections, on which ports replies come back, and whether they pass out and in. */
function writeMatrix(design: Design, { networkAcl, rows }: EphemeralMatrix, style: TextStyle): string {
  const head = `${'  Client'.padEnd(NAME_LENGTH + 2)}${'Ports'.padEnd(PORTS_LENGTH)}${'Replies out'.padEnd(PORTS_LENGTH + 2)}Replies in`;
  const lines = rows.map(({ name, ports, cells }) => {
    const word = (direction: 'inbound' | 'outbound'): string => passWords[cells.find((cell) => cell.direction === direction)?.passes ?? 'none'];
    return `  ${name.padEnd(NAME_LENGTH)}${ports.join('–').padEnd(PORTS_LENGTH)}${word('outbound').padEnd(PORTS_LENGTH + 2)}${word('inbound')}`;
  });
  return [style.paint('strong', `Replies that ${nameOf(design, networkAcl)} lets pass`), style.paint('quiet', head), ...lines].join('\n');
}

function writeBlocker(blocker: Blocker, number: number, style: TextStyle): string {
  const { leg, component, resource, row, code, sentence, fixes, note } = blocker;
  const lead = `${String(number).padStart(NUMBER_LENGTH)}  `;
  const indent = ' '.repeat(lead.length);
  const place = `${leg}, ${component} ${row === null ? resource : `${resource} ${row}`}, ${code}`;
  return [
    hang(lead, sentence, { width: style.width }),
    style.paint('quiet', hang(indent, place, { width: style.width })),
    ...(note ? [hang(`${indent}note: `, `${note.sentence} (${note.code})`, { width: style.width })] : []),
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
    ...step.instructions.map((instruction) => (isCommand(instruction) ? `${indent}$ ${instruction}` : hang(indent, instruction, { width: style.width }))),
  ].join('\n');
}

const section = (title: string, lines: readonly string[], style: TextStyle): readonly string[] =>
  lines.length === 0 ? [] : [[style.paint('strong', title), ...lines].join('\n')];

/** The answer to a question for people: verdict, path, every blocker with its fixes, the ten steps, what was assumed. */
export function writeDiagnosisText(design: Design, diagnosis: Diagnosis, style: TextStyle = plainStyle): string {
  const { verdict, sentence, question, paths, blockers, steps, story = [], ephemeral = [], contradiction } = diagnosis;
  const { width } = style;
  const assumptions = diagnosis.assumptions.filter((assumption) => assumption !== contradiction);
  return `${[
    [style.paint(verdictTone[verdict], verdictWord[verdict]), hang('', sentence, { width }), style.paint('quiet', describeQuestion(design, question)), ...writeSight(diagnosis, style)].join('\n'),
    ...section('What happened', writeStory(story, style), style),
    ...paths.filter((path) => path.hops.length > 0).map((path) => writeLeg(path, style)),
    ...section(countWords(blockers.length, 'blocker'), blockers.map((blocker, index) => writeBlocker(blocker, index + 1, style)), style),
    ...ephemeral.map((matrix) => writeMatrix(design, matrix, style)),
    ...section('The ten steps', steps.map((step) => writeStep(step, style)), style),
    ...section('Assumed', assumptions.map((assumption) => hang('  - ', assumption, { width })), style),
  ].join('\n\n')}\n`;
}
