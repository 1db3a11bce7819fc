import { readFiles } from '@core/exchange/read-files.ts';
import type { Design } from '@core/model/design.ts';
import type { LocalAws } from './aws-tools.ts';

const CALLS: readonly (readonly [service: string, call: string])[] = [
  ...['vpcs', 'subnets', 'route-tables', 'network-acls', 'security-groups', 'internet-gateways', 'nat-gateways', 'network-interfaces', 'instances', 'addresses', 'vpn-gateways', 'customer-gateways', 'vpn-connections', 'vpc-peering-connections'].map((what) => ['ec2', `describe-${what}`] as const),
  ['rds', 'describe-db-instances'],
  ['rds', 'describe-db-subnet-groups'],
];

/** The design that an import makes of what the account says now. */
export function readBack(aws: LocalAws): Design {
  const files = CALLS.map(([service, call]) => ({ path: `us-east-1/${service}-${call}.json`, content: aws.run(service, call) }));
  const reply = readFiles(files);
  if (!reply.ok) throw new Error(reply.problem.message);
  return reply.value.design;
}
