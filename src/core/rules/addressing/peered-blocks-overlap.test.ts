import { asRowId } from '../../model/ids.ts';
import { DesignBuilder } from '../../testing/design-builder.ts';
import { ruleTester } from '../../testing/rule-tester.ts';
import { peeredBlocksOverlap } from './peered-blocks-overlap.ts';

const peered = (cidr: string) => new DesignBuilder().region().vpc('vpc-a', '10.1.0.0/16').vpc('vpc-b', cidr).peering('pcx-1', { requester: 'vpc-a', accepter: 'vpc-b' });
const sentence = (block: string): string => `pcx-1 joins vpc-a (10.1.0.0/16) and vpc-b (${block}), which overlap, and AWS refuses such a peering; give one of them another block, or join them by a private NAT gateway and a transit gateway.`;

ruleTester(peeredBlocksOverlap, {
  fine: [
    { name: 'blocks apart', design: peered('10.2.0.0/16') },
    { name: 'a peering that is over', design: peered('10.1.0.0/20').peering('pcx-1', { requester: 'vpc-a', accepter: 'vpc-b', state: 'failed' }) },
    { name: 'a VPC whose blocks nobody told', design: peered('10.1.0.0/20').peering('pcx-1', { requester: 'vpc-a', far: { account: '444455556666' } }) },
  ],
  wrong: [
    { name: 'one inside the other', design: peered('10.1.16.0/20'), at: 'pcx-1', message: sentence('10.1.16.0/20') },
    { name: 'a secondary block', design: peered('10.2.0.0/16').vpc('vpc-b', '10.2.0.0/16', { secondaryCidrs: { [asRowId('cidr-1')]: { cidr: '10.1.128.0/17' } } }), at: 'pcx-1', message: sentence('10.1.128.0/17') },
    {
      name: 'a VPC of another account, not accepted yet',
      design: peered('10.2.0.0/16').peering('pcx-1', { requester: 'vpc-a', far: { account: '444455556666', cidrs: ['10.0.0.0/15'] }, state: 'pending-acceptance' }),
      at: 'pcx-1',
      message: 'pcx-1 joins vpc-a (10.1.0.0/16) and the VPC of account 444455556666 (10.0.0.0/15), which overlap, and AWS refuses such a peering; give one of them another block, or join them by a private NAT gateway and a transit gateway.',
    },
  ],
});
