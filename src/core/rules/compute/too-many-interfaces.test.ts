import { asResourceId, asRowId } from '../../model/ids.ts';
import { DesignBuilder } from '../../testing/design-builder.ts';
import { ruleTester } from '../../testing/rule-tester.ts';
import { tooManyInterfaces } from './too-many-interfaces.ts';

function withInterfaces(count: number, instanceType: string): DesignBuilder {
  const builder = new DesignBuilder()
    .region()
    .vpc('vpc-1', '10.0.0.0/16')
    .subnet('app-a', { vpc: 'vpc-1', cidr: '10.0.1.0/24' })
    .instance('web', { subnet: 'app-a', address: '10.0.1.10', groups: ['sg-default-vpc-1'], more: { instanceType } });
  for (let index = 1; index < count; index += 1) {
    builder.add(`eni-${index}`, {
      kind: 'network-interface',
      name: `eni-${index}`,
      subnet: asResourceId('app-a'),
      attachment: { resource: asResourceId('web'), deviceIndex: index },
      addresses: { [asRowId('address-1')]: { address: `10.0.1.${index + 20}`, primary: true } },
      ipv6Addresses: {},
      securityGroups: [asResourceId('sg-default-vpc-1')],
      sourceDestinationCheck: true,
    });
  }
  return builder;
}

ruleTester(tooManyInterfaces, {
  fine: [
    { name: 'as many as the type can have', design: withInterfaces(2, 't3.micro') },
    { name: 'a type that is not known', design: withInterfaces(9, 'z9.huge') },
  ],
  wrong: [{ name: 'one more', design: withInterfaces(3, 't3.micro'), at: 'web', message: 'web has 3 network interfaces, and a t3.micro can have 2; detach some, or choose a larger type.' }],
});
