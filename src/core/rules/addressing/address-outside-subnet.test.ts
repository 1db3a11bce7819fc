import { DesignBuilder } from '../../testing/design-builder.ts';
import { ruleTester } from '../../testing/rule-tester.ts';
import { addressOutsideSubnet } from './address-outside-subnet.ts';

const holding = (address: string, cidr = '10.0.1.0/24') =>
  new DesignBuilder().region().vpc('vpc-1', '10.0.0.0/16').subnet('app-a', { vpc: 'vpc-1', cidr }).instance('web', { subnet: 'app-a', address, groups: ['sg-default-vpc-1'] });

ruleTester(addressOutsideSubnet, {
  fine: [
    { name: 'inside', design: holding('10.0.1.10') },
    { name: 'a reserved address is a fault of its own', design: holding('10.0.1.255') },
  ],
  wrong: [
    {
      name: 'in the subnet next door',
      design: holding('10.0.2.10'),
      at: 'eni-web/address-1',
      message: 'web has 10.0.2.10, which is not in its subnet app-a (10.0.1.0/24); give it an address of the subnet.',
      fixed: ['Give web the address 10.0.1.4'],
    },
    {
      name: 'a NAT gateway outside of its subnet',
      design: holding('10.0.1.4').natGateway('nat-1', { subnet: 'app-a', address: '10.0.9.9' }),
      at: 'nat-1/address-1',
      message: 'nat-1 has 10.0.9.9, which is not in its subnet app-a (10.0.1.0/24); give it an address of the subnet.',
      fixed: ['Give nat-1 the address 10.0.1.5'],
    },
  ],
});
