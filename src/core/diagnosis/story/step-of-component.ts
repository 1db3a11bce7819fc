import type { BlockerComponent, StepId } from '../../findings/diagnosis.ts';

const STEPS: Readonly<Partial<Record<BlockerComponent, StepId>>> = {
  'security-group': 'security-groups',
  'network-acl': 'network-acls',
  'internet-gateway': 'internet-gateway',
  'egress-only-internet-gateway': 'internet-gateway',
  'block-public-access': 'internet-gateway',
  'public-ip': 'public-ip',
  'instance-state': 'application',
  service: 'application',
  'user-data': 'user-data',
  permissions: 'permissions',
  'personal-network': 'personal-network',
};

/** The step a component belongs to; what carries traffic belongs to the route table's. */
export const stepOfComponent = (component: BlockerComponent): StepId => STEPS[component] ?? 'route-table';

const BEHIND_THE_NETWORK = new Set<BlockerComponent>(['service', 'user-data', 'permissions']);

/** Whether packets are stopped before they arrive: by the network, or by a machine that is off. */
export const isOfNetwork = ({ component }: { readonly component: BlockerComponent }): boolean => !BEHIND_THE_NETWORK.has(component);
