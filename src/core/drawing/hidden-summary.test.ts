import { expect, test } from 'vitest';
import type { ContainedNode, NodeKind } from './containers.ts';
import { summariseHidden } from './hidden-summary.ts';

const hold = (...kinds: readonly NodeKind[]): readonly ContainedNode[] => kinds.map((kind, index) => ({ key: String(index), kind, resource: undefined, parent: undefined, children: [], level: 0, astride: false }));

test.each<[string, readonly NodeKind[], string]>([
  ['nothing', [], 'empty'],
  ['one of a kind', ['nat-gateway'], '1 NAT gateway'],
  ['several of every kind that is named', ['nat-gateway', 'nat-gateway', 'vpc-endpoint', 'vpc-endpoint'], '2 NAT gateways, 2 VPC endpoints'],
  ['more kinds than are named', ['instance', 'instance', 'db-instance', 'nat-gateway', 'subnet', 'subnet'], '2 instances, 1 DB instance, 1 NAT gateway, 2 more'],
])('a container that holds %s says so', (_what, kinds, words) => {
  expect(summariseHidden(hold(...kinds))).toBe(words);
});
