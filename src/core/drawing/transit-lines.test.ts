import { expect, test } from 'vitest';
import { asResourceId } from '../model/ids.ts';
import { DesignBuilder } from '../testing/design-builder.ts';
import { findContainers, nodeKeyOf } from './containers.ts';
import { readSource } from './drawing-source.ts';
import { linkTransit } from './transit-lines.ts';

const design = new DesignBuilder()
  .region()
  .vpc('vpc-a', '10.1.0.0/16')
  .subnet('link-a', { vpc: 'vpc-a', cidr: '10.1.9.0/28' })
  .transitGateway('tgw-1')
  .transitGateway('tgw-2')
  .attachment('tgw-attach-a', 'tgw-1', { vpc: 'vpc-a', subnets: ['link-a'] })
  .attachment('tgw-attach-gone', 'tgw-2', { vpc: 'vpc-a', subnets: ['link-a'], state: 'deleted' })
  .attachment('tgw-attach-p', 'tgw-1', { type: 'peering', peer: { transitGateway: asResourceId('tgw-2') } })
  .attachment('tgw-attach-d', 'tgw-1', { type: 'direct-connect-gateway', directConnectGateway: 'dxgw-1' })
  .virtualPrivateGateway('vgw-1', 'vpc-a')
  .directConnectGateway('dxgw-1', { 'tgw-1': [], 'vgw-1': [] })
  .virtualInterface('dxvif-1', 'dxgw-1', { cidr: '192.168.0.0/16' })
  .build();

test('every attachment, association and virtual interface has one line', () => {
  const lines = linkTransit(readSource(design)).map(({ kind, from, to }) => `${kind} ${from} ${to}`);
  expect(lines.sort()).toEqual(['attachment tgw-1 dxgw-1', 'attachment tgw-1 tgw-2', 'attachment tgw-1 vpc-a', 'direct-connect dxgw-1 vgw-1', 'direct-connect onprem-dxvif-1 dxgw-1']);
});

test('tables and attachments are shown at their transit gateway', () => {
  const containers = findContainers(design);
  expect(nodeKeyOf(containers, 'tgw-rtb-tgw-1')).toBe('tgw-1');
  expect(nodeKeyOf(containers, 'tgw-attach-a')).toBe('tgw-1');
});
