import { asResourceId } from '../../model/ids.ts';
import type { Resource } from '../../model/resources/index.ts';
import { DesignBuilder } from '../../testing/design-builder.ts';
import { ruleTester } from '../../testing/rule-tester.ts';
import { vpcBlocksOverlap } from './vpc-blocks-overlap.ts';

const two = (first: string, second: string) => new DesignBuilder().region().vpc('vpc-1', first).vpc('vpc-2', second);
const attachment = (vpc: string): Resource => ({ kind: 'unmodelled', name: '', type: 'transit-gateway-attachment', vpc: asResourceId(vpc), subnets: [], data: { TransitGatewayId: 'tgw-1' } });

ruleTester(vpcBlocksOverlap, {
  fine: [
    {
      name: 'both on a transit gateway that is drawn, which another rule tells',
      design: two('10.0.0.0/16', '10.0.0.0/20')
        .subnet('link-1', { vpc: 'vpc-1', cidr: '10.0.9.0/28' })
        .subnet('link-2', { vpc: 'vpc-2', cidr: '10.0.9.0/28' })
        .transitGateway('tgw-1')
        .attachment('tgw-attach-1', 'tgw-1', { vpc: 'vpc-1', subnets: ['link-1'] })
        .attachment('tgw-attach-2', 'tgw-1', { vpc: 'vpc-2', subnets: ['link-2'] }),
    },
    { name: 'apart', design: two('10.0.0.0/16', '10.1.0.0/16') },
    { name: 'two default VPCs', design: new DesignBuilder().region().vpc('vpc-1', '172.31.0.0/16', { isDefault: true }).vpc('vpc-2', '172.31.0.0/16', { isDefault: true }) },
  ],
  wrong: [
    {
      name: 'one inside the other',
      design: two('10.0.0.0/16', '10.0.128.0/20'),
      at: 'vpc-2',
      message: 'vpc-2 (10.0.128.0/20) overlaps vpc-1 (10.0.0.0/16), so the two can never be peered; give one of them another block if they may ever talk to each other.',
    },
    {
      name: 'three alike: each is told once',
      design: two('10.0.0.0/16', '10.0.0.0/16').vpc('vpc-3', '10.0.0.0/16'),
      at: ['vpc-2', 'vpc-3'],
      message: 'vpc-2 (10.0.0.0/16) overlaps vpc-1 (10.0.0.0/16), so the two can never be peered; give one of them another block if they may ever talk to each other.',
    },
    {
      name: 'both on one transit gateway',
      design: two('10.0.0.0/16', '10.0.0.0/20').add('tgw-attach-1', attachment('vpc-1')).add('tgw-attach-2', attachment('vpc-2')),
      at: 'vpc-2',
      severity: 'warning',
      message: 'vpc-2 (10.0.0.0/20) overlaps vpc-1 (10.0.0.0/16), and both are connected to tgw-1, which can reach only one of the two; give one of them another block.',
    },
    {
      name: 'both on one Direct Connect gateway',
      design: two('10.0.0.0/16', '10.0.0.0/20').virtualPrivateGateway('vgw-1', 'vpc-1').virtualPrivateGateway('vgw-2', 'vpc-2').directConnectGateway('dxgw-1', { 'vgw-1': [], 'vgw-2': [] }).virtualInterface('dxvif-1', 'dxgw-1'),
      at: 'vpc-2',
      severity: 'warning',
      message: 'vpc-2 (10.0.0.0/20) overlaps vpc-1 (10.0.0.0/16), and both are connected to dxgw-1, which can reach only one of the two; give one of them another block.',
    },
    {
      name: 'both behind one customer gateway',
      design: two('10.0.0.0/16', '10.0.0.0/20')
        .virtualPrivateGateway('vgw-1', 'vpc-1')
        .virtualPrivateGateway('vgw-2', 'vpc-2')
        .office('office', { gateway: 'vgw-1', cidr: '192.168.0.0/16' })
        .add('vpn-2', { kind: 'vpn-connection', name: 'vpn-2', customerGateway: asResourceId('cgw-office'), gateway: asResourceId('vgw-2'), routing: 'bgp', staticRoutes: {}, tunnels: {}, state: 'available' }),
      at: 'vpc-2',
      severity: 'warning',
      message: 'vpc-2 (10.0.0.0/20) overlaps vpc-1 (10.0.0.0/16), and both are connected to cgw-office, which can reach only one of the two; give one of them another block.',
    },
  ],
});
