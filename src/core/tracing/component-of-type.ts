import type { BlockerComponent } from '../findings/diagnosis.ts';

const COMPONENTS: Readonly<Record<string, BlockerComponent>> = {
  'carrier-gateway': 'internet-gateway',
  'classic-load-balancer': 'load-balancer',
  'client-vpn-endpoint': 'vpn-connection',
  'core-network': 'transit-gateway',
  'direct-connect-gateway': 'direct-connect-gateway',
  'egress-only-internet-gateway': 'egress-only-internet-gateway',
  'internet-gateway': 'internet-gateway',
  'load-balancer': 'load-balancer',
  'nat-gateway': 'nat-gateway',
  'target-group': 'target-group',
  'transit-gateway': 'transit-gateway',
  'transit-gateway-attachment': 'transit-gateway-attachment',
  'transit-gateway-route-table': 'transit-gateway-route-table',
  'virtual-interface': 'direct-connect-gateway',
  'virtual-private-gateway': 'vpn-gateway',
  'vpc-endpoint': 'vpc-endpoint',
  'vpc-peering-connection': 'vpc-peering-connection',
  'vpn-connection': 'vpn-connection',
};

/** The word of a blocker for AWS's word for a resource (`transit-gateway`, `classic-load-balancer`); nothing where none fits. */
export const componentOfType = (type: string): BlockerComponent | undefined => (Object.hasOwn(COMPONENTS, type) ? COMPONENTS[type] : undefined);
