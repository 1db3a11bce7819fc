import { asResourceId } from '@core/model/ids.ts';
import { openThreeTiers } from '@core/templates/three-tiers.ts';
import { expect, test } from 'vitest';
import { keyOf } from '../../testing/draw-design.ts';
import { findResource } from './name-of.ts';
import { placeOf } from './place-of.ts';

const design = openThreeTiers();

test.each([
  ['us-east-1', 'Region, US East (N. Virginia)'],
  ['app', 'VPC in us-east-1, N. Virginia'],
  ['public-a', 'Subnet in us-east-1a, VPC app'],
  ['rtb-public', 'Custom route table of VPC app'],
  ['rtb-app-main', 'Main route table of VPC app'],
  ['igw-app', 'Internet gateway of VPC app'],
  ['vgw-office', 'Virtual private gateway of VPC app'],
  ['nat-a', 'Public NAT gateway in public-a'],
  ['cgw-office', 'Customer gateway of office'],
  ['vpn-office', 'VPN connection of vgw-office and cgw-office'],
  ['acl-public', 'Custom network ACL of VPC app'],
  ['acl-app-default', 'Default network ACL of VPC app'],
  ['web-sg', 'Security group of VPC app'],
  ['default-app', 'Default security group of VPC app'],
  ['web-1', 'Instance in public-a, us-east-1a'],
  ['eni-web-1', 'Network interface in public-a'],
  ['orders-subnets', 'DB subnet group of VPC app'],
  ['orders', 'DB instance, MySQL, VPC app'],
  ['office', 'On-premises network'],
])('%s is: %s', (name, expected) => {
  const id = asResourceId(keyOf(design, name));
  const value = findResource(design, id);
  expect(value && placeOf(design, id, value)).toBe(expected);
});
