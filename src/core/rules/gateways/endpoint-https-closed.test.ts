import { balancedNetwork } from '../../testing/balanced-network.ts';
import { ruleTester } from '../../testing/rule-tester.ts';
import { endpointHttpsClosed } from './endpoint-https-closed.ts';

const endpoint = (inbound: readonly string[]) => balancedNetwork().group('sg-vpce', 'vpc-1', { inbound }).vpcEndpoint('vpce-1', { vpc: 'vpc-1', service: 'ssm', subnets: ['subnet-a'], groups: ['sg-vpce'] });

ruleTester(endpointHttpsClosed, {
  fine: [
    { name: 'open to the VPC', design: endpoint(['tcp 443 from 10.0.0.0/16']) },
    { name: 'open to a group', design: endpoint(['tcp 443 from sg-web']) },
    { name: 'open to everything', design: endpoint(['all from 0.0.0.0/0']) },
  ],
  wrong: [
    {
      name: 'open on another port only',
      design: endpoint(['tcp 80 from 10.0.0.0/16']),
      at: 'vpce-1',
      message: 'vpce-1 is guarded by sg-vpce, which lets nobody of 10.0.0.0/16 in on port 443; add an inbound rule for it.',
      fixed: ['Let TCP 443 from 10.0.0.0/16 in at sg-vpce'],
    },
  ],
});
