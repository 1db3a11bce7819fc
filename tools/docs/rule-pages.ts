import { areas, type Rule } from '@core/rules/define-rule.ts';
import type { Generated } from './generated.ts';

const FOLDER = 'docs/rules';

/** `security-groups` -> `Security groups` */
const titleOf = (area: string): string => `${area.charAt(0).toUpperCase()}${area.slice(1)}`.replaceAll('-', ' ');

/** A table cell must not end its cell. */
const cell = (text: string): string => text.replaceAll('|', '\\|');

function writePage({ id, area, severity, why, learnMore, fixable }: Rule): string {
  return [
    `# ${id}`,
    '',
    why,
    '',
    `- Severity: ${severity}`,
    `- About: ${titleOf(area)}`,
    `- Fix: ${fixable ? 'offered where one is clear' : 'none is offered; only a person can decide'}`,
    `- What AWS says: <${learnMore}>`,
    `- Source: [\`src/core/rules/${area}/${id}.ts\`](../../src/core/rules/${area}/${id}.ts)`,
    '',
  ].join('\n');
}

function writeArea(area: string, rules: readonly Rule[]): readonly string[] {
  const rows = rules.map(({ id, severity, why, fixable }) => `| [${id}](${id}.md) | ${severity} | ${fixable ? 'yes' : ''} | ${cell(why)} |`);
  return rows.length === 0 ? [] : [`## ${titleOf(area)}`, '', '| Rule | Severity | Fix | Why |', '| --- | --- | --- | --- |', ...rows, ''];
}

function writeIndex(rules: readonly Rule[]): string {
  const byArea = areas.flatMap((area) => writeArea(area, rules.filter((rule) => rule.area === area)));
  return ['# Rules', '', `What Reachable checks in every design: ${rules.length} rules. This page is written by \`npm run docs\`.`, '', ...byArea].join('\n');
}

/** One page for each rule and one that lists them. */
export function writeRulePages(rules: readonly Rule[]): Generated {
  const pages = rules.map((rule): [string, string] => [`${FOLDER}/${rule.id}.md`, writePage(rule)]);
  return { folder: FOLDER, files: new Map([[`${FOLDER}/README.md`, writeIndex(rules)], ...pages]) };
}
