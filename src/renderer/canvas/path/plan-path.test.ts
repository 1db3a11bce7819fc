import { describeScene } from '@core/drawing/describe-scene.ts';
import type { Diagnosis, Hop } from '@core/findings/diagnosis.ts';
import type { ResourceFacts } from '@core/findings/report.ts';
import { asResourceId } from '@core/model/ids.ts';
import { describe, expect, test } from 'vitest';
import { drawSmallNetwork, keyOf } from '../../testing/draw-design.ts';
import { layOutPath } from './lay-out-path.ts';
import { planPath, type PathPlan } from './plan-path.ts';

const design = drawSmallNetwork();
const scene = describeScene(design);
const key = (name: string): string => keyOf(design, name);
const acl = asResourceId(key('acl-app-default'));
const table = asResourceId(key('rtb-app-main'));
const group = scene.byKey.get(key('web'))?.chips[0]?.key ?? asResourceId('');

const subnetFacts: ResourceFacts = {
  kind: 'subnet',
  exposure: 'public',
  because: '',
  used: 1,
  free: 250,
  routeTable: { id: table, via: 'main' },
  networkAcl: { id: acl, via: 'default' },
};

const hop = (resource: string, step: Hop['step'], passed: boolean | null = true): Hop => ({ resource, step, passed, because: null, sentence: `${step} ${resource}` });

const REQUEST = [hop(key('igw'), 'gateway'), hop(key('igw'), 'translate'), hop(acl, 'network-acl'), hop(group, 'security-group'), hop(key('web'), 'arrive')];
const REPLY = [hop(group, 'security-group'), hop(acl, 'network-acl'), hop(table, 'route'), hop(key('igw'), 'translate')];

function diagnose(request: readonly Hop[], reply: readonly Hop[], more: Partial<Diagnosis> = {}): Diagnosis {
  return {
    verdict: 'reachable',
    sentence: '',
    question: { from: 'internet', to: key('web') },
    paths: [
      { leg: 'request', hops: request },
      { leg: 'reply', hops: reply },
    ],
    blockers: [],
    steps: [],
    assumptions: [],
    ...more,
  };
}

const plan = (diagnosis: Diagnosis): PathPlan => planPath({ design, scene, facts: { [key('a')]: subnetFacts }, diagnosis });
const layOut = (path: PathPlan) => layOutPath(path, { placeOf: (node) => scene.byKey.get(node)?.place, scale: 1 });

describe('the path of an answer', () => {
  test('passes the nodes of its hops, there and back', () => {
    const { legs, onPath } = plan(diagnose(REQUEST, REPLY));
    expect(legs.map(({ leg, stops }) => [leg, stops])).toEqual([
      ['request', [key('Internet'), key('igw'), key('web')]],
      ['reply', [key('web'), key('igw'), key('Internet')]],
    ]);
    expect([...onPath].sort()).toEqual([key('Internet'), key('igw'), key('web')].sort());
  });

  test('has the step number of each rule, once', () => {
    const { legs, nodeMarks } = plan(diagnose(REQUEST, REPLY));
    const onLine = legs.map(({ marks }) => marks.map(({ number, border, span }) => [number, border, span]));
    expect(onLine).toEqual([[[4, key('a'), 1]], [[2, key('a'), 0]]]);
    expect(nodeMarks.map(({ number, node }) => [number, node])).toEqual([
      [1, key('igw')],
      [3, key('web')],
    ]);
  });

  test('ends at what blocks it, and the rest is where it would have gone', () => {
    const blocked = [REPLY[0] ?? hop('', 'leave'), hop(acl, 'network-acl', false), hop(table, 'route', null), hop(key('igw'), 'translate', null)];
    const path = plan(diagnose(REQUEST, blocked, { verdict: 'blocked' }));
    const reply = path.legs[1];
    expect(reply?.blockedBy).toBe(0);
    expect(reply?.marks).toMatchObject([{ number: 4, status: 'fail', border: key('a') }]);
    const { lines, flagAt, marks } = layOut({ ...path, flag: { title: 'Reply dropped here', rule: 'acl', node: undefined } });
    expect(lines.filter(({ leg }) => leg === 'reply').map(({ fate }) => fate)).toEqual(['travels', 'never-arrives', 'never-arrives']);
    const octagon = marks.find(({ status }) => status === 'fail');
    expect(flagAt).toMatchObject({ x: octagon?.x, y: octagon?.y });
    const subnet = scene.byKey.get(key('a'))?.place;
    expect(octagon && subnet && octagon.x < subnet.x).toBe(true);
  });

  test('says where a blocker is that stops nothing on the way', () => {
    const blocker = {
      leg: 'request',
      component: 'instance-state',
      resource: key('web'),
      row: null,
      code: 'X',
      sentence: 'web is stopped.',
      evidence: [{ at: asResourceId(key('web')), label: 'stopped' }],
      fixes: [],
    } as const;
    const path = plan(diagnose([], [], { verdict: 'blocked', paths: [], blockers: [blocker] }));
    expect(path.flag).toEqual({ title: 'Request stopped here', rule: 'stopped', node: key('web') });
    expect(path.onPath.has(key('web'))).toBe(true);
    expect(layOut(path).flagAt).toBeDefined();
  });

  test('shows the open steps of the machine at the machine', () => {
    const steps: Diagnosis['steps'] = [
      {
        id: 'public-ip',
        number: 5,
        title: 'Public address',
        status: 'warning',
        sentence: 'Stopping web releases it.',
        evidence: [{ at: asResourceId(key('web')) }],
        code: null,
        fixes: [],
        likely: null,
        instructions: [],
      },
    ];
    expect(plan(diagnose(REQUEST, REPLY, { steps })).nodeMarks).toContainEqual({ number: 5, status: 'warning', title: 'Stopping web releases it.', node: key('web') });
  });

  test('is not drawn under the nodes it passes', () => {
    const { lines } = layOut(plan(diagnose(REQUEST, REPLY)));
    const gate = scene.byKey.get(key('igw'))?.place;
    if (!gate) throw new Error('The gateway is on the canvas.');
    for (const { points } of lines) {
      const inside = points.filter(({ x, y }) => x > gate.x && x < gate.x + gate.width && y > gate.y && y < gate.y + gate.height);
      expect(inside).toEqual([]);
    }
  });
});
