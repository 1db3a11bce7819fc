import { expect, test } from 'vitest';
import type { Rule } from '@core/rules/define-rule.ts';
import { writeRulePages } from './rule-pages.ts';

const rule: Rule = { id: 'route-to-nothing', area: 'routing', severity: 'error', why: 'Packets that fit it are dropped | lost.', learnMore: 'https://docs.aws.amazon.com/vpc/', fixable: true, run: () => [] };

test('each rule has a page and a row in the list of its area', () => {
  const { folder, files } = writeRulePages([rule, { ...rule, id: 'no-word', fixable: false }]);
  expect(folder).toBe('docs/rules');
  expect([...files.keys()]).toEqual(['docs/rules/README.md', 'docs/rules/route-to-nothing.md', 'docs/rules/no-word.md']);
  expect(files.get('docs/rules/README.md')).toContain('## Routing');
  expect(files.get('docs/rules/README.md')).toContain('| [route-to-nothing](route-to-nothing.md) | error | yes | Packets that fit it are dropped \\| lost. |');
  expect(files.get('docs/rules/no-word.md')).toContain('- Fix: none is offered; only a person can decide');
});
