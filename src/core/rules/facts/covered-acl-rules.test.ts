import fc from 'fast-check';
import { expect, test } from 'vitest';
import { filterByNetworkAcl } from '../../filtering/network-acl.ts';
import type { AnyBox } from '../../filtering/rule-match.ts';
import type { NetworkAcl } from '../../model/resources/index.ts';
import { asResourceId } from '../../model/ids.ts';
import { aclRules } from '../../testing/design-builder.ts';
import { coveredAclRules, letsAnythingThrough } from './covered-acl-rules.ts';

const TRAFFIC = ['all', 'tcp', 'udp', 'tcp 22', 'tcp 0-1023', 'tcp 1024-65535', 'icmp'] as const;
const BLOCKS = ['0.0.0.0/0', '0.0.0.0/1', '128.0.0.0/1', '10.0.0.0/8', '10.1.0.0/16', '::/0'] as const;
const lines = fc
  .uniqueArray(fc.tuple(fc.integer({ min: 1, max: 9 }), fc.constantFrom('allow', 'deny'), fc.constantFrom(...TRAFFIC), fc.constantFrom(...BLOCKS)), { maxLength: 8, selector: ([number]) => number })
  .map((rules) => rules.map(([number, action, traffic, block]) => `${number} ${action} ${traffic} from ${block}`));

const everything = (family: 4 | 6): AnyBox => {
  const all = family === 4 ? ([0, 2 ** 32] as const) : ([0n, 1n << 128n] as const);
  return { source: all, destination: all, protocol: [0, 256], sourcePort: [0, 65_536], destinationPort: [0, 65_536] };
};

const aclOf = (inbound: readonly string[]): NetworkAcl => ({ kind: 'network-acl', name: 'acl', vpc: asResourceId('vpc-1'), inbound: aclRules('in', inbound), outbound: {} });

/** The rows that decide something when all traffic goes through. */
function decidingRows(acl: NetworkAcl): ReadonlyMap<string, string> {
  const rulings = ([4, 6] as const).flatMap((family) => filterByNetworkAcl(acl, [{ now: everything(family) }], { direction: 'inbound', family, carve: (_parcel, now) => ({ now }) }));
  return new Map(rulings.map(({ rule }) => [rule.row, rule.effect]));
}

test('a rule is never reached exactly when it decides nothing of all traffic', () => {
  fc.assert(
    fc.property(lines, (inbound) => {
      const acl = aclOf(inbound);
      const covered = coveredAclRules(acl).map(({ rule }) => rule.row);
      const deciding = decidingRows(acl);
      expect([...covered].sort()).toEqual(Object.keys(acl.inbound).filter((row) => !deciding.has(row)).sort());
      expect(letsAnythingThrough(acl, 'inbound')).toBe([...deciding.values()].includes('allow'));
    }),
  );
});
