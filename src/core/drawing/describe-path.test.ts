import { describe, expect, test } from 'vitest';
import { diagnose } from '../diagnosis/diagnose.ts';
import type { Diagnosis } from '../findings/diagnosis.ts';
import { computeFacts } from '../lookup/resource-facts.ts';
import type { Design } from '../model/design.ts';
import { describePath } from './describe-path.ts';
import { describeScene } from './describe-scene.ts';
import { makeDesign, threeTierResources, type PlainResources } from './designs-for-tests.ts';
import { MARK_RADIUS, type PathDrawing, type PathMark } from './path-drawing.ts';
import type { Rectangle } from './sizes.ts';

const https = { protocol: 'tcp', fromPort: 443, toPort: 443 };
const all = { protocol: 'all' };
const anywhere = '0.0.0.0/0';
const rule = (traffic: object, more: object): Record<string, unknown> => ({ r: { ...traffic, ...more } });
const acl = (outbound: object): Record<string, unknown> => ({
  kind: 'network-acl',
  name: 'acl-public',
  vpc: 'vpc-1',
  inbound: rule(all, { number: 100, cidr: anywhere, action: 'allow' }),
  outbound: rule(outbound, { number: 100, cidr: anywhere, action: 'allow' }),
});

/** Three tiers with a public ACL, a web group that lets HTTPS in, and a way out for the application through nat-a. */
function network(change: (resources: PlainResources) => void = () => undefined): Design {
  const resources: PlainResources = structuredClone(threeTierResources());
  Object.assign(resources, { 'acl-public': acl(all) });
  Object.assign(resources['subnet-public-a'] ?? {}, { networkAcl: 'acl-public' });
  Object.assign(resources['sg-web'] ?? {}, { inbound: rule(https, { peer: { cidr: anywhere } }) });
  Object.assign(resources['sg-app'] ?? {}, { outbound: rule(all, { peer: { cidr: anywhere } }) });
  Object.assign(resources['rtb-main'] ?? {}, { routes: { r: { destination: anywhere, target: 'nat-a', origin: 'static' } } });
  change(resources);
  return makeDesign(resources);
}

interface Drawn extends PathDrawing {
  readonly place: (key: string) => Rectangle;
  readonly diagnosis: Diagnosis;
}

function draw(design: Design, from: string, to: string): Drawn {
  const reply = diagnose(design, { from, to, protocol: 'tcp', port: 443 });
  if (!reply.ok) throw new Error(reply.problem.message);
  const scene = describeScene(design, { facts: computeFacts(design) });
  const place = (key: string): Rectangle => scene.byKey.get(key)?.place ?? { x: NaN, y: NaN, width: NaN, height: NaN };
  return { ...describePath(design, scene, reply.value), place, diagnosis: reply.value };
}

const marksOf = ({ marks }: PathDrawing, step: number): readonly PathMark['kind'][] => marks.filter((mark) => mark.step === step).map(({ kind }) => kind);
const stylesOf = ({ pieces }: PathDrawing, leg: string): readonly string[] => [
  ...new Set(pieces.filter((piece) => piece.leg === leg).map(({ style }) => style)),
];

describe('a request that arrives and a reply that comes back', () => {
  const path = draw(network(), 'internet', 'i-web-1');

  test('pass the internet gateway on both ways', () => {
    expect([...path.nodes].sort()).toEqual(['i-web-1', 'igw-1', 'internet']);
    expect([stylesOf(path, 'request'), stylesOf(path, 'reply')]).toEqual([['travels'], ['travels']]);
    expect([...path.lines]).toEqual(['line:igw-1']);
  });

  test('run beside each other, the request above', () => {
    const [request, reply] = ['request', 'reply'].map((leg) => path.pieces.find((piece) => piece.leg === leg)?.points[0]?.y ?? NaN);
    expect((reply ?? NaN) - (request ?? NaN)).toBe(22);
  });

  test('end in an arrow at the instance and at the internet', () => {
    const ends = path.pieces.filter(({ hasArrow }) => hasArrow).map(({ points }) => points.at(-1)?.x);
    expect(ends).toEqual([path.place('i-web-1').x, path.place('internet').x + path.place('internet').width - 8]);
  });

  test('carry the numbers of what decided, in the order they are met', () => {
    const onLine = path.marks.filter(({ step }) => [1, 2, 4].includes(step)).sort((a, b) => a.at.x - b.at.x);
    expect(onLine.map(({ step }) => step)).toEqual([1, 2, 4]);
    expect(onLine.at(-1)?.at.x).toBeLessThan(path.place('subnet-public-a').x);
    expect(marksOf(path, 3)).toEqual(['pass']);
    expect(marksOf(path, 5)).toEqual(['warn']);
    expect(path.flag).toBeUndefined();
    expect(path.labels.map(({ text }) => text)).toEqual(['request', 'reply']);
  });
});

describe('a reply that a network ACL drops', () => {
  const path = draw(
    network((resources) => Object.assign(resources, { 'acl-public': acl(https) })),
    'internet',
    'i-web-1',
  );

  test('is stopped at the border of the subnet and never arrives', () => {
    expect(stylesOf(path, 'request')).toEqual(['travels']);
    expect(stylesOf(path, 'reply')).toEqual(['stopped', 'never-arrives']);
    expect(path.pieces.filter(({ leg, hasArrow }) => leg === 'reply' && hasArrow)).toEqual([]);
    const failing = path.marks.find(({ kind }) => kind === 'fail');
    expect(failing?.step).toBe(4);
    expect(Math.abs((failing?.at.x ?? NaN) - path.place('subnet-public-a').x)).toBeLessThan(MARK_RADIUS.fail);
    expect(marksOf(path, 4)).toEqual(['pass', 'fail']);
  });

  test('has one flag with the row that dropped it', () => {
    expect(path.flag).toMatchObject({ kind: 'fail', title: 'Reply dropped here', detail: 'acl-public out *' });
    expect(path.labels.map(({ text }) => text)).toContain('no reply');
  });
});

describe('a request through a NAT gateway', () => {
  const path = draw(network(), 'i-app-3', 'internet');

  test('passes the NAT gateway and the internet gateway', () => {
    expect([...path.nodes]).toEqual(['i-app-3', 'nat-a', 'igw-1', 'internet']);
  });

  test('marks routes and ACLs of both subnets', () => {
    expect(marksOf(path, 2).length).toBe(2);
    expect(marksOf(path, 4).length).toBeGreaterThanOrEqual(2);
  });
});

describe('what stops a request', () => {
  test.each<readonly [string, (resources: PlainResources) => void, { readonly step: number; readonly title: string }]>([
    ['a group without a rule', (resources) => Object.assign(resources['sg-web'] ?? {}, { inbound: {} }), { step: 3, title: 'Request dropped here' }],
    [
      'a detached gateway',
      (resources) => {
        delete resources['igw-1']?.['vpc'];
      },
      { step: 1, title: 'No attached internet gateway' },
    ],
    [
      'a missing public address',
      (resources) => {
        Object.assign(resources['eni-web-1'] ?? {}, { addresses: { a: { address: '10.0.0.10', primary: true } } });
      },
      { step: 5, title: 'No public address' },
    ],
  ])('%s is flagged', (_name, change, { step, title }) => {
    const path = draw(network(change), 'internet', 'i-web-1');
    expect(path.flag?.title).toBe(title);
    expect(marksOf(path, step)).toContain('fail');
    expect(path.nodes.has('i-web-1')).toBe(true);
    expect(path.pieces.every(({ leg }) => leg === 'request')).toBe(true);
  });

  test('a missing route is flagged on the reply', () => {
    const path = draw(
      network((resources) => Object.assign(resources['rtb-public'] ?? {}, { routes: {} })),
      'internet',
      'i-web-1',
    );
    expect(path.flag?.title).toBe('No route for the reply');
    expect(marksOf(path, 2)).toEqual(['fail']);
  });
});

test('an internet that is not drawn is a word at the end of the line', () => {
  const path = draw(
    network((resources) => {
      delete resources['internet'];
    }),
    'internet',
    'i-web-1',
  );
  const [word] = path.labels.filter(({ kind }) => kind === 'plain');
  expect(word?.text).toBe('Internet');
  expect(word?.at.x).toBeLessThan(path.place('igw-1').x);
});

test('an on-premises address comes from the office behind the VPN', () => {
  const path = draw(network(), 'onprem:vgw-1:192.168.0.5', 'i-app-1');
  expect([...path.nodes]).toEqual(['cgw-1', 'vgw-1', 'i-app-1']);
});

test('on the way out to the office, the gateways that no hop names are passed too', () => {
  const routes = { r: { destination: '192.168.0.0/16', target: 'vgw-1', origin: 'static' } };
  const path = draw(
    network((resources) => Object.assign(resources['rtb-main'] ?? {}, { routes })),
    'i-app-1',
    'onprem:vgw-1:192.168.0.5',
  );
  expect([...path.nodes]).toEqual(['i-app-1', 'vgw-1', 'cgw-1']);
});

test('a client outside asks through the internet', () => {
  const laptop = { kind: 'client', name: 'laptop', operatingSystem: 'linux', address: '198.51.100.7', blockedPorts: {} };
  const path = draw(
    network((resources) => Object.assign(resources, { laptop })),
    'laptop',
    'i-web-1',
  );
  expect([...path.nodes]).toEqual(['laptop', 'internet', 'igw-1', 'i-web-1']);
});

test('what is not modelled ends the way with a question, not with a blocker', () => {
  const tgw = { kind: 'unmodelled', type: 'transit-gateway', name: 'tgw', region: 'region-1', subnets: [], data: {} };
  const routes = { r: { destination: '203.0.113.0/24', target: 'tgw-1', origin: 'static' } };
  const path = draw(
    network((resources) => Object.assign(resources, { 'tgw-1': tgw, 'rtb-main': { ...resources['rtb-main'], routes } })),
    'i-app-1',
    '203.0.113.9',
  );
  expect(path.diagnosis.verdict).toBe('undetermined');
  expect(path.nodes.has('tgw-1')).toBe(true);
  expect(path.flag).toMatchObject({ kind: 'undetermined', title: 'Not known from here on' });
  expect(stylesOf(path, 'request')[0]).toBe('not-known');
  expect(path.marks.some(({ kind }) => kind === 'fail')).toBe(false);
});

describe('whatever is asked', () => {
  const questions = [
    ['internet', 'i-web-1'],
    ['internet', 'i-web-2'],
    ['internet', 'db-orders'],
    ['i-app-1', 'db-orders'],
    ['i-app-3', 'db-orders'],
    ['i-web-1', 'i-web-2'],
    ['i-app-1', 'internet'],
    ['onprem:vgw-1:192.168.0.5', 'i-app-4'],
    ['10.0.0.10', '10.0.24.12'],
    ['i-web-1', '10.0.24.99'],
  ] as const;

  test.each(questions)('from %s to %s, every failing step has a mark and no two marks cover each other', (from, to) => {
    const path = draw(network(), from, to);
    for (const { number, status } of path.diagnosis.steps) if (status === 'fail') expect(marksOf(path, number)).toContain('fail');
    path.marks.forEach((mark, index) => {
      for (const other of path.marks.slice(index + 1)) {
        if (mark.kind === 'fail' && other.kind === 'fail') continue;
        const distance = Math.hypot(mark.at.x - other.at.x, mark.at.y - other.at.y);
        expect(distance).toBeGreaterThanOrEqual(MARK_RADIUS[mark.kind] + MARK_RADIUS[other.kind]);
      }
    });
  });
});
