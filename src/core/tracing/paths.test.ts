import { expect, test } from 'vitest';
import type { Design } from '../model/design.ts';
import { answerOf, ask, question } from '../testing/ask.ts';
import { applianceNetwork } from '../testing/appliance-network.ts';
import { dualStackNetwork } from '../testing/dual-stack-network.ts';

const open = { inbound: ['all from 0.0.0.0/0', 'all from ::/0'], outbound: ['all to 0.0.0.0/0', 'all to ::/0'] };
const dual = dualStackNetwork().group('sg-out', 'vpc-1', open).build();
const throughInstance = applianceNetwork({ edge: [], gateways: [], forwards: 'nat' }).group('sg-web', 'vpc-1', open).build();

// The NAT gateway puts its private address in the place of the source and the internet gateway its Elastic IP address; network
// ACLs judge at both subnets (https://docs.aws.amazon.com/vpc/latest/userguide/nat-gateway-basics.html).
const THROUGH_NAT_GATEWAY = [
  'request: sg-out out all lets it out at i-out.',
  'request: acl-default-vpc-1 out 100 lets it out of subnet-out.',
  'request: rtb-out sends 0.0.0.0/0 to nat-1.',
  'request: acl-default-vpc-1 in 100 lets it into subnet-web.',
  'request: nat-1 translates 10.0.2.10 to 10.0.1.5.',
  'request: acl-default-vpc-1 out 100 lets it out of subnet-web.',
  'request: rtb-public sends 0.0.0.0/0 to igw-1.',
  'request: igw-1 translates 10.0.1.5 to 203.0.113.50.',
  'reply: It passes igw-1.',
  'reply: igw-1 translates 203.0.113.50 to 10.0.1.5.',
  'reply: acl-default-vpc-1 in 100 lets it into subnet-web.',
  'reply: nat-1 translates 10.0.1.5 to 10.0.2.10.',
  'reply: acl-default-vpc-1 out 100 lets it out of subnet-web.',
  'reply: rtb-public sends 10.0.0.0/16 to local.',
  'reply: acl-default-vpc-1 in 100 lets it into subnet-out.',
  'reply: sg-out is stateful and lets the reply in at i-out.',
  'reply: It arrives at i-out (10.0.2.10).',
];

// IPv6 addresses are not translated (https://docs.aws.amazon.com/vpc/latest/userguide/egress-only-internet-gateway.html).
const THROUGH_EGRESS_ONLY_GATEWAY = [
  'request: sg-out out all lets it out at i-out.',
  'request: acl-default-vpc-1 out 101 lets it out of subnet-out.',
  'request: rtb-out sends ::/0 to eigw-1.',
  'request: It passes eigw-1.',
  'reply: acl-default-vpc-1 in 101 lets it into subnet-out.',
  'reply: sg-out is stateful and lets the reply in at i-out.',
  'reply: It arrives at i-out (2001:db8:0:102::10).',
];

// A NAT instance has groups of its own, unlike a NAT gateway
// (https://docs.aws.amazon.com/vpc/latest/userguide/vpc-nat-comparison.html).
const THROUGH_NAT_INSTANCE = [
  'request: sg-web out all lets it out at i-web.',
  'request: acl-default-vpc-1 out 100 lets it out of subnet-web.',
  'request: rtb-web sends 0.0.0.0/0 to eni-i-fw.',
  'request: acl-default-vpc-1 in 100 lets it into subnet-fw.',
  'request: sg-web in all lets it in at i-fw.',
  'request: eni-i-fw translates 10.0.1.10 to 10.0.9.10.',
  'request: sg-web out all lets it out at i-fw.',
  'request: acl-default-vpc-1 out 100 lets it out of subnet-fw.',
  'request: rtb-fw sends 0.0.0.0/0 to igw-1.',
  'request: igw-1 translates 10.0.9.10 to 203.0.113.90.',
  'reply: It passes igw-1.',
  'reply: igw-1 translates 203.0.113.90 to 10.0.9.10.',
  'reply: acl-default-vpc-1 in 100 lets it into subnet-fw.',
  'reply: sg-web is stateful and lets the reply in at i-fw.',
  'reply: eni-i-fw translates 10.0.9.10 to 10.0.1.10.',
  'reply: sg-web is stateful and lets the reply out at i-fw.',
  'reply: acl-default-vpc-1 out 100 lets it out of subnet-fw.',
  'reply: rtb-fw sends 10.0.0.0/16 to local.',
  'reply: acl-default-vpc-1 in 100 lets it into subnet-web.',
  'reply: sg-web is stateful and lets the reply in at i-web.',
  'reply: It arrives at i-web (10.0.1.10).',
];

test.each<[string, Design, string, readonly string[]]>([
  ['a NAT gateway', dual, 'i-out -> internet:198.51.100.7 tcp 443', THROUGH_NAT_GATEWAY],
  ['a NAT gateway, UDP', dual, 'i-out -> internet:198.51.100.7 udp 123', THROUGH_NAT_GATEWAY],
  ['an egress-only internet gateway', dual, 'i-out -> internet:2001:4860::5 tcp 443', THROUGH_EGRESS_ONLY_GATEWAY],
  ['a NAT instance', throughInstance, 'i-web -> internet:198.51.100.7 tcp 443', THROUGH_NAT_INSTANCE],
  ['a NAT instance, ICMP', throughInstance, 'i-web -> internet:198.51.100.7 icmp', THROUGH_NAT_INSTANCE],
])('every step there and back through %s', (_, design, asked, expected) => {
  expect(answerOf(design, question(asked)).paths.flatMap(({ leg, hops }) => hops.map(({ sentence }) => `${leg}: ${sentence}`))).toEqual(expected);
});

// A network ACL sees the ports that a NAT gateway takes, 1024–65535, and those of the client behind it
// (https://docs.aws.amazon.com/vpc/latest/userguide/vpc-network-acls.html#nacl-ephemeral-ports).
test.each<[string, string, readonly string[]]>([
  ['the ports of the translation', 'tcp 1024-65535', ['reachable']],
  ['fewer than those', 'tcp 32768-60999', ['ambiguous', 'reply network-acl acl-web']],
  ['the port of the server alone', 'tcp 443', ['blocked', 'reply network-acl acl-web']],
])('the network ACL of the NAT instance lets in %s', (_, back, expected) => {
  const design = applianceNetwork({ edge: [], gateways: [], forwards: 'nat' })
    .group('sg-web', 'vpc-1', open)
    .networkAcl('acl-web', 'vpc-1', { inbound: ['90 allow all from 10.0.0.0/16', `100 allow ${back} from 0.0.0.0/0`], outbound: ['100 allow all to 0.0.0.0/0'] })
    .subnet('subnet-fw', { vpc: 'vpc-1', cidr: '10.0.9.0/24', table: 'rtb-fw', acl: 'acl-web' })
    .build();
  expect(ask(design, 'i-web -> internet:198.51.100.7 tcp 443')).toEqual(expected);
});
