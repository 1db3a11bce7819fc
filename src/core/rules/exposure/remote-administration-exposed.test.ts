import { DesignBuilder } from '../../testing/design-builder.ts';
import { ruleTester } from '../../testing/rule-tester.ts';
import { remoteAdministrationExposed } from './remote-administration-exposed.ts';

interface Given {
  readonly inbound: readonly string[];
  readonly routes?: readonly string[];
  readonly acl?: { readonly inbound: readonly string[]; readonly outbound: readonly string[] };
  readonly state?: 'running' | 'stopped';
  readonly isPublic?: boolean;
}

const open = { inbound: ['100 allow all from 0.0.0.0/0'], outbound: ['100 allow all to 0.0.0.0/0'] };

const network = ({ inbound, routes = ['0.0.0.0/0 -> igw-1'], acl = open, state = 'running', isPublic = true }: Given) =>
  new DesignBuilder()
    .region()
    .vpc('vpc-1', '10.0.0.0/16')
    .internetGateway('igw-1', 'vpc-1')
    .routeTable('rtb-a', 'vpc-1', routes)
    .networkAcl('acl-a', 'vpc-1', acl)
    .group('sg-a', 'vpc-1', { inbound })
    .subnet('public-a', { vpc: 'vpc-1', cidr: '10.0.1.0/24', table: 'rtb-a', acl: 'acl-a' })
    .instance('web', { subnet: 'public-a', address: '10.0.1.10', groups: ['sg-a'], ...(isPublic && { public: '203.0.113.1' }), more: { state } });

ruleTester(remoteAdministrationExposed, {
  fine: [
    { name: 'the web is no administration', design: network({ inbound: ['tcp 443 from 0.0.0.0/0'] }) },
    { name: 'SSH from one address', design: network({ inbound: ['tcp 22 from 198.51.100.7/32'] }) },
    { name: 'SSH from a /16', design: network({ inbound: ['tcp 22 from 198.51.0.0/16'] }) },
    { name: 'no public address', design: network({ inbound: ['tcp 22 from 0.0.0.0/0'], isPublic: false }) },
    { name: 'no route back', design: network({ inbound: ['tcp 22 from 0.0.0.0/0'], routes: [] }) },
    { name: 'the network ACL denies it', design: network({ inbound: ['tcp 22 from 0.0.0.0/0'], acl: { inbound: ['90 deny tcp 22 from 0.0.0.0/0', ...open.inbound], outbound: open.outbound } }) },
    { name: 'the network ACL drops the replies', design: network({ inbound: ['tcp 22 from 0.0.0.0/0'], acl: { inbound: open.inbound, outbound: ['100 allow tcp 443 to 0.0.0.0/0'] } }) },
    { name: 'stopped', design: network({ inbound: ['tcp 22 from 0.0.0.0/0'], state: 'stopped' }) },
  ],
  wrong: [
    {
      name: 'SSH from everywhere',
      design: network({ inbound: ['tcp 22 from 0.0.0.0/0'] }),
      at: 'sg-a/in-1',
      message: 'sg-a lets SSH (TCP 22) in from 0.0.0.0/0, the whole internet, and it arrives at web; narrow the rule to the addresses that need it.',
      fixed: ['Let TCP 22 in sg-a in from 10.0.0.0/16 only'],
    },
    {
      name: 'RDP, with a part of the internet denied: the sentence names what is left',
      design: network({ inbound: ['tcp 3389 from 0.0.0.0/0'], acl: { inbound: ['90 deny all from 0.0.0.0/1', ...open.inbound], outbound: open.outbound } }),
      at: 'sg-a/in-1',
      message: 'sg-a lets RDP (TCP 3389) in from 128.0.0.0/1, and it arrives at web; narrow the rule to the addresses that need it.',
      fixed: ['Let TCP 3389 in sg-a in from 10.0.0.0/16 only'],
    },
    {
      name: 'SSH from a wide range',
      design: network({ inbound: ['tcp 22 from 198.32.0.0/12'] }),
      at: 'sg-a/in-1',
      severity: 'warning',
      message: 'sg-a lets SSH (TCP 22) in from 198.32.0.0/12, and it arrives at web; narrow the rule to the addresses that need it.',
      fixed: ['Let TCP 22 in sg-a in from 10.0.0.0/16 only'],
    },
    {
      name: 'every port: the rule is named once',
      design: network({ inbound: ['all from 0.0.0.0/0'] }),
      at: 'sg-a/in-1',
      message: 'sg-a lets SSH, RDP and 7 more (TCP 22–23, 135, 2375–2376, 3389, 5900, 5985–5986) in from 0.0.0.0/0, the whole internet, and it arrives at web; narrow the rule to the addresses that need it.',
    },
    {
      name: 'two machines by one rule, and two rules',
      design: network({ inbound: ['tcp 22 from 0.0.0.0/0', 'tcp 3389 from 0.0.0.0/0'] }).instance('web-2', { subnet: 'public-a', address: '10.0.1.11', groups: ['sg-a'], public: '203.0.113.2' }),
      at: ['sg-a/in-1', 'sg-a/in-2'],
      message: 'sg-a lets SSH (TCP 22) in from 0.0.0.0/0, the whole internet, and it arrives at web and web-2; narrow the rule to the addresses that need it.',
      fixed: ['Let TCP 22 in sg-a in from 10.0.0.0/16 only'],
    },
  ],
});
