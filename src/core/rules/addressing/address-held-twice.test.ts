import { DesignBuilder } from '../../testing/design-builder.ts';
import { ruleTester } from '../../testing/rule-tester.ts';
import { addressHeldTwice } from './address-held-twice.ts';

const groups = ['sg-default-vpc-1'];
const network = () => new DesignBuilder().region().vpc('vpc-1', '10.0.0.0/16').subnet('app-a', { vpc: 'vpc-1', cidr: '10.0.1.0/24' });
const web = () => network().instance('web', { subnet: 'app-a', address: '10.0.1.10', groups });

ruleTester(addressHeldTwice, {
  fine: [
    { name: 'two addresses', design: web().instance('app', { subnet: 'app-a', address: '10.0.1.11', groups }) },
    {
      name: 'one address in two VPCs',
      design: web().vpc('vpc-2', '10.0.0.0/16').subnet('far', { vpc: 'vpc-2', cidr: '10.0.1.0/24' }).instance('far-web', { subnet: 'far', address: '10.0.1.10', groups: ['sg-default-vpc-2'] }),
    },
  ],
  wrong: [
    {
      name: 'two instances with one address',
      design: web().instance('app', { subnet: 'app-a', address: '10.0.1.10', groups }),
      at: 'eni-app/address-1',
      message: 'app and web both have 10.0.1.10 in vpc-1; give one of them another address.',
      fixed: ['Give app the address 10.0.1.4'],
    },
    {
      name: 'an instance and a NAT gateway',
      design: web().natGateway('nat-1', { subnet: 'app-a', address: '10.0.1.10' }),
      at: 'nat-1/address-1',
      message: 'nat-1 and web both have 10.0.1.10 in vpc-1; give one of them another address.',
      fixed: ['Give nat-1 the address 10.0.1.4'],
    },
  ],
});
