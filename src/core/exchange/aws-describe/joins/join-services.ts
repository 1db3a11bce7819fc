import type { ResourceId } from '../../../model/ids.ts';
import { asResourceId } from '../../../model/ids.ts';
import type { LoadBalancer } from '../../../model/resources/index.ts';
import type { Draft } from '../draft.ts';
import { textIn, textsIn } from '../record.ts';

/** The prefix list of a gateway endpoint: what its routes lead to, or the list that is called like its service. */
function prefixListOf(draft: Draft, id: ResourceId, service: string): ResourceId | undefined {
  const routed = draft.all('route-table').flatMap(([, table]) => Object.values(table.routes).filter(({ target, destination }) => target === id && destination.startsWith('pl-')));
  const [route] = routed;
  return route ? asResourceId(route.destination) : draft.all('prefix-list').find(([, list]) => list.name === service)?.[0];
}

/** Target groups that say they serve a load balancer though no listener of it was told to lead to them: a rule does. */
function addGroupsOfRules(draft: Draft): void {
  if (draft.hasKey('Rules')) return;
  for (const { record } of draft.recordsOf('TargetGroups')) {
    const group = asResourceId(textIn(record, 'TargetGroupArn') ?? '');
    for (const arn of textsIn(record, 'LoadBalancerArns')) draft.change(arn, 'load-balancer', (balancer) => withGroup(balancer, group));
  }
}

function withGroup(balancer: LoadBalancer, group: ResourceId): LoadBalancer {
  const rows = Object.entries(balancer.listeners);
  if (rows.some(([, { targetGroups }]) => targetGroups.includes(group))) return balancer;
  return { ...balancer, listeners: Object.fromEntries(rows.map(([row, listener]) => [row, { ...listener, targetGroups: [...listener.targetGroups, group] }])) };
}

/** Gives gateway endpoints their prefix lists, and listeners the target groups of rules that were not told. */
export function joinServices(draft: Draft): void {
  addGroupsOfRules(draft);
  for (const [id, endpoint] of draft.all('vpc-endpoint')) {
    const prefixList = endpoint.type === 'gateway' ? prefixListOf(draft, id, endpoint.service) : undefined;
    if (prefixList !== undefined) draft.put(id, { ...endpoint, prefixList });
  }
}
