import { expect, test } from 'vitest';
import { answerOf, question } from '../ask.ts';
import { codeScenarios } from './index.ts';

// What each code stands for: https://docs.aws.amazon.com/vpc/latest/reachability/explanation-codes.html
test.each(codeScenarios)('$code: $like', ({ code, design, asked, at }) => {
  const { blockers } = answerOf(design(), question(asked));
  expect(blockers.map(({ leg, component, resource, code: said }) => `${said} ${leg} ${component} ${resource}`)).toContain(`${code} ${at}`);
});

test('each code has one scenario', () => {
  const codes = codeScenarios.map(({ code }) => code);
  expect(codes.filter((code, index) => codes.indexOf(code) !== index)).toEqual([]);
});
