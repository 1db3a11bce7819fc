import { isGone } from '../../model/life-cycle.ts';
import { documentation } from '../../aws/documentation-links.ts';
import type { Severity } from '../../findings/finding.ts';
import type { Lookup } from '../../lookup/entries.ts';
import { defineRule, type Fault } from '../define-rule.ts';
import { nameOf } from '../facts/names.ts';

interface Facts {
  readonly name: string;
  readonly up: number;
  readonly all: number;
}

const TUNNELS = 2;

function judge({ up, all }: Facts): Severity | undefined {
  if (up === 0) return 'warning';
  return up < all || all < TUNNELS ? 'advice' : undefined;
}

function* check(lookup: Lookup): Iterable<Fault<Facts>> {
  for (const { id, value } of lookup.byKind['vpn-connection']) {
    const tunnels = Object.values(value.tunnels);
    // A drawn connection has no tunnels yet.
    if (tunnels.length === 0 || isGone(value)) continue;
    const facts: Facts = { name: nameOf(lookup, id), up: tunnels.filter(({ status }) => status === 'up').length, all: tunnels.length };
    const severity = judge(facts);
    if (severity) yield { evidence: [{ at: id }], facts, severity };
  }
}

function explain({ name, up, all }: Facts): string {
  if (up === 0) return `${name} has ${all === 1 ? 'its only tunnel' : 'all tunnels'} down, so nothing passes it; check the customer gateway's device and its configuration.`;
  if (all < TUNNELS) return `${name} has one tunnel; configure the second one, because AWS takes a tunnel down for maintenance.`;
  return `${name} has ${up} of ${all} tunnels up; bring up the other one, because AWS takes a tunnel down for maintenance.`;
}

export const vpnTunnelDown = defineRule<Facts>({
  id: 'vpn-tunnel-down',
  area: 'gateways',
  severity: 'warning',
  why: 'A VPN connection has two tunnels so that one can be down; with one left there is no reserve, with none there is no connection.',
  learnMore: documentation.vpnTunnels,
  check,
  explain,
});
