import { asResourceId } from '../../model/ids.ts';
import { dualStackNetwork as network } from '../../testing/dual-stack-network.ts';
import { ruleTester } from '../../testing/rule-tester.ts';
import { publicAccessBlocked } from './public-access-blocked.ts';

const start = 'VPC Block Public Access of us-east-1 blocks';
const end = 'exclude what has to be reached, or turn it off.';
const web = asResourceId('subnet-web');
const ssh = { inbound: ['tcp 22 from 0.0.0.0/0'] };

ruleTester(publicAccessBlocked, {
  fine: [
    { name: 'off', design: network() },
    { name: 'the subnet is excluded', design: network().blockPublicAccess('block-bidirectional', [{ subnet: web, mode: 'allow-bidirectional' }]) },
    { name: 'an exclusion for egress closes what is meant to be closed', design: network().blockPublicAccess('block-bidirectional', [{ subnet: web, mode: 'allow-egress' }]) },
    { name: 'no way to the internet is drawn', design: network({ routes: [] }).blockPublicAccess('block-ingress').routeTable('rtb-public', 'vpc-1', []) },
  ],
  wrong: [
    { name: 'both ways', design: network().blockPublicAccess('block-bidirectional'), at: 'us-east-1', message: `${start} both ways, so nothing passes between the internet and subnet-web in vpc-1; ${end}`, fixed: ['Exclude subnet-web from VPC Block Public Access'] },
    { name: 'what comes in', design: network().blockPublicAccess('block-ingress'), at: 'us-east-1', severity: 'advice', message: `${start} what comes in, so subnet-web in vpc-1 can be left only by NAT gateways and egress-only internet gateways; ${end}`, fixed: ['Exclude subnet-web from VPC Block Public Access'] },
    { name: 'a sensitive port might open', design: network().group('sg-out', 'vpc-1', ssh).blockPublicAccess('block-bidirectional'), at: 'us-east-1', message: `${start} both ways, so nothing passes between the internet and subnet-web in vpc-1; ${end}` },
  ],
});
