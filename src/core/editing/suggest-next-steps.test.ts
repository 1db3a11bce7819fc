import { describe, expect, test } from 'vitest';
import { diagnose } from '../diagnosis/diagnose.ts';
import { emptyDesign, type Design } from '../model/design.ts';
import { addPart } from './add-part.ts';
import { after, dropAll, idOf } from './designs-for-tests.ts';
import { listResources } from './draft.ts';
import { repeatableNumbers } from './repeatable-numbers.ts';
import { suggestNextSteps } from './suggest-next-steps.ts';
import { suggestSubnetCidrs, suggestVpcCidrs } from './suggestions.ts';

/** Takes the first suggestion again and again, until there is none. */
function follow(start: Design): { readonly design: Design; readonly taken: readonly string[] } {
  const taken: string[] = [];
  let design = start;
  for (let [next] = suggestNextSteps(design); next; [next] = suggestNextSteps(design)) {
    taken.push(next.id.split(' ')[0] ?? '');
    design = after(design, next.edit);
    if (taken.length > 40) throw new Error(`The suggestions never end: ${taken.join(', ')}.`);
  }
  return { design, taken };
}

const reached = (design: Design): readonly string[] =>
  Object.values(design.expectations ?? {}).map(({ question }) => {
    const answered = diagnose(design, question);
    return answered.ok ? answered.value.verdict : answered.problem.message;
  });

describe('suggestNextSteps', () => {
  test('leads from nothing to a web server that the internet reaches', () => {
    const { design, taken } = follow(emptyDesign());
    expect(taken).toEqual(['add-vpc', 'add-subnet', 'add-subnet', 'attach-internet-gateway', 'default-route', 'add-instance', 'service', 'group-rule', 'elastic-ip', 'auto-assign', 'expectation']);
    expect(reached(design)).toEqual(['reachable']);
  });

  test('leads through an empty network ACL too', () => {
    const start = dropAll([
      ['vpc', undefined, 'app'],
      ['subnet', 'app', 'web-a'],
      ['network-acl', 'web-a', 'acl-web'],
    ]);
    const { design, taken } = follow(start);
    expect(taken).toContain('acl-rules');
    expect(reached(design)).toEqual(['reachable']);
  });

  test('names what is missing, and the resource', () => {
    const start = dropAll([
      ['vpc', undefined, 'app'],
      ['subnet', 'app', 'web-a'],
      ['subnet', 'app', 'web-b'],
      ['internet-gateway', 'app'],
    ]);
    expect(suggestNextSteps(start).map(({ title }) => title)).toEqual(['web-a has no route to igw-app; send 0.0.0.0/0 there, which makes it a public subnet.']);
    expect(suggestNextSteps(start)[0]).toMatchObject({ at: idOf(start, 'web-a'), step: 'route-table' });
  });

  test('joins an office and lets its routes in', () => {
    const start = dropAll([
      ['vpc', undefined, 'app'],
      ['subnet', 'app', 'app-a'],
      ['subnet', 'app', 'app-b'],
      ['virtual-private-gateway', 'app', 'vgw-office'],
      ['customer-gateway', undefined, 'cgw-office'],
    ]);
    const { design, taken } = follow(start);
    expect(taken).toEqual(['join', 'propagate']);
    const tables = Object.values(design.resources).flatMap((table) => (table.kind === 'route-table' ? Object.values(table.routes) : []));
    expect(tables).toEqual([{ destination: '192.168.0.0/16', target: idOf(design, 'vgw-office'), origin: 'propagated' }]);
  });

  test('gives instances of a private subnet a way out', () => {
    const start = follow(emptyDesign()).design;
    const [closed] = listResources(start, 'subnet').filter(({ value }) => value.routeTable === undefined);
    const busy = after(start, addPart(start, { part: 'instance', container: closed?.id, name: 'job-1', random: repeatableNumbers(3) }));
    expect(suggestNextSteps(busy).map(({ id }) => id.split(' ')[0])).toEqual(['nat']);
    const { design } = follow(busy);
    const asked = diagnose(design, { from: 'job-1', to: 'internet', protocol: 'tcp', port: 443 });
    expect(asked.ok && asked.value.verdict).toBe('reachable');
  });
});

describe('free blocks', () => {
  const design = dropAll([
    ['vpc', undefined, 'app'],
    ['subnet', 'app', 'app-a'],
    ['subnet', 'app', 'app-b'],
  ]);
  test.each([
    [{ prefixLength: 16 }, ['10.1.0.0/16', '10.2.0.0/16', '10.3.0.0/16']],
    [{ prefixLength: 20, count: 2 }, ['10.1.0.0/20', '10.1.16.0/20']],
  ])('for a VPC: %j', (wanted, expected) => {
    expect(suggestVpcCidrs(design, wanted)).toEqual(expected);
  });
  test.each([
    [{ prefixLength: 24 }, ['10.0.2.0/24', '10.0.3.0/24', '10.0.4.0/24']],
    [{ prefixLength: 23, count: 1 }, ['10.0.2.0/23']],
    [{ prefixLength: 16 }, []],
  ])('for a subnet: %j', (wanted, expected) => {
    expect(suggestSubnetCidrs(design, { vpc: idOf(design, 'app'), ...wanted })).toEqual(expected);
  });
  test('for the subnet that is being changed its own block is free', () => {
    expect(suggestSubnetCidrs(design, { vpc: idOf(design, 'app'), prefixLength: 24, count: 1, besides: idOf(design, 'app-a') })).toEqual(['10.0.0.0/24']);
  });
});
