import { DesignBuilder } from '../../testing/design-builder.ts';
import { ruleTester } from '../../testing/rule-tester.ts';
import { asResourceId, asRowId } from '../../model/ids.ts';
import { danglingGroupPeer } from './dangling-group-peer.ts';

const network = () => new DesignBuilder().region().vpc('vpc-1', '10.0.0.0/16');
const ofOtherAccount = { kind: 'security-group', name: 'sg-a', vpc: asResourceId('vpc-1'), inbound: { [asRowId('in-1')]: { protocol: 'all', peer: { group: asResourceId('sg-theirs'), account: '210987654321' } } }, outbound: {} } as const;

ruleTester(danglingGroupPeer, {
  fine: [
    { name: 'a group that exists', design: network().group('sg-a', 'vpc-1', { inbound: ['tcp 80 from sg-default-vpc-1'] }) },
    { name: 'a group of another account', design: network().add('sg-a', ofOtherAccount) },
    { name: 'the groups were not in the snapshot', design: { ...network().group('sg-a', 'vpc-1', { inbound: ['tcp 80 from sg-gone'] }).build(), snapshot: { missing: ['security-groups'] } } },
  ],
  wrong: [
    {
      name: 'inbound',
      design: network().group('sg-a', 'vpc-1', { inbound: ['tcp 80 from sg-gone'] }),
      at: 'sg-a/in-1',
      message: 'sg-a lets TCP 80 in from sg-gone, which does not exist; name the group that is meant, or remove the rule.',
      fixed: ['Remove the inbound rule for TCP 80 from sg-a'],
    },
    {
      name: 'outbound',
      design: network().group('sg-a', 'vpc-1', { inbound: [], outbound: ['all to sg-gone'] }),
      at: 'sg-a/out-1',
      message: 'sg-a lets all traffic out to sg-gone, which does not exist; name the group that is meant, or remove the rule.',
      fixed: ['Remove the outbound rule for all traffic from sg-a'],
    },
  ],
});
