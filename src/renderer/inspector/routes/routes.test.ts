import { addRoute } from '@core/editing/routes.ts';
import { detachGateway } from '@core/editing/attach-gateway.ts';
import type { EditResult } from '@core/editing/edit-result.ts';
import type { Design } from '@core/model/design.ts';
import { asResourceId } from '@core/model/ids.ts';
import { applyPatch } from '@core/patch/apply-patch.ts';
import { openThreeTiers } from '@core/templates/three-tiers.ts';
import { describe, expect, test } from 'vitest';
import { keyOf } from '../../testing/draw-design.ts';
import { findOfKind } from '../parts/name-of.ts';
import { addRoutes } from './add-routes.ts';
import { listRoutes } from './list-routes.ts';
import { listTargets } from './list-targets.ts';
import { lookOfRoute } from './look-of-route.ts';

const design = openThreeTiers();
const idOf = (name: string) => asResourceId(keyOf(design, name));

function after(before: Design, result: EditResult): Design {
  if (!result.ok) throw new Error(result.refused);
  const applied = applyPatch(before, result.patch);
  if (!applied.ok) throw new Error(applied.problem);
  return applied.document;
}

const linesOf = (now: Design, name: string) => {
  const table = findOfKind(now, keyOf(now, name), 'route-table');
  if (!table) throw new Error(`${name} is no route table.`);
  return listRoutes(now, table).map(({ destination, target, kind, blackhole }) => ({ destination, target: keyOf(now, target), kind, blackhole }));
};

describe('listRoutes', () => {
  test('local routes come first, propagated ones are told apart', () => {
    expect(linesOf(design, 'rtb-app-a')).toEqual([
      { destination: '10.0.0.0/16', target: 'local', kind: 'local', blackhole: undefined },
      { destination: '0.0.0.0/0', target: idOf('nat-a'), kind: 'static', blackhole: undefined },
      { destination: '192.168.0.0/16', target: idOf('vgw-office'), kind: 'propagated', blackhole: undefined },
    ]);
  });

  test('a route to a detached gateway says why it drops traffic', () => {
    const detached = after(design, detachGateway(design, { gateway: idOf('igw-app') }));
    expect(linesOf(detached, 'rtb-public')[1]?.blackhole).toBe(
      'igw-app is not attached to app. Traffic to 0.0.0.0/0 is dropped; remove the route or replace its target.',
    );
  });
});

describe('addRoutes', () => {
  const add = (text: string) => addRoutes(design, { routeTable: idOf('rtb-public'), text, target: idOf('vgw-office') });

  test('adds one route for each destination in one step', () => {
    const result = add('10.8.0.0/16, 10.9.0.0/16\n172.20.0.1');
    expect(result.ok && result.said).toBe('Send 3 destinations to vgw-office in rtb-public');
    expect(linesOf(after(design, result), 'rtb-public').map(({ destination }) => destination)).toEqual([
      '10.0.0.0/16',
      '0.0.0.0/0',
      '10.8.0.0/16',
      '10.9.0.0/16',
      '172.20.0.1/32',
    ]);
  });

  test.each([
    ['nothing', '  ', 'A route needs a destination, such as 0.0.0.0/0.'],
    ['one that is there', '0.0.0.0/0', 'rtb-public has a route to 0.0.0.0/0 already, to igw-app; change that one.'],
    ['one of several is no block', '10.8.0.0/16 office', 'office is neither an IPv4 nor an IPv6 address; write a block such as 10.0.0.0/16 or 2001:db8::/56.'],
  ])('refuses %s', (_name, text, refused) => {
    expect(add(text)).toEqual({ ok: false, refused });
  });
});

describe('listTargets', () => {
  const namesIn = (now: Design, destination: string) =>
    listTargets(now, idOf('app'), destination).map(({ title, choices }) => [
      title,
      choices.filter(({ disabled }) => disabled !== true).map(({ label }) => label),
    ]);

  test('offers what routes of the VPC may point at', () => {
    expect(namesIn(design, '0.0.0.0/0')).toEqual([
      ['Gateways', ['igw-app', 'vgw-office', 'nat-a', 'nat-b']],
      ['Instances', ['web-1', 'web-2', 'app-1', 'app-2', 'app-3', 'app-4']],
      ['Network interfaces', expect.arrayContaining(['eni-web-1'])],
    ]);
    expect(namesIn(design, '10.0.0.0/16')[0]).toEqual(['Inside', ['local']]);
  });

  test('every target it offers is taken for a destination outside of the VPC', () => {
    for (const { choices } of listTargets(design, idOf('app'), '10.99.0.0/16')) {
      for (const { value } of choices)
        expect(addRoute(design, { routeTable: idOf('rtb-db'), destination: '10.99.0.0/16', target: asResourceId(value) })).toMatchObject({ ok: true });
    }
  });

  test('a detached gateway is there and says what to do first', () => {
    const detached = after(design, detachGateway(design, { gateway: idOf('igw-app') }));
    const gateways = listTargets(detached, idOf('app'), '0.0.0.0/0')[0]?.choices ?? [];
    expect(gateways.find(({ label }) => label === 'igw-app')).toMatchObject({ disabled: true, sentence: 'Attached to no VPC; attach it to app first.' });
  });
});

describe('lookOfRoute', () => {
  const line = { row: 'route-1', destination: '0.0.0.0/0', target: 'igw-1', kind: 'static' } as const;

  test.each([
    ['nothing is asked', {}, { mark: undefined, sentence: undefined }],
    [
      'the reply takes it',
      { verdict: { passes: ['reply'], stops: [] } },
      { tone: 'pass', mark: { answer: 'pass', word: 'decides' }, sentence: 'The reply takes this route: no longer prefix matches.' },
    ],
    [
      'both legs take it',
      { verdict: { passes: ['request', 'reply'], stops: [] } },
      { sentence: 'The request and reply take this route: no longer prefix matches.' },
    ],
    ['it stops the request', { verdict: { passes: [], stops: ['request'] } }, { tone: 'fail', mark: { answer: 'fail', word: 'stops request' } }],
  ] as const)('%s', (_name, judgement, expected) => {
    expect(lookOfRoute(line, judgement)).toMatchObject(expected);
  });

  test('a propagated route is not edited', () => {
    expect(lookOfRoute({ ...line, kind: 'propagated' }, {})).toMatchObject({ locked: true, note: 'propagated' });
  });

  test('a blackhole keeps its sentence when it stops the question asked', () => {
    const blackhole = 'pcx-1 was deleted. Traffic to 0.0.0.0/0 is dropped; remove the route or replace its target.';
    expect(lookOfRoute({ ...line, blackhole }, { verdict: { passes: [], stops: ['reply'] } })).toMatchObject({ tone: 'fail', sentence: blackhole });
  });
});
