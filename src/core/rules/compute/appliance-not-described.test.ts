import { applianceNetwork as network } from '../../testing/appliance-network.ts';
import { ruleTester } from '../../testing/rule-tester.ts';
import { applianceNotDescribed } from './appliance-not-described.ts';

const unsaid = (check: boolean) => network({ edge: [], gateways: [], check }).add('i-fw', { kind: 'instance', name: 'i-fw', operatingSystem: 'other', instanceType: 't3.micro', state: 'running' });

ruleTester(applianceNotDescribed, {
  fine: [
    { name: 'a router', design: network() },
    { name: 'the check is on', design: unsaid(true) },
  ],
  wrong: [{ name: 'nobody said', design: unsaid(false), at: 'eni-i-fw', message: 'rtb-web sends 0.0.0.0/0 to i-fw, and nobody said what it does with it; say whether i-fw is a NAT instance or a router.' }],
});
