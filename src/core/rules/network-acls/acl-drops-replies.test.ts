import { DesignBuilder } from '../../testing/design-builder.ts';
import { ruleTester } from '../../testing/rule-tester.ts';
import { aclDropsReplies } from './acl-drops-replies.ts';

interface Given {
  readonly inbound: readonly string[];
  readonly outbound: readonly string[];
  readonly group?: readonly string[];
  readonly groupOut?: readonly string[];
}

const network = ({ inbound, outbound, group = ['tcp 443 from 0.0.0.0/0'], groupOut = ['all to 0.0.0.0/0'] }: Given) =>
  new DesignBuilder()
    .region()
    .vpc('vpc-1', '10.0.0.0/16')
    .internetGateway('igw-1', 'vpc-1')
    .routeTable('rtb-a', 'vpc-1', ['0.0.0.0/0 -> igw-1'])
    .networkAcl('acl-a', 'vpc-1', { inbound, outbound })
    .group('sg-web', 'vpc-1', { inbound: group, outbound: groupOut })
    .subnet('public-a', { vpc: 'vpc-1', cidr: '10.0.1.0/24', table: 'rtb-a', acl: 'acl-a' })
    .instance('web', { subnet: 'public-a', address: '10.0.1.10', groups: ['sg-web'], public: '203.0.113.1' });

const replies = '100 allow tcp 1024-65535 to 0.0.0.0/0';
const https = '100 allow tcp 443 from 0.0.0.0/0';

ruleTester(aclDropsReplies, {
  fine: [
    { name: 'replies get out to every client', design: network({ inbound: [https], outbound: [replies] }) },
    { name: "the course's range, one port short", design: network({ inbound: [https], outbound: ['100 allow tcp 1025-65535 to 0.0.0.0/0'] }) },
    { name: 'the group lets nobody in', design: network({ inbound: [https], outbound: ['100 allow tcp 3306 to 0.0.0.0/0'], group: [] , groupOut: [] }) },
    { name: 'only neighbours in the subnet are let in, who do not cross the ACL', design: network({ inbound: [https], outbound: ['100 allow tcp 25 to 192.0.2.0/24'], group: ['tcp 443 from 10.0.1.0/24'], groupOut: [] }) },
    { name: 'nothing gets out at all, which is a fault of its own', design: network({ inbound: [https], outbound: [] }) },
    { name: 'ephemeral ports are open for replies, not for requests', design: network({ inbound: [https, '110 allow tcp 1024-65535 from 0.0.0.0/0'], outbound: [replies] , group: ['tcp 443 from 0.0.0.0/0'] }) },
  ],
  wrong: [
    {
      name: 'in without the way back',
      design: network({ inbound: [https], outbound: ['100 allow tcp 443 to 0.0.0.0/0'], groupOut: [] }),
      at: 'acl-a/in-100',
      message: 'acl-a lets TCP 443 into public-a from 0.0.0.0/0, but drops the replies to ports 1024–65535; add an outbound rule that lets them out.',
      fixed: ['Add outbound rule 110 to acl-a: allow TCP 1024–65535 to 0.0.0.0/0'],
    },
    {
      name: 'out without the way back',
      design: network({ inbound: ['100 allow tcp 80 from 192.0.2.0/24'], outbound: ['100 allow tcp 443 to 0.0.0.0/0'], group: [] }),
      at: 'acl-a/out-100',
      message: 'acl-a lets TCP 443 out of public-a to 0.0.0.0/0, but drops the replies to ports 1024–65535; add an inbound rule that lets them in.',
      fixed: ['Add inbound rule 110 to acl-a: allow TCP 1024–65535 from 0.0.0.0/0'],
    },
    {
      name: 'replies for Linux only',
      design: network({ inbound: [https], outbound: ['100 allow tcp 32768-60999 to 0.0.0.0/0'], groupOut: [] }),
      at: 'acl-a/in-100',
      severity: 'advice',
      message: 'acl-a lets TCP 443 into public-a from 0.0.0.0/0, but drops replies to ports 1024–32767, 61000–65535, which some clients use (Windows and NAT gateway); open 1024–65535 for them.',
      fixed: ['Add outbound rule 110 to acl-a: allow TCP 1024–65535 to 0.0.0.0/0'],
    },
    {
      name: 'replies inside the VPC only',
      design: network({ inbound: [https], outbound: ['100 allow tcp 1024-65535 to 10.0.0.0/8'], group: ['tcp 443 from 8.0.0.0/6'], groupOut: [] }),
      at: 'acl-a/in-100',
      message: 'acl-a lets TCP 443 into public-a from 8.0.0.0/7 and 11.0.0.0/8, but drops the replies to ports 1024–65535; add an outbound rule that lets them out.',
      fixed: ['Add outbound rule 110 to acl-a: allow TCP 1024–65535 to 0.0.0.0/0'],
    },
    {
      name: 'a numbered denial comes first',
      design: network({ inbound: [https], outbound: ['100 deny tcp 1024-65535 to 0.0.0.0/0', '110 allow all to 0.0.0.0/0'], groupOut: [] }),
      at: 'acl-a/in-100',
      message: 'acl-a lets TCP 443 into public-a from 0.0.0.0/0, but drops the replies to ports 1024–65535; add an outbound rule that lets them out.',
      fixed: ['Add outbound rule 50 to acl-a: allow TCP 1024–65535 to 0.0.0.0/0'],
    },
    {
      name: 'SSH would become reachable: letting replies out is left to a person',
      design: network({ inbound: ['100 allow tcp 22 from 0.0.0.0/0'], outbound: ['100 allow tcp 443 to 192.0.2.0/24'], group: ['tcp 22 from 0.0.0.0/0'], groupOut: [] }),
      at: 'acl-a/in-100',
      message: 'acl-a lets TCP 22 into public-a from 0.0.0.0/0, but drops the replies to ports 1024–65535; add an outbound rule that lets them out.',
    },
    {
      name: 'TCP and UDP in one row',
      design: network({ inbound: ['100 allow all from 0.0.0.0/0'], outbound: ['100 allow tcp 443 to 0.0.0.0/0'], group: ['tcp 443 from 0.0.0.0/0', 'udp 443 from 0.0.0.0/0'], groupOut: [] }),
      at: 'acl-a/in-100',
      message: 'acl-a lets TCP 443 and UDP 443 into public-a from 0.0.0.0/0, but drops the replies to ports 1024–65535; add an outbound rule that lets them out.',
      fixed: ['Add outbound rules 110 and 120 to acl-a: allow TCP and UDP 1024–65535 to 0.0.0.0/0'],
    },
    {
      name: 'two subnets with the ACL, told of each',
      design: network({ inbound: [https], outbound: ['100 allow tcp 443 to 0.0.0.0/0'], groupOut: [] })
        .subnet('public-b', { vpc: 'vpc-1', cidr: '10.0.2.0/24', table: 'rtb-a', acl: 'acl-a' })
        .instance('web-2', { subnet: 'public-b', address: '10.0.2.10', groups: ['sg-web'] }),
      at: ['acl-a/in-100', 'acl-a/in-100'],
      message: 'acl-a lets TCP 443 into public-a from 0.0.0.0/0, but drops the replies to ports 1024–65535; add an outbound rule that lets them out.',
      fixed: ['Add outbound rule 110 to acl-a: allow TCP 1024–65535 to 0.0.0.0/0'],
    },
  ],
});
