import { describe, expect, test } from 'vitest';
import { emptyDesign, type Design } from '../model/design.ts';
import type { ResourceId } from '../model/ids.ts';
import { applyPatch } from '../patch/apply-patch.ts';
import { addPart, type AddPartRequest } from './add-part.ts';
import { zoneKey } from './container.ts';
import { judgeDrop } from './judge-drop.ts';
import { parts, type PartId } from './parts.ts';

function counter(): () => number {
  let count = 0;
  return () => {
    count += 1;
    return ((count * 7919) % 65_536) / 65_536;
  };
}

const random = counter();

function build(design: Design, requests: readonly Omit<AddPartRequest, 'random'>[]): Design {
  return requests.reduce((current, request) => {
    const container = request.container === undefined ? undefined : idOf(current, request.container);
    const result = addPart(current, { ...request, container, random });
    if (!result.ok) throw new Error(result.refused);
    const applied = applyPatch(current, result.patch);
    if (!applied.ok) throw new Error(applied.problem);
    return applied.document;
  }, design);
}

function idOf(design: Design, name: string): string {
  return Object.entries(design.resources).find(([, resource]) => resource.name === name)?.[0] ?? name;
}

const design = build(emptyDesign(), [
  { part: 'vpc', name: 'app' },
  { part: 'subnet', container: 'app', name: 'app-a' },
  { part: 'internet-gateway', container: 'app' },
  { part: 'instance', container: 'app-a', name: 'app-4' },
  { part: 'on-premises-network', name: 'office' },
]);

const vpc = idOf(design, 'app') as ResourceId;

describe('judgeDrop', () => {
  const cases: readonly (readonly [PartId, string | undefined, string | RegExp])[] = [
    ['instance', 'app-a', 'Put app-5 in app-a'],
    ['instance', 'app', 'An instance runs in a subnet, not in VPC app.'],
    ['instance', undefined, 'An instance runs in a subnet, not on the empty canvas.'],
    ['internet-gateway', 'app-a', 'An internet gateway attaches to a VPC, not to subnet app-a.'],
    ['internet-gateway', 'app', 'igw-app is attached to app already; a VPC has one internet gateway.'],
    ['internet-gateway', undefined, 'Add igw to us-east-1, attached to no VPC'],
    ['nat-gateway', 'app-a', 'Put nat-a in app-a'],
    ['nat-gateway', 'app', 'A NAT gateway stands in a subnet, not in VPC app.'],
    ['vpc', undefined, 'Add VPC vpc-1 (10.1.0.0/16) to us-east-1'],
    ['vpc', 'us-east-1', 'Add VPC vpc-1 (10.1.0.0/16) to us-east-1'],
    ['vpc', 'app', 'A VPC lies in a Region, not in VPC app.'],
    ['subnet', 'app', 'Add subnet subnet-b (10.0.1.0/24) to us-east-1b of app'],
    ['subnet', zoneKey(vpc, 'us-east-1a'), 'Add subnet subnet-a (10.0.1.0/24) to us-east-1a of app'],
    ['availability-zone', 'app', 'Add zone us-east-1c to app'],
    ['db-instance', 'app', /two Availability Zones/],
    ['region', undefined, 'Add Region us-east-2'],
    ['region', 'app', 'A Region stands on the canvas, not in VPC app.'],
    ['internet', undefined, 'The internet is on the canvas already; there is one.'],
    ['security-group', 'app-4', 'Give app-4 the new app-4-sg, which lets nothing in until it has rules'],
    ['network-acl', 'app-a', 'Put acl-app-a on app-a, which denies everything until it has rules'],
    ['vpn-connection', 'app', 'app has no virtual private gateway; attach one first.'],
    ['client', 'office', 'Add client-1 to office'],
    ['elastic-ip', 'app-a', 'An Elastic IP address goes to an instance, a network interface or a Region, not to subnet app-a.'],
  ];
  test.each(cases)('%s on %s', (part, container, expected) => {
    const judgement = judgeDrop(design, { part }, container === undefined ? undefined : idOf(design, container));
    const words = judgement.ok ? judgement.effect : judgement.refused;
    if (typeof expected === 'string') expect(words).toBe(expected);
    else expect(words).toMatch(expected);
  });

  test.each([
    [['app-4'], 'office', 'An instance runs in a subnet, not in on-premises network office.'],
    [['igw-app'], undefined, 'Detach igw-app from app'],
    [['app-4'], 'app-a', 'app-4 would stay as before; nothing changes on subnet app-a.'],
  ] as const)('resources %j on %s', (names, container, expected) => {
    const judgement = judgeDrop(design, { keys: names.map((name) => idOf(design, name)) }, container === undefined ? undefined : idOf(design, container));
    expect(judgement.ok ? judgement.effect : judgement.refused).toBe(expected);
  });

  test.each(parts.map(({ id }) => id))('says something of %s on every container', (part) => {
    for (const container of [undefined, ...Object.keys(design.resources), zoneKey(vpc, 'us-east-1a')]) {
      const judgement = judgeDrop(design, { part }, container);
      expect(judgement.ok ? judgement.effect : judgement.refused).toMatch(/\S/);
    }
  });
});
