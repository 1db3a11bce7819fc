import type { Finding } from '@core/findings/finding.ts';
import { asResourceId } from '@core/model/ids.ts';
import { expect, test } from 'vitest';
import { countOf, filterFindings } from './problem-groups.ts';

const finding = (id: string, severity: Finding['severity'], at: string): Finding => ({
  id,
  rule: id,
  severity,
  message: `${at} has a fault.`,
  why: '',
  learnMore: '',
  evidence: [{ at: asResourceId(at) }],
  fixes: [],
});
const findings = [finding('subnet-overlap', 'error', 'subnet-a'), finding('unused-group', 'advice', 'sg-b'), finding('blackhole-route', 'warning', 'rtb-a')];

test.each([
  { name: 'everything', filter: { severity: 'all', text: '', selectedOnly: false }, selected: [], kept: ['subnet-overlap', 'unused-group', 'blackhole-route'] },
  { name: 'errors', filter: { severity: 'error', text: '', selectedOnly: false }, selected: [], kept: ['subnet-overlap'] },
  { name: 'by a word of the rule, whatever its case', filter: { severity: 'all', text: 'BLACK', selectedOnly: false }, selected: [], kept: ['blackhole-route'] },
  { name: 'by two words in any order', filter: { severity: 'all', text: 'fault sg-b', selectedOnly: false }, selected: [], kept: ['unused-group'] },
  { name: 'of what is selected', filter: { severity: 'all', text: '', selectedOnly: true }, selected: ['rtb-a'], kept: ['blackhole-route'] },
  { name: 'of nothing', filter: { severity: 'all', text: '', selectedOnly: true }, selected: [], kept: [] },
] as const)('keeps $name', ({ filter, selected, kept }) => {
  expect(filterFindings(findings, filter, selected).map(({ id }) => id)).toEqual(kept);
});

test('counts by severity', () => {
  expect(countOf(findings, 'warning')).toBe(1);
});
