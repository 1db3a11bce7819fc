import { asResourceId } from '../../model/ids.ts';
import { dualStackNetwork as network } from '../../testing/dual-stack-network.ts';
import { ruleTester } from '../../testing/rule-tester.ts';
import { publicAccessExclusionUnused } from './public-access-exclusion-unused.ts';

const VPC = asResourceId('vpc-1');
const WEB = asResourceId('subnet-web');
const OUT = asResourceId('subnet-out');
const start = 'VPC Block Public Access of us-east-1 excludes';
const noWay = 'but no route leads from there to the internet, so the exclusion opens nothing; remove it, or add the route.';
const closed = { routes: ['0.0.0.0/0 -> nat-1'] };

ruleTester(publicAccessExclusionUnused, {
  fine: [
    { name: 'a public subnet', design: network().blockPublicAccess('block-bidirectional', [{ subnet: WEB, mode: 'allow-bidirectional' }]) },
    { name: 'a way out over IPv6', design: network().blockPublicAccess('block-bidirectional', [{ subnet: OUT, mode: 'allow-egress' }]) },
    { name: 'a VPC with an internet gateway', design: network().blockPublicAccess('block-bidirectional', [{ vpc: VPC, mode: 'allow-egress' }]) },
    { name: 'one that was taken away', design: network(closed).blockPublicAccess('block-bidirectional', [{ subnet: OUT, mode: 'allow-bidirectional', state: 'delete-complete' }]) },
  ],
  wrong: [
    { name: 'a subnet without a way', design: network(closed).blockPublicAccess('block-bidirectional', [{ subnet: OUT, mode: 'allow-bidirectional' }]), at: 'us-east-1/exclusion-1', message: `${start} subnet-out, ${noWay}`, fixed: ['Remove the exclusion of subnet-out'] },
    { name: 'its VPC is excluded too', design: network(closed).blockPublicAccess('block-bidirectional', [{ subnet: OUT, mode: 'allow-egress' }, { vpc: VPC, mode: 'allow-bidirectional' }]), at: 'us-east-1/exclusion-1', message: `${start} subnet-out, ${noWay}` },
    { name: 'egress while only what comes in is blocked', design: network().blockPublicAccess('block-ingress', [{ vpc: VPC, mode: 'allow-egress' }]), at: 'us-east-1/exclusion-1', message: `${start} vpc-1, but an exclusion for egress counts only while the mode is bidirectional; remove it, or let it allow both ways.`, fixed: ['Remove the exclusion of vpc-1'] },
  ],
});
