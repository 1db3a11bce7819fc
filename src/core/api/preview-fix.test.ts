import { describe, expect, test } from 'vitest';
import type { Design } from '../model/design.ts';
import type { Patch } from '../patch/patch.ts';
import type { FixPreview } from './core-api.ts';
import { createCoreApi } from './create-core-api.ts';

const core = createCoreApi();

function template(id: string): Design {
  const opened = core.openTemplate({ id });
  if (!opened.ok) throw new Error(opened.problem.message);
  return opened.value;
}

const idOf = (design: Design, name: string): string => Object.entries(design.resources).find(([, resource]) => resource.name === name)?.[0] ?? '';

function preview(design: Design, patch: Patch): FixPreview {
  const reply = core.previewFix({ design, patch });
  if (!reply.ok) throw new Error(reply.problem.message);
  return reply.value;
}

const tiers = template('three-tiers');
const rulesOf = (name: string): string => `/resources/${idOf(tiers, name)}/inbound`;
const ssh = { protocol: 'tcp', fromPort: 22, toPort: 22 };

test.each<[string, Patch, Pick<FixPreview, 'opens' | 'closes'>]>([
  ['a rename changes nothing for others', [{ op: 'replace', path: `/resources/${idOf(tiers, 'web-1')}/name`, value: 'shop' }], { opens: [], closes: [] }],
  [
    'what a group lets in is said once for all its members, and no further than routes and ACLs let it',
    [{ op: 'add', path: `${rulesOf('app-sg')}/new`, value: { ...ssh, peer: { cidr: '10.0.16.0/21' } } }],
    { opens: ['app-1 and app-2 become reachable from app-a (TCP 22).'], closes: [] },
  ],
  [
    'what an access list stops is not opened by a group',
    [{ op: 'add', path: `${rulesOf('web-sg')}/new`, value: { ...ssh, peer: { cidr: '0.0.0.0/0' } } }],
    { opens: [], closes: [] },
  ],
  [
    'what closes for the internet and for other tiers',
    [{ op: 'remove', path: `${rulesOf('web-sg')}/rule-1` }],
    {
      opens: [],
      closes: ['web-2 is no longer reachable from the internet, public-a, app-a and app-b (TCP 443).', 'web-1 is no longer reachable from the internet, public-b, app-a and app-b (TCP 443).'],
    },
  ],
])('%s', (_name, patch, radius) => {
  const { opens, closes } = preview(tiers, patch);
  expect({ opens: [...opens].sort(), closes: [...closes].sort() }).toEqual({ opens: [...radius.opens].sort(), closes: [...radius.closes].sort() });
});

test('few addresses of the internet are named, many are the internet', () => {
  const one = template('one-public-instance');
  const [group = ''] = Object.values(one.resources).flatMap((resource) => (resource.kind === 'network-interface' ? resource.securityGroups : []));
  const opens = (cidr: string): readonly string[] => preview(one, [{ op: 'add', path: `/resources/${group}/inbound/new`, value: { protocol: 'tcp', fromPort: 2222, toPort: 2222, peer: { cidr } } }]).opens;
  expect(opens('198.51.100.0/24')).toEqual(['web-1 becomes reachable from 198.51.100.0/24 (TCP 2222).']);
  expect(opens('0.0.0.0/0').join()).toMatch(/^web-1 becomes reachable from the internet/);
});

describe('what cannot be applied', () => {
  test.each<[string, Patch, string]>([
    ['a test that no longer holds', [{ op: 'test', path: '/name', value: 'x' }], 'has changed since'],
    ['a place that is not there', [{ op: 'remove', path: '/resources/nope' }], '"/resources/nope"'],
    ['a design that is none any more', [{ op: 'replace', path: `/resources/${idOf(tiers, 'web-1')}/state`, value: 'tired' }], 'The change would leave no valid design'],
    ['a key that poisons objects', [{ op: 'add', path: '/resources/__proto__', value: {} }], '__proto__'],
  ])('%s is said', (_name, patch, part) => {
    const reply = core.previewFix({ design: tiers, patch });
    expect(reply.ok ? 'applied' : reply.problem.message).toContain(part);
  });
});

test('a finding that goes is resolved, one that comes is introduced, and the given design is untouched', () => {
  const before = JSON.stringify(tiers);
  const [first, second] = Object.entries(tiers.resources).flatMap(([id, resource]) => (resource.kind === 'subnet' && resource.cidr !== undefined ? [{ id, cidr: resource.cidr }] : []));
  const broken = preview(tiers, [{ op: 'replace', path: `/resources/${second?.id ?? ''}/cidr`, value: first?.cidr }]);
  expect(broken.introduced.map((finding) => finding.rule)).toContain('subnets-overlap');
  const repaired = preview(broken.design, [{ op: 'replace', path: `/resources/${second?.id ?? ''}/cidr`, value: second?.cidr }]);
  expect(repaired.resolved.map((finding) => finding.rule)).toContain('subnets-overlap');
  expect(JSON.stringify(tiers)).toBe(before);
});
