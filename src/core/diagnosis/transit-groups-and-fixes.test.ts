import { describe, expect, test } from 'vitest';
import type { Design } from '../model/design.ts';
import { asResourceId } from '../model/ids.ts';
import { applyPatch } from '../patch/apply-patch.ts';
import { answerOf, ask, question } from '../testing/ask.ts';
import { hub, type Hub } from '../testing/transit-network.ts';

const first = (design: Design, words: string) => answerOf(design, question(words)).blockers[0];

describe('groups named over a transit gateway', () => {
  const named = (given: { readonly gateway?: boolean; readonly attachment?: boolean; readonly direction?: 'inbound' | 'outbound' }): Design =>
    hub({
      ...(given.attachment === false && { attachmentB: { securityGroupReferencing: false } }),
      more: (builder) => {
        builder.add('tgw-1', { kind: 'transit-gateway', name: 'tgw-1', region: asResourceId('us-east-1'), state: 'available', securityGroupReferencing: given.gateway ?? true });
        return given.direction === 'outbound'
          ? builder.group('sg-a', 'vpc-a', { inbound: [], outbound: ['tcp 22 to sg-b'] }).group('sg-b', 'vpc-b', { inbound: ['tcp 22 from 10.0.0.0/8'] })
          : builder.group('sg-b', 'vpc-b', { inbound: ['tcp 22 from sg-a'] });
      },
    });

  test('match where both ends allow it', () => {
    expect(ask(named({}), 'i-a -> i-b tcp 22')).toEqual(['reachable']);
  });

  test.each([
    ['off at the transit gateway', named({ gateway: false })],
    ['off at one attachment', named({ attachment: false })],
    ['in an outbound rule', named({ direction: 'outbound' })],
  ])('%s: they match nobody', (_, design) => {
    expect(ask(design, 'i-a -> i-b tcp 22')[0]).toBe('blocked');
    expect(first(design, 'i-a -> i-b tcp 22')?.code).toBe('SG_REFERENCING_SUPPORT');
  });
});

describe('fixes', () => {
  /** The titles of the fixes of the first blocker, each of which removes it. */
  function fixTitles(design: Design, words: string): readonly string[] {
    const blocker = first(design, words);
    return (blocker?.fixes ?? []).map(({ title, patch }) => {
      const applied = applyPatch(design, patch);
      if (!applied.ok) throw new Error(applied.problem);
      const left = answerOf(applied.document, question(words)).blockers;
      expect(left.map(({ code, resource }) => `${code} ${resource}`)).not.toContain(`${blocker?.code ?? ''} ${blocker?.resource ?? ''}`);
      return title;
    });
  }

  test.each<[string, Hub, readonly string[]]>([
    ['the zone gets a subnet', { zoneOfA: 'us-east-1b' }, ['Add app-a to tgw-attach-a']],
    ['the VPC is attached', { attachmentA: { vpc: 'vpc-other' } }, ['Attach vpc-a to tgw-1']],
    ['the attachment is associated', { attachmentA: { table: null } }, ['Associate tgw-attach-a with tgw-rtb-tgw-1']],
    ['the far attachment propagates, or a static route leads there', { propagations: ['tgw-attach-a'] }, ['Propagate tgw-attach-b into tgw-rtb-tgw-1', 'Add static route 10.2.1.10/32 → tgw-attach-b in tgw-rtb-tgw-1']],
    ['the VPC gets a route', { routesA: [] }, ['Add route 10.2.0.0/16 → tgw-1 in rtb-a']],
    ['the far VPC gets a route back', { routesB: [] }, ['Add route 10.1.0.0/16 → tgw-1 in rtb-b']],
  ])('%s', (_, given, titles) => {
    expect(fixTitles(hub(given), 'i-a -> i-b tcp 22')).toEqual(titles);
  });
});
