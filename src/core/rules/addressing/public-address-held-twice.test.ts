import { asResourceId } from '../../model/ids.ts';
import { DesignBuilder } from '../../testing/design-builder.ts';
import { ruleTester } from '../../testing/rule-tester.ts';
import { publicAddressHeldTwice } from './public-address-held-twice.ts';

const groups = ['sg-default-vpc-1'];
const web = () =>
  new DesignBuilder()
    .region()
    .vpc('vpc-1', '10.0.0.0/16')
    .subnet('public-a', { vpc: 'vpc-1', cidr: '10.0.1.0/24' })
    .instance('web', { subnet: 'public-a', address: '10.0.1.10', groups, public: '203.0.113.1', isElastic: true });
const elasticIp = (address: string) => ({ kind: 'elastic-ip', name: 'eip-old', region: asResourceId('us-east-1'), address }) as const;

ruleTester(publicAddressHeldTwice, {
  fine: [{ name: 'three addresses', design: web().natGateway('nat-1', { subnet: 'public-a', address: '10.0.1.20', public: '203.0.113.2' }).add('eip-1', elasticIp('203.0.113.3')) }],
  wrong: [
    {
      name: 'an instance and a NAT gateway',
      design: web().natGateway('nat-1', { subnet: 'public-a', address: '10.0.1.20', public: '203.0.113.1' }),
      at: 'nat-1/address-1',
      message: 'nat-1 and web both have the public address 203.0.113.1; give one of them another one.',
    },
    {
      name: 'an allocation that is held already',
      design: web().add('eip-1', elasticIp('203.0.113.1')),
      at: 'eip-1',
      message: 'eip-old and web both have the public address 203.0.113.1; give one of them another one.',
      fixed: ['Remove eip-old from the unassociated addresses'],
    },
  ],
});
