import { DesignBuilder } from '../../testing/design-builder.ts';
import { ruleTester } from '../../testing/rule-tester.ts';
import { stoppedWithElasticIp } from './stopped-with-elastic-ip.ts';

const web = (state: 'running' | 'stopped', isElastic: boolean) =>
  new DesignBuilder()
    .region()
    .vpc('vpc-1', '10.0.0.0/16')
    .subnet('public-a', { vpc: 'vpc-1', cidr: '10.0.1.0/24' })
    .instance('web', { subnet: 'public-a', address: '10.0.1.10', groups: ['sg-default-vpc-1'], public: '203.0.113.1', isElastic, more: { state } });

ruleTester(stoppedWithElasticIp, {
  fine: [
    { name: 'running', design: web('running', true) },
    { name: 'stopped with an auto-assigned one, which AWS releases', design: web('stopped', false) },
  ],
  wrong: [{ name: 'stopped', design: web('stopped', true), at: 'web', message: 'web is stopped and holds the Elastic IP address 203.0.113.1; start it, or give the address to what runs.' }],
});
