import type { Design } from '../model/design.ts';
import { DesignBuilder } from './design-builder.ts';

/** What differs from two VPCs that reach each other through one transit gateway. */
export interface Hub {
  readonly routesA?: readonly string[];
  readonly routesB?: readonly string[];
  readonly table?: readonly string[];
  readonly propagations?: readonly string[];
  readonly routesKnown?: boolean;
  readonly zoneOfA?: string;
  readonly attachmentA?: Parameters<DesignBuilder['attachment']>[2];
  readonly attachmentB?: Parameters<DesignBuilder['attachment']>[2];
  readonly isImported?: boolean;
  readonly more?: (builder: DesignBuilder) => DesignBuilder;
}

const OPEN_ROUTES = ['10.0.0.0/8 -> tgw-1'];

/** Two VPCs on one transit gateway; in each an instance in `app` and the attachment in a small subnet of the same zone. */
export function hub({ routesA = OPEN_ROUTES, routesB = OPEN_ROUTES, table = [], propagations = ['tgw-attach-a', 'tgw-attach-b'], zoneOfA = 'us-east-1a', ...given }: Hub = {}): Design {
  const builder = new DesignBuilder()
    .region()
    .vpc('vpc-a', '10.1.0.0/16')
    .vpc('vpc-b', '10.2.0.0/16')
    .routeTable('rtb-a', 'vpc-a', routesA)
    .routeTable('rtb-b', 'vpc-b', routesB)
    .networkAcl('acl-link-a', 'vpc-a', { inbound: ['100 allow all from 0.0.0.0/0'], outbound: ['100 allow all to 0.0.0.0/0'] })
    .subnet('app-a', { vpc: 'vpc-a', cidr: '10.1.1.0/24', table: 'rtb-a', zone: zoneOfA })
    .subnet('link-a', { vpc: 'vpc-a', cidr: '10.1.9.0/28', acl: 'acl-link-a' })
    .subnet('app-b', { vpc: 'vpc-b', cidr: '10.2.1.0/24', table: 'rtb-b' })
    .subnet('link-b', { vpc: 'vpc-b', cidr: '10.2.9.0/28' })
    .group('sg-a', 'vpc-a', { inbound: ['tcp 22 from 10.0.0.0/8'] })
    .group('sg-b', 'vpc-b', { inbound: ['tcp 22 from 10.0.0.0/8', 'tcp 22 from 192.168.0.0/16'] })
    .instance('i-a', { subnet: 'app-a', address: '10.1.1.10', groups: ['sg-a'] })
    .instance('i-b', { subnet: 'app-b', address: '10.2.1.10', groups: ['sg-b'] })
    .transitGateway('tgw-1')
    .attachment('tgw-attach-a', 'tgw-1', { vpc: 'vpc-a', subnets: ['link-a'], ...given.attachmentA })
    .attachment('tgw-attach-b', 'tgw-1', { vpc: 'vpc-b', subnets: ['link-b'], ...given.attachmentB })
    .transitTable('tgw-rtb-tgw-1', 'tgw-1', table, {
      propagations,
      ...(given.routesKnown !== undefined && { routesKnown: given.routesKnown }),
    });
  const { more = (same: DesignBuilder) => same } = given;
  const design = more(builder).build();
  return given.isImported === true ? { ...design, snapshot: { missing: [] } } : design;
}

/** Two VPCs on one transit gateway, with nothing but their attachments in them. */
export const bareHub = (): DesignBuilder =>
  new DesignBuilder()
    .region()
    .vpc('vpc-a', '10.1.0.0/16')
    .vpc('vpc-b', '10.2.0.0/16')
    .routeTable('rtb-main-vpc-a', 'vpc-a', ['10.2.0.0/16 -> tgw-1'])
    .routeTable('rtb-main-vpc-b', 'vpc-b', ['10.1.0.0/16 -> tgw-1'])
    .subnet('link-a', { vpc: 'vpc-a', cidr: '10.1.9.0/28' })
    .subnet('link-b', { vpc: 'vpc-b', cidr: '10.2.9.0/28' })
    .transitGateway('tgw-1')
    .attachment('tgw-attach-a', 'tgw-1', { vpc: 'vpc-a', subnets: ['link-a'] })
    .attachment('tgw-attach-b', 'tgw-1', { vpc: 'vpc-b', subnets: ['link-b'] })
    .transitTable('tgw-rtb-tgw-1', 'tgw-1', [], { propagations: ['tgw-attach-a', 'tgw-attach-b'] });
