import { ruleTester } from '../../testing/rule-tester.ts';
import { bareHub } from '../../testing/transit-network.ts';
import { applianceModeRecommended } from './appliance-mode-recommended.ts';

/** Two VPCs on one transit gateway, routed both ways. */
/** `vpc-b` inspects: its attachment has two zones and leads through the interface of an appliance. */
const inspected = (given: { readonly applianceMode?: boolean; readonly subnets?: readonly string[] } = {}) =>
  bareHub()
    .routeTable('rtb-link', 'vpc-b', ['0.0.0.0/0 -> eni-fw'])
    .subnet('link-b', { vpc: 'vpc-b', cidr: '10.2.9.0/28', table: 'rtb-link' })
    .subnet('link-b2', { vpc: 'vpc-b', cidr: '10.2.9.16/28', zone: 'us-east-1b', table: 'rtb-link' })
    .subnet('inspect', { vpc: 'vpc-b', cidr: '10.2.1.0/24' })
    .instance('fw', { subnet: 'inspect', address: '10.2.1.10', groups: ['sg-default-vpc-b'] })
    .attachment('tgw-attach-b', 'tgw-1', { vpc: 'vpc-b', subnets: given.subnets ?? ['link-b', 'link-b2'], ...(given.applianceMode !== undefined && { applianceMode: given.applianceMode }) });

ruleTester(applianceModeRecommended, {
  fine: [
    { name: 'no appliance', design: bareHub().build() },
    { name: 'one zone', design: inspected({ subnets: ['link-b'] }).build() },
    { name: 'on', design: inspected({ applianceMode: true }).build() },
  ],
  wrong: [
    { name: 'not said', design: inspected().build(), at: 'tgw-attach-b', fixed: ['Turn on appliance mode of tgw-attach-b'], message: 'tgw-attach-b leads traffic in several zones through eni-fw of vpc-b without appliance mode; turn it on, so that replies come back through the same appliance.' },
    { name: 'off', design: inspected({ applianceMode: false }).build(), at: 'tgw-attach-b', fixed: ['Turn on appliance mode of tgw-attach-b'], message: 'tgw-attach-b leads traffic in several zones through eni-fw of vpc-b without appliance mode; turn it on, so that replies come back through the same appliance.' },
  ],
});
