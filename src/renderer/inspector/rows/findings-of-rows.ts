import type { Finding } from '@core/findings/finding.ts';
import { parsePointer } from '@core/patch/pointer.ts';
import type { RowLook } from '../../controls/table-column.ts';
import { rowKey, type RuleDirection } from './row-key.ts';

/** Rules whose findings say that a row has no effect: what they name is struck through. */
const NO_EFFECT = /-never-(?:used|reached)$/;

/** Whether a resource's rows of one direction have that id; routes have no direction. */
export type HasRow = (row: string, direction: RuleDirection) => boolean;

const isDirection = (word: string | undefined): word is RuleDirection => word === 'inbound' || word === 'outbound';

/** The direction in which a fix works on the row itself, where the evidence does not say it. */
function directionOfFix({ fixes }: Finding, row: string): RuleDirection | undefined {
  const paths = fixes.flatMap(({ patch }) => patch.map(({ path }) => parsePointer(path) ?? []));
  return paths
    .filter((path) => path[3] === row)
    .map((path) => path[2])
    .find(isDirection);
}

/** The direction of the row a finding names; `undefined` where two rows could be meant. */
function directionOf(finding: Finding, row: string, hasRow: HasRow): RuleDirection | undefined {
  const said = finding.evidence[0]?.direction ?? row.split(':')[0];
  if (isDirection(said)) return said;
  const candidates = (['inbound', 'outbound'] as const).filter((direction) => hasRow(row, direction));
  return candidates.length === 1 ? candidates[0] : directionOfFix(finding, row);
}

/**
 * The findings that are about a row of a resource, by {@link rowKey}: those whose first place it is. `hasRow` is given for
 * resources whose rows have a direction; a finding that does not say which of two rows it means is left out.
 */
export function findingsOfRows(findings: readonly Finding[], resource: string, hasRow?: HasRow): ReadonlyMap<string, readonly Finding[]> {
  const found = new Map<string, readonly Finding[]>();
  for (const finding of findings) {
    const [place] = finding.evidence;
    if (place?.at !== resource || place.row === undefined) continue;
    const direction = hasRow && directionOf(finding, place.row, hasRow);
    if (hasRow && direction === undefined) continue;
    const key = rowKey(place.row, direction);
    found.set(key, [...(found.get(key) ?? []), finding]);
  }
  return found;
}

const MARKS = { error: { answer: 'fail', word: 'error' }, warning: { answer: 'warn', word: 'warning' }, advice: undefined } as const;
const RANK = { error: 0, warning: 1, advice: 2 } as const;

/** How a row looks for what the check says about it: struck through where it has no effect, with the sentence of the worst. */
export function lookOfFindings(findings: readonly Finding[] = []): RowLook {
  const [worst] = [...findings].sort((a, b) => RANK[a.severity] - RANK[b.severity]);
  if (!worst) return {};
  const isStruck = findings.some(({ rule }) => NO_EFFECT.test(rule));
  const word = worst.rule.endsWith('-never-reached') ? 'never reached' : 'never used';
  return { struck: isStruck, mark: isStruck ? { answer: 'warn', word } : MARKS[worst.severity], sentence: worst.message };
}
