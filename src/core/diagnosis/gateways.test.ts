import { describe, expect, test } from 'vitest';
import type { Design } from '../model/design.ts';
import { asResourceId } from '../model/ids.ts';
import { ask } from '../testing/ask.ts';
import { DesignBuilder } from '../testing/design-builder.ts';

// Expected values are reasoned from https://docs.aws.amazon.com/vpc/latest/userguide/VPC_Internet_Gateway.html,
// https://docs.aws.amazon.com/vpc/latest/userguide/vpc-nat-gateway.html and
// https://docs.aws.amazon.com/vpc/latest/reachability/explanation-codes.html.

type Change = (builder: DesignBuilder) => DesignBuilder;
const same: Change = (builder) => builder;

/** i-web (public subnet, 203.0.113.10), i-web-2 (another public subnet, 203.0.113.20), i-app (private, by nat-1), i-db (no route out). */
function network(change: Change = same): Design {
  const builder = new DesignBuilder()
    .region()
    .vpc('vpc-1', '10.0.0.0/16')
    .internetGateway('igw-1', 'vpc-1')
    .routeTable('rtb-public', 'vpc-1', ['0.0.0.0/0 -> igw-1'])
    .routeTable('rtb-app', 'vpc-1', ['0.0.0.0/0 -> nat-1'])
    .subnet('subnet-1', { vpc: 'vpc-1', cidr: '10.0.1.0/24', table: 'rtb-public' })
    .subnet('subnet-2', { vpc: 'vpc-1', cidr: '10.0.2.0/24', table: 'rtb-public' })
    .subnet('subnet-app', { vpc: 'vpc-1', cidr: '10.0.3.0/24', table: 'rtb-app' })
    .subnet('subnet-db', { vpc: 'vpc-1', cidr: '10.0.4.0/24' })
    .group('sg-open', 'vpc-1', { inbound: ['all'] })
    .natGateway('nat-1', { subnet: 'subnet-1', address: '10.0.1.5', public: '203.0.113.50' })
    .instance('i-web', { subnet: 'subnet-1', address: '10.0.1.10', groups: ['sg-open'], public: '203.0.113.10' })
    .instance('i-web-2', { subnet: 'subnet-2', address: '10.0.2.10', groups: ['sg-open'], public: '203.0.113.20' })
    .instance('i-app', { subnet: 'subnet-app', address: '10.0.3.10', groups: ['sg-open'] })
    .instance('i-db', { subnet: 'subnet-db', address: '10.0.4.10', groups: ['sg-open'] });
  return change(builder).build();
}

const PASSES = ['reachable'];
interface Row {
  readonly name: string;
  readonly design?: Change;
  readonly asked: string;
  readonly expected: readonly string[];
}
const judge = ({ design, asked, expected }: Row): void => expect(ask(network(design), asked)).toEqual(expected);

describe('internet gateways', () => {
  const cases: readonly Row[] = [
    { name: 'in', asked: 'internet:198.51.100.7 -> i-web tcp 443', expected: PASSES },
    { name: 'in by the bare public address', asked: 'internet -> 203.0.113.10 tcp 443', expected: PASSES },
    { name: 'out', asked: 'i-web -> internet tcp 443', expected: PASSES },
    { name: 'out to one address', asked: 'i-web -> 198.51.100.7 tcp 443', expected: PASSES },
    { name: 'a public address in a private subnet', design: (b) => b.instance('i-db', { subnet: 'subnet-db', address: '10.0.4.10', groups: ['sg-open'], public: '203.0.113.40', isElastic: true }), asked: 'internet -> i-db tcp 443', expected: ['blocked', 'reply route-table rtb-main-vpc-1'] },
    { name: 'a public address behind a NAT gateway', design: (b) => b.instance('i-app', { subnet: 'subnet-app', address: '10.0.3.10', groups: ['sg-open'], public: '203.0.113.30' }), asked: 'internet -> i-app tcp 443', expected: ['blocked', 'reply route-table rtb-app'] },
    { name: 'no public address, in', design: (b) => b.instance('i-web', { subnet: 'subnet-1', address: '10.0.1.10', groups: ['sg-open'] }), asked: 'internet -> i-web tcp 443', expected: ['blocked', 'request public-ip eni-i-web'] },
    { name: 'no public address, out', design: (b) => b.instance('i-web', { subnet: 'subnet-1', address: '10.0.1.10', groups: ['sg-open'] }), asked: 'i-web -> internet tcp 443', expected: ['blocked', 'request public-ip eni-i-web'] },
    { name: 'detached, in', design: (b) => b.internetGateway('igw-1'), asked: 'internet -> i-web tcp 443', expected: ['blocked', 'request internet-gateway igw-1'] },
    { name: 'detached, out', design: (b) => b.internetGateway('igw-1'), asked: 'i-web -> internet tcp 443', expected: ['blocked', 'request internet-gateway igw-1'] },
    { name: 'RFC 1918 destination', asked: 'i-web -> 192.168.1.25 tcp 22', expected: ['blocked', 'request internet-gateway igw-1'] },
    { name: 'RFC 6598 destination', asked: 'i-web -> 100.64.0.5 tcp 22', expected: ['blocked', 'request internet-gateway igw-1'] },
    { name: 'RFC 1918 destination by a NAT gateway', asked: 'i-app -> 192.168.1.25 tcp 22', expected: ['blocked', 'request internet-gateway igw-1'] },
    { name: 'RFC 1918 source', asked: 'internet:192.168.1.25 -> i-web tcp 22', expected: ['blocked', 'request internet-gateway igw-1'] },
    { name: 'from one public address to another', asked: 'i-web -> 203.0.113.20 tcp 443', expected: PASSES },
    { name: 'the ACL sees the public addresses', design: (b) => b.networkAcl('acl-2', 'vpc-1', { inbound: ['100 deny all from 203.0.113.10/32', '110 allow all'], outbound: ['100 allow all'] }).subnet('subnet-2', { vpc: 'vpc-1', cidr: '10.0.2.0/24', table: 'rtb-public', acl: 'acl-2' }), asked: 'i-web -> 203.0.113.20 tcp 443', expected: ['blocked', 'request network-acl acl-2'] },
    { name: 'nobody holds it', asked: 'internet -> 203.0.113.99 tcp 443', expected: ['blocked', 'request no-such-target 203.0.113.99'] },
    { name: 'nobody inside holds it: it is out there', asked: 'i-web -> 203.0.113.99 tcp 443', expected: PASSES },
    { name: 'no gateway at all', design: (b) => b.vpc('vpc-2', '10.9.0.0/16').subnet('subnet-far', { vpc: 'vpc-2', cidr: '10.9.1.0/24' }).group('sg-far', 'vpc-2', { inbound: ['all'] }).instance('i-far', { subnet: 'subnet-far', address: '10.9.1.10', groups: ['sg-far'], public: '203.0.113.90' }), asked: 'i-far -> internet tcp 443', expected: ['blocked', 'request route-table rtb-main-vpc-2'] },
  ];
  test.each(cases)('$name', judge);
});

const bpa = (mode: 'block-bidirectional' | 'block-ingress'): Change => (b) => b.region('us-east-1', { blockPublicAccess: mode });

describe('VPC Block Public Access', () => {
  // https://docs.aws.amazon.com/vpc/latest/userguide/security-vpc-bpa.html: ingress mode leaves NAT gateways alone.
  const CLOSED = ['blocked', 'request block-public-access us-east-1'];
  const cases: readonly Row[] = [
    { name: 'both ways, in', design: bpa('block-bidirectional'), asked: 'internet -> i-web tcp 443', expected: CLOSED },
    { name: 'both ways, out', design: bpa('block-bidirectional'), asked: 'i-web -> internet tcp 443', expected: CLOSED },
    { name: 'both ways, NAT gateway', design: bpa('block-bidirectional'), asked: 'i-app -> internet tcp 443', expected: CLOSED },
    { name: 'ingress, in', design: bpa('block-ingress'), asked: 'internet -> i-web tcp 443', expected: CLOSED },
    { name: 'ingress, NAT gateway', design: bpa('block-ingress'), asked: 'i-app -> internet tcp 443', expected: PASSES },
    { name: 'inside it does not matter', design: bpa('block-bidirectional'), asked: 'i-web -> i-db tcp 443', expected: PASSES },
  ];
  test.each(cases)('$name', judge);
});

const nat =
  (state: 'failed' | 'pending' | 'deleting' | 'deleted'): Change =>
  (b) =>
    b.natGateway('nat-1', { subnet: 'subnet-1', address: '10.0.1.5', public: '203.0.113.50', state });
const natAcl =
  (inbound: readonly string[], outbound: readonly string[]): Change =>
  (b) =>
    b.networkAcl('acl-nat', 'vpc-1', { inbound, outbound }).subnet('subnet-1', { vpc: 'vpc-1', cidr: '10.0.1.0/24', table: 'rtb-public', acl: 'acl-nat' });

describe('NAT gateways', () => {
  const cases: readonly Row[] = [
    { name: 'out', asked: 'i-app -> internet tcp 443', expected: PASSES },
    { name: 'ping out', asked: 'i-app -> 8.8.8.8 icmp', expected: PASSES },
    { name: 'not in', asked: 'internet -> i-app tcp 443', expected: ['blocked', 'request public-ip eni-i-app', 'reply route-table rtb-app'] },
    { name: 'its own public address from the internet', asked: 'internet -> 203.0.113.50 tcp 443', expected: ['blocked', 'request nat-gateway nat-1'] },
    { name: 'its own private address from inside', asked: 'i-app -> 10.0.1.5 tcp 443', expected: ['blocked', 'request nat-gateway nat-1'] },
    { name: 'by its id from inside', asked: 'i-app -> nat-1 icmp', expected: ['blocked', 'request nat-gateway nat-1'] },
    { name: 'its public address from inside', asked: 'i-web -> 203.0.113.50 tcp 443', expected: ['blocked', 'request nat-gateway nat-1'] },
    { name: 'its public address from where no route leads out', asked: 'i-db -> 203.0.113.50 tcp 443', expected: ['blocked', 'request route-table rtb-main-vpc-1'] },
    { name: 'a private one from the internet', design: (b) => b.natGateway('nat-1', { subnet: 'subnet-1', address: '10.0.1.5' }), asked: 'internet -> nat-1 tcp 443', expected: ['blocked', 'request nat-gateway nat-1'] },
    { name: 'GRE', asked: 'i-app -> 8.8.8.8 47', expected: ['blocked', 'request nat-gateway nat-1'] },
    { name: 'failed', design: nat('failed'), asked: 'i-app -> internet tcp 443', expected: ['blocked', 'request nat-gateway nat-1'] },
    { name: 'pending', design: nat('pending'), asked: 'i-app -> internet tcp 443', expected: ['blocked', 'request nat-gateway nat-1'] },
    { name: 'deleted: the route is a blackhole', design: nat('deleted'), asked: 'i-app -> internet tcp 443', expected: ['blocked', 'request route-table rtb-app'] },
    { name: 'private', design: (b) => b.natGateway('nat-1', { subnet: 'subnet-1', address: '10.0.1.5' }), asked: 'i-app -> internet tcp 443', expected: ['blocked', 'request nat-gateway nat-1'] },
    { name: 'in a subnet without a route out', design: (b) => b.natGateway('nat-1', { subnet: 'subnet-db', address: '10.0.4.5', public: '203.0.113.50' }), asked: 'i-app -> internet tcp 443', expected: ['blocked', 'request route-table rtb-main-vpc-1'] },
    { name: 'in a subnet that leads back to it', design: (b) => b.natGateway('nat-1', { subnet: 'subnet-app', address: '10.0.3.5', public: '203.0.113.50' }), asked: 'i-app -> internet tcp 443', expected: ['blocked', 'request route-table rtb-app'] },
    { name: 'its ACL keeps the request out', design: natAcl(['100 allow tcp 1024-65535'], ['100 allow all']), asked: 'i-app -> internet tcp 443', expected: ['blocked', 'request network-acl acl-nat'] },
    { name: 'its ACL keeps the translated request in', design: natAcl(['100 allow all'], ['100 allow tcp 1024-65535']), asked: 'i-app -> internet tcp 443', expected: ['blocked', 'request network-acl acl-nat'] },
    { name: 'its ACL keeps the reply out: ports of a NAT gateway', design: natAcl(['100 allow tcp 443', '110 allow tcp 1-1023'], ['100 allow all']), asked: 'i-app -> internet tcp 443', expected: ['blocked', 'reply network-acl acl-nat'] },
    { name: 'all that is needed', design: natAcl(['100 allow tcp 443 from 10.0.3.0/24', '110 allow tcp 1024-65535'], ['100 allow tcp 443', '110 allow tcp 1024-65535 to 10.0.3.0/24']), asked: 'i-app -> internet tcp 443', expected: PASSES },
    { name: 'the far group sees its public address', design: (b) => b.group('sg-2', 'vpc-1', { inbound: ['tcp 443 from 203.0.113.50/32'] }).instance('i-web-2', { subnet: 'subnet-2', address: '10.0.2.10', groups: ['sg-2'], public: '203.0.113.20' }), asked: 'i-app -> 203.0.113.20 tcp 443', expected: PASSES },
    { name: 'regional: not judged', design: (b) => b.add('nat-1', { kind: 'nat-gateway', name: 'nat-1', connectivity: 'public', availability: 'regional', vpc: asResourceId('vpc-1'), state: 'available', addresses: {} }), asked: 'i-app -> internet tcp 443', expected: ['undetermined', 'request nat-gateway nat-1'] },
    { name: 'regional as a destination', design: (b) => b.add('nat-1', { kind: 'nat-gateway', name: 'nat-1', connectivity: 'public', availability: 'regional', vpc: asResourceId('vpc-1'), state: 'available', addresses: {} }), asked: 'i-app -> nat-1 tcp 443', expected: ['blocked', 'request nat-gateway nat-1'] },
    { name: 'as a source', asked: 'nat-1 -> internet tcp 443', expected: PASSES },
  ];
  test.each(cases)('$name', judge);
});
