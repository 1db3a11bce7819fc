import { describe, expect, test } from 'vitest';
import { buildLookup } from '../../lookup/build-lookup.ts';
import { asResourceId, asRowId, type ResourceId } from '../../model/ids.ts';
import { DesignBuilder } from '../../testing/design-builder.ts';
import { wayToService } from './way-to-service.ts';

const KEYS = ['aws:sourceip', 'aws:vpcsourceip', 'aws:sourcevpc', 'aws:sourcevpce', 'aws:ec2instancesourcevpc', 'aws:ec2instancesourceprivateipv4'] as const;

type Change = (builder: DesignBuilder) => DesignBuilder;

/** The keys of a call from i-a, each as its value, `absent`, or `unknown`. */
function keysOf(routes: readonly string[], change: Change, service: string): readonly string[] {
  const builder = new DesignBuilder()
    .region()
    .vpc('vpc-1', '10.0.0.0/16')
    .internetGateway('igw-1', 'vpc-1')
    .routeTable('rtb-public', 'vpc-1', ['0.0.0.0/0 -> igw-1'])
    .routeTable('rtb-1', 'vpc-1', routes)
    .subnet('subnet-public', { vpc: 'vpc-1', cidr: '10.0.0.0/24', table: 'rtb-public' })
    .subnet('subnet-a', { vpc: 'vpc-1', cidr: '10.0.1.0/24', table: 'rtb-1' })
    .natGateway('nat-1', { subnet: 'subnet-public', address: '10.0.0.20', public: '203.0.113.20' })
    .group('sg-1', 'vpc-1', { inbound: ['tcp 443 from 10.0.0.0/16'] })
    .instance('i-a', { subnet: 'subnet-a', address: '10.0.1.10', groups: ['sg-1'], public: '203.0.113.10' });
  const lookup = buildLookup(change(builder).build());
  const entry = lookup.instances.get(asResourceId('i-a'))?.interfaces[0];
  if (!entry) throw new Error('no interface');
  const { keys } = wayToService(lookup, entry, `com.amazonaws.us-east-1.${service}`);
  return KEYS.map((key) => {
    const value = keys.get(key);
    return value === undefined ? 'unknown' : value.kind === 'absent' ? 'absent' : value.values.join(' or ');
  });
}

/** An endpoint for Systems Manager at 10.0.0.30. */
function withInterfaceEndpoint(builder: DesignBuilder): DesignBuilder {
  const [id, subnet, group] = ['vpce-ssm', 'subnet-public', 'sg-1'].map(asResourceId) as [ResourceId, ResourceId, ResourceId];
  return builder
    .vpcEndpoint(id, { vpc: 'vpc-1', service: 'ssm', subnets: [subnet], groups: [group], more: { interfaces: [asResourceId('eni-ssm')] } })
    .add('eni-ssm', { kind: 'network-interface', name: '', subnet, attachment: { resource: id, deviceIndex: 0, role: 'primary' }, addresses: { [asRowId('address-1')]: { address: '10.0.0.30', primary: true } }, ipv6Addresses: {}, securityGroups: [group], sourceDestinationCheck: true });
}

const as: Change = (builder) => builder;
const own = ['vpc-1', '10.0.1.10'];

// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html#condition-keys-network-properties
describe('what a call carries from the network', () => {
  test.each<[string, readonly string[], Change, string, readonly string[]]>([
    ['by the internet gateway: its own public address', ['0.0.0.0/0 -> igw-1'], as, 's3', ['203.0.113.10', 'absent', 'absent', 'absent']],
    ['by a NAT gateway: the address of that', ['0.0.0.0/0 -> nat-1'], as, 's3', ['203.0.113.20', 'absent', 'absent', 'absent']],
    ['no way out: nobody knows', [], as, 's3', ['unknown', 'unknown', 'unknown', 'unknown']],
    ['by a gateway endpoint', ['0.0.0.0/0 -> nat-1'], (builder) => builder.vpcEndpoint('vpce-s3', { vpc: 'vpc-1', service: 's3', tables: ['rtb-1'] }), 's3', ['absent', '10.0.1.10', 'vpc-1', 'vpce-s3']],
    ['a gateway endpoint of another service', ['0.0.0.0/0 -> nat-1'], (builder) => builder.vpcEndpoint('vpce-s3', { vpc: 'vpc-1', service: 's3', tables: ['rtb-1'] }), 'dynamodb', ['203.0.113.20', 'absent', 'absent', 'absent']],
    ['a gateway endpoint in the table of the NAT gateway', ['0.0.0.0/0 -> nat-1'], (builder) => builder.vpcEndpoint('vpce-s3', { vpc: 'vpc-1', service: 's3', tables: ['rtb-public'] }), 's3', ['absent', '10.0.0.20', 'vpc-1', 'vpce-s3']],
    ['a gateway endpoint in a table that is not used', ['0.0.0.0/0 -> nat-1'], (builder) => builder.routeTable('rtb-2', 'vpc-1', []).vpcEndpoint('vpce-s3', { vpc: 'vpc-1', service: 's3', tables: ['rtb-2'] }), 's3', ['203.0.113.20', 'absent', 'absent', 'absent']],
    ['by an interface endpoint with private DNS', [], (builder) => withInterfaceEndpoint(builder), 'ssm', ['absent', '10.0.1.10', 'vpc-1', 'vpce-ssm']],
  ])('%s', (_title, routes, change, service, expected) => {
    expect(keysOf(routes, change, service)).toEqual([...expected, ...own]);
  });
});
