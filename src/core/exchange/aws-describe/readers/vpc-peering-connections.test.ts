import { describe, expect, test } from 'vitest';
import { exampleAccount, toFiles } from '../example-account.ts';
import { findResource, importFiles } from '../import-for-tests.ts';
import type { DescribeFile } from '../read-aws-describe.ts';

const REQUESTER = { VpcId: 'vpc-0a', OwnerId: '111122223333', Region: 'eu-west-1' };
const ACCEPTER = { VpcId: 'vpc-0b', OwnerId: '444455556666', Region: 'us-east-1' };
const answer = (folder: string, peering: object): DescribeFile => ({
  path: `${folder}/VpcPeeringConnections.json`,
  document: { VpcPeeringConnections: [{ VpcPeeringConnectionId: 'pcx-1', RequesterVpcInfo: REQUESTER, AccepterVpcInfo: ACCEPTER, Status: { Code: 'active' }, ...peering }] },
});
const importPeering = (...files: readonly DescribeFile[]) => findResource(importFiles([...toFiles(exampleAccount), ...files]).design, 'pcx-1', 'vpc-peering-connection');

describe('VPC peering connections', () => {
  test('tell every block of both sides', () => {
    const peering = importPeering(
      answer('shop/eu-west-1', {
        RequesterVpcInfo: { ...REQUESTER, CidrBlock: '10.1.0.0/16', CidrBlockSet: [{ CidrBlock: '10.1.0.0/16' }, { CidrBlock: '100.64.0.0/16' }] },
        AccepterVpcInfo: { ...ACCEPTER, CidrBlock: '10.2.0.0/16', Ipv6CidrBlockSet: [{ Ipv6CidrBlock: '2001:db8:0:100::/56' }] },
      }),
    );
    expect(peering.requester).toEqual({ vpc: 'vpc-0a', account: '111122223333', region: 'eu-west-1', cidrs: ['10.1.0.0/16', '100.64.0.0/16'] });
    expect(peering.accepter.cidrs).toEqual(['10.2.0.0/16', '2001:db8:0:100::/56']);
    expect(peering.account).toBe('111122223333');
  });

  test('are one where both accounts print them, with the DNS option that only its owner sees', () => {
    const own = (isOn: boolean): object => ({ PeeringOptions: { AllowDnsResolutionFromRemoteVpc: isOn } });
    const peering = importPeering(
      answer('accounts/111122223333/eu-west-1', { RequesterVpcInfo: { ...REQUESTER, ...own(true) } }),
      answer('accounts/444455556666/us-east-1', { AccepterVpcInfo: { ...ACCEPTER, ...own(false) } }),
    );
    expect([peering.requester.dnsResolution, peering.accepter.dnsResolution]).toEqual([true, false]);
  });

  test.each(['initiating-request', 'pending-acceptance', 'provisioning', 'active', 'failed', 'expired', 'rejected', 'deleting', 'deleted'])('have the state %s', (code) => {
    expect(importPeering(answer('x', { Status: { Code: code } })).state).toBe(code);
  });

  test('have no blocks where AWS tells none', () => {
    expect(importPeering(answer('x', { Status: { Code: 'pending-acceptance' }, AccepterVpcInfo: { VpcId: 'vpc-0b', OwnerId: '444455556666' } })).accepter).toEqual({ vpc: 'vpc-0b', account: '444455556666', cidrs: [] });
  });
});
