import { awsCodeGroups, type AwsCode, type AwsCodeGroup } from './aws-codes.ts';
import { codeScenarios } from '@core/testing/code-scenarios/index.ts';
import type { Generated } from './generated.ts';
import { ownCodes } from './own-codes.ts';
import { findProducedCodes } from './produced-codes.ts';

const likeOf = new Map(codeScenarios.map(({ code, like }) => [code, like]));

const writeCode = (produced: ReadonlySet<string>, { code, meaning, instead }: AwsCode): string => `| \`${code}\` | ${meaning} | ${produced.has(code) ? `yes: ${likeOf.get(code) ?? ''}` : instead} |`;

function writeGroup(produced: ReadonlySet<string>, { title, words, page, codes }: AwsCodeGroup): readonly string[] {
  const count = codes.filter(({ code }) => produced.has(code)).length;
  return [`## ${title}`, '', `${words} ${count} of ${codes.length} are said; see [AWS's page](${page}).`, '', '| Code | Means | Said by Reachable |', '| --- | --- | --- |', ...codes.map((code) => writeCode(produced, code)), ''];
}

/** The codes of AWS and ours, with what becomes of each. */
export function writeCodesPage(): Generated {
  const produced = findProducedCodes();
  const own = Object.entries(ownCodes).map(([code, meaning]) => `| \`${code}\` | ${meaning} |`);
  const text = [
    '# Explanation codes',
    '',
    'Every blocker carries a code. Where AWS’s Reachability Analyzer has one for it, it is that one, so results can be laid side by',
    'side; where it has none, ours begins with `X_`. The meanings are in our own words. Behind *yes* stands the network that a test asks','for the code. This page is written by `npm run docs`.',
    '',
    ...awsCodeGroups.flatMap((group) => writeGroup(produced, group)),
    '## Our own',
    '',
    '| Code | Means |',
    '| --- | --- |',
    ...own,
    '',
  ].join('\n');
  return { files: new Map([['docs/explanation-codes.md', text]]) };
}
