import type { Finding } from '../findings/finding.ts';
import type { Fix } from '../findings/fix.ts';
import type { Patch } from '../patch/patch.ts';
import { plainStyle, type TextStyle } from './paint.ts';
import { hang } from './text-layout.ts';

/** What applying one fix would change, beside the patch itself. */
export interface FixEffects {
  readonly resolved: readonly Finding[];
  readonly introduced: readonly Finding[];
  readonly opens: readonly string[];
  readonly closes: readonly string[];
}

const indent = '   ';

const describeOperation = (operation: Patch[number]): string =>
  operation.op === 'remove' ? `remove ${operation.path}` : `${operation.op} ${operation.path} ${JSON.stringify(operation.value)}`;

function writeList(title: string, sentences: readonly string[], { paint, width }: TextStyle): readonly string[] {
  if (sentences.length === 0) return [];
  return [paint('strong', `${indent}${title}`), ...sentences.map((sentence) => hang(`${indent}- `, sentence, { width }))];
}

/** One fix of a finding: its number, its effect, the patch and the blast radius. */
export function writeFixText(number: number, fix: Fix, options: { readonly effects: FixEffects; readonly style?: TextStyle }): string {
  const { effects, style = plainStyle } = options;
  const radius = [
    ...writeList('Opens', effects.opens, style),
    ...writeList('Closes', effects.closes, style),
    ...writeList('Also resolves', effects.resolved.map((finding) => finding.message), style),
    ...writeList('Brings up', effects.introduced.map((finding) => finding.message), style),
  ];
  return `${[
    style.paint('strong', hang(`${number}. `, fix.title, { width: style.width })),
    ...(fix.effect === undefined ? [] : [hang(indent, fix.effect, { width: style.width })]),
    ...(radius.length === 0 ? [`${indent}Nothing else opens or closes.`] : radius),
    style.paint('quiet', fix.patch.filter(({ op }) => op !== 'test').map((operation) => `${indent}${describeOperation(operation)}`).join('\n')),
  ].join('\n')}\n`;
}
