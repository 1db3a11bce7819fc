import type { Finding, Severity } from '../findings/finding.ts';
import { summarise, type CheckContext } from './check-context.ts';
import { describeEvidence } from './names.ts';
import { plainStyle, type TextStyle, type Tone } from './paint.ts';
import { hang } from './text-layout.ts';

const toneOf: Readonly<Record<Severity, Tone>> = { error: 'fail', warning: 'warning', advice: 'quiet' };
const LEAD_LENGTH = 'warning  '.length;
const INDENT = ' '.repeat(LEAD_LENGTH);

function writeFinding(finding: Finding, { design }: CheckContext, { paint, width }: TextStyle): string {
  const { severity, message, id, evidence, fixes } = finding;
  const places = evidence.map((one) => describeEvidence(design, one)).join(', ');
  const lead = paint(toneOf[severity], severity.padEnd(LEAD_LENGTH));
  const place = places === '' ? id : `${id}  (${places})`;
  return [
    hang(lead, message, { width, leadLength: LEAD_LENGTH }),
    paint('quiet', hang(INDENT, place, { width })),
    ...fixes.map((fix) => hang(`${INDENT}fix: `, fix.title, { width })),
  ].join('\n');
}

/** The findings for people: one paragraph each, then the counts and how to see a fix. */
export function writeCheckText(context: CheckContext, style: TextStyle = plainStyle): string {
  const { findings } = context.report;
  const isFixable = findings.some((finding) => finding.fixes.length > 0);
  const hint = isFixable ? [`Show a fix and what it opens: reachable fix ${context.source} --finding ID`] : [];
  return `${[...findings.map((finding) => writeFinding(finding, context, style)), [style.paint('strong', `${summarise(context)}.`), ...hint].join('\n')].join('\n\n')}\n`;
}
