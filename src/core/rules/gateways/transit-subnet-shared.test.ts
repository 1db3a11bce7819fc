import { ruleTester } from '../../testing/rule-tester.ts';
import { bareHub } from '../../testing/transit-network.ts';
import { transitSubnetShared } from './transit-subnet-shared.ts';

/** Two VPCs on one transit gateway, routed both ways. */
ruleTester(transitSubnetShared, {
  fine: [{ name: 'a subnet of its own', design: bareHub().build() }],
  wrong: [{ name: 'with an instance', design: bareHub().instance('i-a', { subnet: 'link-a', address: '10.1.9.9', groups: ['sg-default-vpc-a'] }).build(), at: 'tgw-attach-a', message: 'link-a holds machines and is a subnet of tgw-attach-a; give the attachment a small subnet of its own, such as a /28.' }],
});
