import { DesignBuilder } from '../../testing/design-builder.ts';
import { ruleTester } from '../../testing/rule-tester.ts';
import { asymmetricRouting } from './asymmetric-routing.ts';

/** A web server with a public address; its subnet has the routes given, and a NAT gateway stands in the next one. */
const network = (routes: readonly string[], inbound: readonly string[] = ['tcp 443 from 0.0.0.0/0']) =>
  new DesignBuilder()
    .region()
    .vpc('vpc-1', '10.0.0.0/16')
    .internetGateway('igw-1', 'vpc-1')
    .virtualPrivateGateway('vgw-1', 'vpc-1')
    .office('office', { gateway: 'vgw-1', cidr: '192.168.0.0/16' })
    .routeTable('rtb-a', 'vpc-1', routes)
    .routeTable('rtb-public', 'vpc-1', ['0.0.0.0/0 -> igw-1'])
    .subnet('app-a', { vpc: 'vpc-1', cidr: '10.0.1.0/24', table: 'rtb-a' })
    .subnet('public-a', { vpc: 'vpc-1', cidr: '10.0.2.0/24', table: 'rtb-public' })
    .natGateway('nat-1', { subnet: 'public-a', address: '10.0.2.20', public: '203.0.113.9' })
    .group('sg-web', 'vpc-1', { inbound })
    .instance('web', { subnet: 'app-a', address: '10.0.1.10', groups: ['sg-web'], public: '203.0.113.1' });

interface Shared {
  readonly routes: readonly string[];
  /** Where the office's VPN ends. */
  readonly office: 'tgw-1' | 'vgw-1';
  readonly inbound?: readonly string[];
}

/** The same server on a transit gateway too: behind that a VPC with the way out for all, and, where it is said, the office. */
const shared = ({ routes, office, inbound = ['tcp 443 from 0.0.0.0/0', 'tcp 22 from 192.168.0.0/16'] }: Shared) => {
  const builder = new DesignBuilder()
    .region()
    .vpc('vpc-1', '10.0.0.0/16')
    .internetGateway('igw-1', 'vpc-1')
    .virtualPrivateGateway('vgw-1', 'vpc-1')
    .routeTable('rtb-a', 'vpc-1', routes)
    .subnet('app-a', { vpc: 'vpc-1', cidr: '10.0.1.0/24', table: 'rtb-a' })
    .subnet('link-a', { vpc: 'vpc-1', cidr: '10.0.9.0/28' })
    .vpc('vpc-2', '10.2.0.0/16')
    .internetGateway('igw-2', 'vpc-2')
    .routeTable('rtb-link', 'vpc-2', ['0.0.0.0/0 -> nat-2'])
    .routeTable('rtb-out', 'vpc-2', ['0.0.0.0/0 -> igw-2', '10.0.0.0/8 -> tgw-1'])
    .subnet('link-2', { vpc: 'vpc-2', cidr: '10.2.9.0/28', table: 'rtb-link' })
    .subnet('out-2', { vpc: 'vpc-2', cidr: '10.2.1.0/24', table: 'rtb-out' })
    .natGateway('nat-2', { subnet: 'out-2', address: '10.2.1.20', public: '203.0.113.9' })
    .transitGateway('tgw-1')
    .attachment('attach-1', 'tgw-1', { vpc: 'vpc-1', subnets: ['link-a'] })
    .attachment('attach-2', 'tgw-1', { vpc: 'vpc-2', subnets: ['link-2'] })
    .office('office', { gateway: office, cidr: '192.168.0.0/16' });
  if (office === 'tgw-1') builder.attachment('attach-office', 'tgw-1', { type: 'vpn', vpnConnection: 'vpn-office' });
  return builder
    .transitTable('tgw-rtb-tgw-1', 'tgw-1', ['0.0.0.0/0 -> attach-2', ...(office === 'tgw-1' ? ['192.168.0.0/16 -> attach-office'] : [])], { propagations: ['attach-1'] })
    .group('sg-web', 'vpc-1', { inbound })
    .instance('web', { subnet: 'app-a', address: '10.0.1.10', groups: ['sg-web'], public: '203.0.113.1' });
};

ruleTester(asymmetricRouting, {
  fine: [
    { name: 'in and out by the internet gateway', design: network(['0.0.0.0/0 -> igw-1', '192.168.0.0/16 -> vgw-1']) },
    { name: 'nobody is let in', design: network(['0.0.0.0/0 -> nat-1'], []) },
    { name: 'in and out by the internet gateway, and by the transit gateway to the office', design: shared({ office: 'tgw-1', routes: ['0.0.0.0/0 -> igw-1', '192.168.0.0/16 -> tgw-1'] }) },
    { name: 'only private addresses go to the transit gateway', design: shared({ office: 'vgw-1', routes: ['0.0.0.0/0 -> igw-1', '192.168.0.0/16 -> vgw-1', '10.0.0.0/8 -> tgw-1'] }) },
    { name: 'out by a transit gateway, and nobody is let in from the internet', design: shared({ office: 'tgw-1', routes: ['0.0.0.0/0 -> tgw-1'], inbound: ['tcp 22 from 192.168.0.0/16'] }) },
    { name: 'everybody is let in, but the office is not meant in particular', design: network(['0.0.0.0/0 -> igw-1']) },
  ],
  wrong: [
    {
      name: 'in by the internet gateway, out by the NAT gateway',
      design: network(['0.0.0.0/0 -> nat-1']),
      at: 'rtb-a/route-1',
      message: 'Requests reach web in app-a by igw-1, but rtb-a sends the replies (0.0.0.0/0) to nat-1, which drops them; route them back by igw-1.',
    },
    {
      name: 'part of the internet goes to the office',
      design: network(['0.0.0.0/0 -> igw-1', '198.51.100.0/24 -> vgw-1']),
      at: 'rtb-a/route-2',
      message: 'Requests reach web in app-a by igw-1, but rtb-a sends the replies (198.51.100.0/24) to vgw-1, which drops them; route them back by igw-1.',
    },
    {
      name: 'in by the internet gateway, out by the transit gateway and the way out behind it',
      design: shared({ office: 'tgw-1', routes: ['0.0.0.0/0 -> tgw-1'] }),
      at: 'rtb-a/route-1',
      message: 'Requests reach web in app-a by igw-1, but rtb-a sends the replies (0.0.0.0/0) to tgw-1, by which they do not get back; route them back by igw-1.',
    },
    {
      name: 'the office comes by the transit gateway, its replies go to the virtual private gateway',
      design: shared({ office: 'tgw-1', routes: ['0.0.0.0/0 -> igw-1', '192.168.0.0/16 -> vgw-1'] }),
      at: 'rtb-a/route-2',
      message: 'Requests reach web in app-a by tgw-1, but rtb-a sends the replies (192.168.0.0/16) to vgw-1, which drops them; route them back by tgw-1.',
    },
    {
      name: 'the office comes by the virtual private gateway, its replies go to the transit gateway',
      design: shared({ office: 'vgw-1', routes: ['0.0.0.0/0 -> igw-1', '192.168.0.0/16 -> tgw-1'] }),
      at: 'rtb-a/route-2',
      message: 'Requests reach web in app-a by vgw-1, but rtb-a sends the replies (192.168.0.0/16) to tgw-1, by which they do not get back; route them back by vgw-1.',
    },
    {
      name: 'in by the VPN, out by the NAT gateway',
      design: network(['0.0.0.0/0 -> nat-1'], ['tcp 22 from 192.168.0.0/16']),
      at: 'rtb-a/route-1',
      message: 'Requests reach web in app-a by vgw-1, but rtb-a sends the replies (0.0.0.0/0) to nat-1, which drops them; route them back by vgw-1.',
    },
  ],
});
