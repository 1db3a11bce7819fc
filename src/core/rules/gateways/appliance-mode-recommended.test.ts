import { DesignBuilder } from '../../testing/design-builder.ts';
import { ruleTester } from '../../testing/rule-tester.ts';
import { applianceModeRecommended } from './appliance-mode-recommended.ts';

/** Two VPCs on one transit gateway, routed both ways. */
const hub = (): DesignBuilder =>
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

/** `vpc-b` inspects: its attachment has two zones and leads through the interface of an appliance. */
const inspected = (given: { readonly applianceMode?: boolean; readonly subnets?: readonly string[] } = {}) =>
  hub()
    .routeTable('rtb-link', 'vpc-b', ['0.0.0.0/0 -> eni-fw'])
    .subnet('link-b', { vpc: 'vpc-b', cidr: '10.2.9.0/28', table: 'rtb-link' })
    .subnet('link-b2', { vpc: 'vpc-b', cidr: '10.2.9.16/28', zone: 'us-east-1b', table: 'rtb-link' })
    .subnet('inspect', { vpc: 'vpc-b', cidr: '10.2.1.0/24' })
    .instance('fw', { subnet: 'inspect', address: '10.2.1.10', groups: ['sg-default-vpc-b'] })
    .attachment('tgw-attach-b', 'tgw-1', { vpc: 'vpc-b', subnets: given.subnets ?? ['link-b', 'link-b2'], ...(given.applianceMode !== undefined && { applianceMode: given.applianceMode }) });

ruleTester(applianceModeRecommended, {
  fine: [
    { name: 'no appliance', design: hub().build() },
    { name: 'one zone', design: inspected({ subnets: ['link-b'] }).build() },
    { name: 'on', design: inspected({ applianceMode: true }).build() },
  ],
  wrong: [
    { name: 'not said', design: inspected().build(), at: 'tgw-attach-b', fixed: ['Turn on appliance mode of tgw-attach-b'], message: 'tgw-attach-b leads traffic in several zones through eni-fw of vpc-b without appliance mode; turn it on, so that replies come back through the same appliance.' },
    { name: 'off', design: inspected({ applianceMode: false }).build(), at: 'tgw-attach-b', fixed: ['Turn on appliance mode of tgw-attach-b'], message: 'tgw-attach-b leads traffic in several zones through eni-fw of vpc-b without appliance mode; turn it on, so that replies come back through the same appliance.' },
  ],
});
