import { asResourceId } from '../../model/ids.ts';
import { DesignBuilder } from '../../testing/design-builder.ts';
import { ruleTester } from '../../testing/rule-tester.ts';
import { elasticIpUnassociated } from './elastic-ip-unassociated.ts';

const web = () =>
  new DesignBuilder()
    .region()
    .vpc('vpc-1', '10.0.0.0/16')
    .subnet('public-a', { vpc: 'vpc-1', cidr: '10.0.1.0/24' })
    .instance('web', { subnet: 'public-a', address: '10.0.1.10', groups: ['sg-default-vpc-1'], public: '203.0.113.1', isElastic: true });
const elasticIp = (address: string) => ({ kind: 'elastic-ip', name: 'eip', region: asResourceId('us-east-1'), address }) as const;

ruleTester(elasticIpUnassociated, {
  fine: [
    { name: 'held by an interface', design: web() },
    { name: 'written twice is a fault of its own', design: web().add('eip-1', elasticIp('203.0.113.1')) },
  ],
  wrong: [
    { name: 'held by nothing', design: web().add('eip-1', elasticIp('203.0.113.2')), at: 'eip-1', message: 'The Elastic IP address 203.0.113.2 is associated with nothing; associate it, or release it.', fixed: ['Release 203.0.113.2'] },
  ],
});
