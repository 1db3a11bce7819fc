import type { Evidence } from '../../findings/evidence.ts';
import { labelOf } from '../../tracing/names.ts';
import { evidenceAt } from '../../tracing/advance.ts';
import type { Case } from '../case.ts';
import { judgeBlockers, judgeWithoutPacket, type Check, type Judgement } from '../define-check.ts';
import { stepsOf, type LegStep } from '../travelled.ts';

const ROUTING = [
  'route-table',
  'nat-gateway',
  'vpn-gateway',
  'vpn-connection',
  'vpc-peering-connection',
  'transit-gateway',
  'transit-gateway-attachment',
  'transit-gateway-route-table',
  'direct-connect-gateway',
  'vpc-endpoint',
  'load-balancer',
  'target-group',
  'no-such-target',
] as const;

function describeRoute(given: Case, { step }: LegStep): string {
  const { detail } = step;
  if (detail.kind !== 'route') return '';
  const target = detail.target === 'local' ? 'local' : given.lookup.nameOf(detail.target);
  return `${given.lookup.nameOf(step.resource)} sends ${detail.destination} to ${target}`;
}

function chipOf(given: Case, { step }: LegStep): Evidence {
  const { detail } = step;
  const evidence = step.evidence ?? evidenceAt(step.resource);
  if (detail.kind !== 'route') return evidence;
  return { ...evidence, label: `${detail.destination} → ${detail.target === 'local' ? 'local' : given.lookup.nameOf(detail.target)}` };
}

/** A subnet of the way that uses its VPC's main table without anybody having said so. */
function findImplicit(given: Case, routes: readonly LegStep[]): string | undefined {
  for (const { step } of routes) {
    if (step.detail.kind !== 'route') continue;
    const subnet = given.lookup.subnets.get(step.detail.subnet);
    if (subnet?.routeTable?.via === 'main') return `${given.lookup.nameOf(subnet.id)} uses the main route table ${given.lookup.nameOf(subnet.routeTable.id)} because no table is associated with it.`;
  }
  return undefined;
}

function judge(given: Case): Judgement {
  const blocked = judgeBlockers(given, ROUTING) ?? judgeWithoutPacket(given);
  if (blocked) return blocked;
  const routes = stepsOf(given, 'route');
  if (routes.length === 0) return { status: 'not-needed', sentence: 'Both ends are in one subnet, so nothing is routed.' };
  const words = [...new Set(routes.map((route) => describeRoute(given, route)))];
  const hasBoth = routes.some(({ leg }) => leg === 'request') && routes.some(({ leg }) => leg === 'reply');
  const sentence = `${words.join('; ')}${hasBoth && words.length === 1 ? ', both legs' : ''}.`;
  const evidence = [...new Map(routes.map((route) => [labelOf(given.lookup, chipOf(given, route)), chipOf(given, route)])).values()];
  const implicit = findImplicit(given, routes);
  return implicit === undefined ? { status: 'pass', sentence, evidence } : { status: 'warning', sentence: `${sentence} ${implicit}`, evidence, code: 'X_IMPLICIT_MAIN_ROUTE_TABLE' };
}

export const routeTable: Check = {
  id: 'route-table',
  title: 'Route table',
  question: "Does the subnet's effective route table send the traffic there and the reply back?",
  explanation:
    'Every subnet uses one route table: the one associated with it, else the VPC’s main table. The longest matching prefix decides, then static routes come before propagated ones. Replies are routed too, by the table of the subnet they leave. A route whose target was deleted or detached is a blackhole.',
  judge,
};
