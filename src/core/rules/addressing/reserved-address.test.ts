import { asResourceId, asRowId } from '../../model/ids.ts';
import { DesignBuilder } from '../../testing/design-builder.ts';
import { ruleTester } from '../../testing/rule-tester.ts';
import { reservedAddress } from './reserved-address.ts';

const holding = (address: string) =>
  new DesignBuilder().region().vpc('vpc-1', '10.0.0.0/16').subnet('app-a', { vpc: 'vpc-1', cidr: '10.0.1.0/24' }).instance('web', { subnet: 'app-a', address, groups: ['sg-default-vpc-1'] });

const sentence = (address: string, purpose: string) => `web has ${address}, which AWS reserves in app-a (${purpose}); give it another address.`;

ruleTester(reservedAddress, {
  fine: [
    { name: 'the first usable address', design: holding('10.0.1.4') },
    { name: 'the last usable address', design: holding('10.0.1.254') },
    { name: 'an address of no subnet', design: holding('10.0.2.0') },
  ],
  wrong: [
    { name: 'the network address', design: holding('10.0.1.0'), at: 'eni-web/address-1', message: sentence('10.0.1.0', 'Network address'), fixed: ['Give web the address 10.0.1.4'] },
    { name: 'the router', design: holding('10.0.1.1'), at: 'eni-web/address-1', message: sentence('10.0.1.1', 'VPC router'), fixed: ['Give web the address 10.0.1.4'] },
    { name: 'DNS', design: holding('10.0.1.2'), at: 'eni-web/address-1', message: sentence('10.0.1.2', 'DNS'), fixed: ['Give web the address 10.0.1.4'] },
    { name: 'future use', design: holding('10.0.1.3'), at: 'eni-web/address-1', message: sentence('10.0.1.3', 'Future use'), fixed: ['Give web the address 10.0.1.4'] },
    { name: 'the broadcast address', design: holding('10.0.1.255'), at: 'eni-web/address-1', message: sentence('10.0.1.255', 'Broadcast address'), fixed: ['Give web the address 10.0.1.4'] },
    {
      name: 'a NAT gateway with one',
      design: holding('10.0.1.4').natGateway('nat-1', { subnet: 'app-a', address: '10.0.1.1' }),
      at: 'nat-1/address-1',
      message: 'nat-1 has 10.0.1.1, which AWS reserves in app-a (VPC router); give it another address.',
      fixed: ['Give nat-1 the address 10.0.1.5'],
    },
    {
      name: 'an IPv6 address',
      design: holding('10.0.1.4')
        .vpc('vpc-6', '10.6.0.0/16', { ipv6Cidrs: { [asRowId('ipv6-1')]: { cidr: '2001:db8::/56' } } })
        .add('subnet-6', { kind: 'subnet', name: 'subnet-6', vpc: asResourceId('vpc-6'), availabilityZone: 'us-east-1a', ipv6Cidr: '2001:db8::/64', autoAssignPublicIp: false })
        .add('eni-6', {
          kind: 'network-interface',
          name: 'eni-6',
          subnet: asResourceId('subnet-6'),
          addresses: {},
          ipv6Addresses: { [asRowId('address-1')]: { address: '2001:db8::2' } },
          securityGroups: [],
          sourceDestinationCheck: true,
        }),
      at: 'eni-6/address-1',
      message: 'eni-6 has 2001:db8::2, which AWS reserves in subnet-6 (DNS); give it another address.',
    },
  ],
});
