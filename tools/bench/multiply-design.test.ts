import { expect, test } from 'vitest';
import { createCoreApi } from '@core/api/create-core-api.ts';
import { multiplyDesign } from './multiply-design.ts';

test('a multiplied design holds each resource that often and names only resources it has', () => {
  const api = createCoreApi();
  const opened = api.openTemplate({ id: 'three-tiers' });
  if (!opened.ok) throw new Error(opened.problem.message);
  const multiplied = multiplyDesign(opened.value, 3);
  expect(Object.keys(multiplied.resources)).toHaveLength(3 * Object.keys(opened.value.resources).length);
  const report = api.check({ design: multiplied });
  if (!report.ok) throw new Error(report.problem.message);
  expect(report.value.findings.filter(({ rule }) => rule === 'dangling-reference')).toEqual([]);
});
