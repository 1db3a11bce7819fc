import { DesignBuilder } from '../../testing/design-builder.ts';
import { ruleTester } from '../../testing/rule-tester.ts';
import { instanceWithoutInterface } from './instance-without-interface.ts';

const instance = (state: 'running' | 'terminated') => ({ kind: 'instance', name: 'web', operatingSystem: 'other', instanceType: 't3.micro', state }) as const;
const network = () => new DesignBuilder().region().vpc('vpc-1', '10.0.0.0/16').subnet('app-a', { vpc: 'vpc-1', cidr: '10.0.1.0/24' });

ruleTester(instanceWithoutInterface, {
  fine: [
    { name: 'with one', design: network().instance('web', { subnet: 'app-a', address: '10.0.1.10', groups: ['sg-default-vpc-1'] }) },
    { name: 'terminated', design: network().add('i-1', instance('terminated')) },
    { name: 'its interface is in a subnet that does not exist, which is a fault of its own', design: network().instance('web', { subnet: 'subnet-gone', address: '10.0.1.10', groups: [] }) },
  ],
  wrong: [{ name: 'without', design: network().add('i-1', instance('running')), at: 'i-1', message: 'web has no network interface, so it stands in no subnet; put it into one.' }],
});
