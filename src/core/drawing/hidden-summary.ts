import { formatCount } from '../address/format-count.ts';
import type { ContainedNode, NodeKind } from './containers.ts';
import { kindNames } from './names.ts';
import { countOf } from './node-text.ts';

/** Kinds that are named when there is room for few: what runs in the network before what makes it up. */
const TELLING: readonly NodeKind[] = ['instance', 'db-instance', 'load-balancer', 'nat-gateway', 'vpc-endpoint', 'subnet', 'vpc', 'network-interface'];
const NAMED_AT_MOST = 3;

/** "EC2 instance" stays, "Instance" becomes "instance": nouns inside a sentence are small, abbreviations are not. */
const nounOf = (kind: NodeKind): string => (/^[A-Z][a-z]/.test(kindNames[kind]) ? kindNames[kind].charAt(0).toLowerCase() + kindNames[kind].slice(1) : kindNames[kind]);

/** What a collapsed container holds, in words: `4 instances, 2 NAT gateways, 6 subnets`. */
export function summariseHidden(hidden: readonly ContainedNode[]): string {
  if (hidden.length === 0) return 'empty';
  const counts = new Map<NodeKind, number>();
  for (const { kind } of hidden) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  const named = TELLING.filter((kind) => counts.has(kind)).slice(0, NAMED_AT_MOST);
  const rest = hidden.length - named.reduce((sum, kind) => sum + (counts.get(kind) ?? 0), 0);
  const words = named.map((kind) => countOf(counts.get(kind) ?? 0, nounOf(kind)));
  return [...words, ...(rest > 0 ? [`${formatCount(rest)} more`] : [])].join(', ');
}
