import { quotas } from '../../aws/limits.ts';
import type { Lookup } from '../../lookup/entries.ts';
import { defineRule, type Fault } from '../define-rule.ts';
import { nameList } from '../facts/name-list.ts';
import { nameOf } from '../facts/names.ts';

interface Facts {
  readonly name: string;
  readonly count: number;
  readonly names: string;
}

function* check(lookup: Lookup): Iterable<Fault<Facts>> {
  for (const { id, virtualPrivateGateways } of lookup.vpcs.values()) {
    if (virtualPrivateGateways.length < 2) continue;
    const facts: Facts = { name: nameOf(lookup, id), count: virtualPrivateGateways.length, names: nameList(virtualPrivateGateways.map((gateway) => nameOf(lookup, gateway))) };
    yield { evidence: [{ at: id }, ...virtualPrivateGateways.map((at) => ({ at }))], namedBy: 1, facts };
  }
}

export const severalVirtualPrivateGateways = defineRule<Facts>({
  id: 'several-virtual-private-gateways',
  area: 'gateways',
  severity: 'error',
  why: 'AWS attaches one virtual private gateway to a VPC; several VPN connections share it.',
  learnMore: quotas.virtualPrivateGatewaysPerVpc.source,
  check,
  explain: ({ name, count, names }) => `${name} has ${count} virtual private gateways (${names}); AWS attaches one, so move the VPN connections to one of them.`,
});
