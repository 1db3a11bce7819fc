import type { Resource } from '../../model/resources/index.ts';
import { DesignBuilder } from '../../testing/design-builder.ts';
import { vpcEndpoint } from '../../testing/service-parts.ts';
import { ruleTester } from '../../testing/rule-tester.ts';
import { vpcDnsOff } from './vpc-dns-off.ts';

const vpc = (enableDnsSupport: boolean, enableDnsHostnames: boolean) => new DesignBuilder().region().vpc('vpc-1', '10.0.0.0/16', { enableDnsSupport, enableDnsHostnames });
const endpoint: Resource = vpcEndpoint('ssm', { vpc: 'vpc-1', service: 'ssm', subnets: [] });

ruleTester(vpcDnsOff, {
  fine: [
    { name: 'both on', design: vpc(true, true).add('vpce-1', endpoint) },
    { name: 'hostnames off, as AWS makes a VPC', design: vpc(true, false) },
  ],
  wrong: [
    {
      name: 'resolution off',
      design: vpc(false, true),
      at: 'vpc-1',
      message: 'vpc-1 has DNS resolution off, so nothing in it can look up a name; turn on enableDnsSupport.',
      fixed: ['Turn on DNS resolution in vpc-1'],
    },
    {
      name: 'endpoints without hostnames',
      design: vpc(true, false).add('vpce-1', endpoint),
      at: 'vpc-1',
      message: 'vpc-1 has VPC endpoints but DNS hostnames off, so private names of the endpoints do not work; turn on enableDnsHostnames.',
      fixed: ['Turn on DNS hostnames in vpc-1'],
    },
    {
      name: 'both off, with endpoints',
      design: vpc(false, false).add('vpce-1', endpoint),
      at: 'vpc-1',
      message: 'vpc-1 has DNS resolution off, so nothing in it can look up a name; turn on enableDnsSupport.',
      fixed: ['Turn on DNS resolution in vpc-1'],
    },
  ],
});
