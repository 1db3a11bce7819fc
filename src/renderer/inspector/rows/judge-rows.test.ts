import type { Diagnosis } from '@core/findings/diagnosis.ts';
import { brokenNetworks } from '@core/templates/index.ts';
import { openThreeTiers } from '@core/templates/three-tiers.ts';
import { diagnose } from '@core/diagnosis/diagnose.ts';
import type { Design } from '@core/model/design.ts';
import { expect, test } from 'vitest';
import { keyOf } from '../../testing/draw-design.ts';
import { judgeRows } from './judge-rows.ts';
import { proposedRows } from './proposed-rows.ts';
import { stopsAt } from './stops-at.ts';

function ask(design: Design, from: string, to: string): Diagnosis {
  const reply = diagnose(design, { from: keyOf(design, from), to: keyOf(design, to) });
  if (!reply.ok) throw new Error(reply.problem.message);
  return reply.value;
}

/** An ACL lets 443 in and has no rule for the replies: the course's own case. */
const statelessCase = brokenNetworks.find(({ id }) => id === 'broken-4')!.open();

test('names the rule that lets the request in and the one that drops the reply', () => {
  const verdicts = judgeRows(ask(statelessCase, 'internet', 'web-1'), keyOf(statelessCase, 'acl-public'));
  expect([...verdicts]).toEqual([
    ['inbound rule-1', { passes: ['request'], stops: [] }],
    ['outbound outbound:*', { passes: [], stops: ['reply'] }],
  ]);
});

test('tells the rules of both directions apart, and puts both legs on one route', () => {
  const design = openThreeTiers();
  const diagnosis = ask(design, 'app-1', 'orders');
  expect([...judgeRows(diagnosis, keyOf(design, 'acl-db')).keys()]).toEqual(['inbound rule-1', 'outbound rule-1']);
  expect(judgeRows(diagnosis, keyOf(design, 'rtb-app-a')).get('local:10.0.0.0/16')).toEqual({ passes: ['request'], stops: [] });
});

test('says nothing without an answer', () => {
  expect(judgeRows(null, 'acl-1').size).toBe(0);
});

test('a subnet knows which legs its ACL stops', () => {
  const diagnosis = ask(statelessCase, 'internet', 'web-1');
  const subnet = diagnosis.blockers[0]?.evidence[1]?.at ?? '';
  expect(stopsAt(diagnosis, 'network-acl', subnet)).toEqual(['reply']);
  expect(stopsAt(diagnosis, 'route-table', subnet)).toEqual([]);
});

test('reads the rule a fix would add', () => {
  const acl = keyOf(statelessCase, 'acl-public');
  const proposed = proposedRows(ask(statelessCase, 'internet', 'web-1').blockers, acl);
  expect(proposed.map(({ field, row, value, fix }) => [field, row, value, fix.title])).toEqual([
    [
      'outbound',
      'out-120',
      { protocol: 'tcp', fromPort: 1024, toPort: 65535, number: 120, cidr: '0.0.0.0/0', action: 'allow' },
      'Add outbound rule 120 to acl-public',
    ],
  ]);
  expect(proposedRows(ask(statelessCase, 'internet', 'web-1').blockers, 'acl-other')).toEqual([]);
});
