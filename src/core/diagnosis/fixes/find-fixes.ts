import type { BlockerComponent } from '../../findings/diagnosis.ts';
import type { Fix } from '../../findings/fix.ts';
import { fixAppliance } from './appliance.ts';
import { fixBootWay } from './boot-way.ts';
import type { FixInput } from './fix-input.ts';
import { fixBlockPublicAccess, fixGateway } from './gateway.ts';
import { fixInstanceState, fixPublicIp, fixService } from './machine.ts';
import { fixLoadBalancer, fixTargetGroup } from './load-balancer.ts';
import { fixEndpointRoute } from './vpc-endpoint.ts';
import { fixNetworkAcl } from './network-acl.ts';
import { fixPermissions } from './role.ts';
import { fixUserData } from './script.ts';
import { fixRouteTable } from './route-table.ts';
import { fixDirectConnect, fixTransitAttachment, fixTransitGateway, fixTransitTable } from './transit-gateway.ts';
import { fixSecurityGroup } from './security-group.ts';

const FIXERS: Partial<Readonly<Record<BlockerComponent, (input: FixInput) => readonly Fix[]>>> = {
  'security-group': fixSecurityGroup,
  'network-acl': fixNetworkAcl,
  'route-table': (input) => [...fixAppliance(input), ...fixEndpointRoute(input), ...fixRouteTable(input)],
  'load-balancer': fixLoadBalancer,
  'target-group': fixTargetGroup,
  'internet-gateway': fixGateway,
  'vpn-gateway': fixGateway,
  'transit-gateway': fixTransitGateway,
  'transit-gateway-attachment': fixTransitAttachment,
  'transit-gateway-route-table': fixTransitTable,
  'direct-connect-gateway': fixDirectConnect,
  'block-public-access': fixBlockPublicAccess,
  'public-ip': fixPublicIp,
  'instance-state': fixInstanceState,
  service: fixService,
  'user-data': (input) => [...fixUserData(input), ...fixBootWay(input, findFixes)],
  permissions: fixPermissions,
};

/** The smallest changes that would remove this block, best first; none where only the person can know. */
export function findFixes(input: FixInput): readonly Fix[] {
  return FIXERS[input.block.component]?.(input) ?? [];
}
