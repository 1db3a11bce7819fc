import { asResourceId, asRowId } from '../../model/ids.ts';
import { DesignBuilder } from '../../testing/design-builder.ts';
import { ruleTester } from '../../testing/rule-tester.ts';
import { subnetOutsideVpc } from './subnet-outside-vpc.ts';

const network = () => new DesignBuilder().region().vpc('vpc-1', '10.0.0.0/16');
const subnet = (cidr: string) => network().subnet('app-a', { vpc: 'vpc-1', cidr });

ruleTester(subnetOutsideVpc, {
  fine: [
    { name: 'inside', design: subnet('10.0.255.0/24') },
    { name: 'inside the second block', design: new DesignBuilder().region().vpc('vpc-1', '10.2.0.0/16', { secondaryCidrs: { [asRowId('cidr-1')]: { cidr: '10.3.0.0/16' } } }).subnet('app-a', { vpc: 'vpc-1', cidr: '10.3.4.0/24' }) },
    { name: 'larger than any VPC is a fault of its size', design: subnet('10.0.0.0/15') },
  ],
  wrong: [
    {
      name: 'outside, empty',
      design: subnet('10.1.0.0/24'),
      at: 'app-a',
      message: 'app-a (10.1.0.0/24) lies outside of vpc-1 (10.0.0.0/16); give it a block inside.',
      fixed: ['Move app-a to 10.0.0.0/24'],
    },
    {
      name: 'outside, in use',
      design: subnet('10.1.0.0/24').instance('web', { subnet: 'app-a', address: '10.1.0.10', groups: ['sg-default-vpc-1'] }),
      at: 'app-a',
      message: 'app-a (10.1.0.0/24) lies outside of vpc-1 (10.0.0.0/16); give it a block inside.',
    },
    {
      name: 'outside, empty, and another subnet outside holds addresses of the lowest free block',
      design: subnet('10.1.0.0/24').subnet('app-b', { vpc: 'vpc-1', cidr: '10.2.0.0/15' }).instance('web', { subnet: 'app-b', address: '10.0.0.10', groups: ['sg-default-vpc-1'] }),
      at: 'app-a',
      message: 'app-a (10.1.0.0/24) lies outside of vpc-1 (10.0.0.0/16); give it a block inside.',
      fixed: ['Move app-a to 10.0.1.0/24'],
    },
    {
      name: 'across two blocks',
      design: new DesignBuilder().region().vpc('vpc-1', '10.2.0.0/17', { secondaryCidrs: { [asRowId('cidr-1')]: { cidr: '10.2.128.0/17' } } }).subnet('app-a', { vpc: 'vpc-1', cidr: '10.2.0.0/16' }),
      at: 'app-a',
      message: 'app-a (10.2.0.0/16) lies outside of vpc-1, none of whose blocks (10.2.0.0/17, 10.2.128.0/17) holds it whole; give it a block inside one of them.',
    },
    {
      name: 'IPv6 in a VPC without',
      design: network().add('app-6', { kind: 'subnet', name: 'app-6', vpc: asResourceId('vpc-1'), availabilityZone: 'us-east-1a', ipv6Cidr: '2001:db8::/64', autoAssignPublicIp: false }),
      at: 'app-6',
      message: 'app-6 (2001:db8::/64) lies outside of vpc-1, which has no IPv6 block; add one to the VPC first.',
    },
  ],
});
