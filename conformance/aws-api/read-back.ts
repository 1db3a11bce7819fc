import { readFiles } from '@core/exchange/read-files.ts';
import type { Design } from '@core/model/design.ts';
import type { LocalAws } from './aws-tools.ts';

const EC2_CALLS = [
  'vpcs',
  'subnets',
  'route-tables',
  'network-acls',
  'security-groups',
  'internet-gateways',
  'egress-only-internet-gateways',
  'nat-gateways',
  'network-interfaces',
  'instances',
  'addresses',
  'vpn-gateways',
  'customer-gateways',
  'vpn-connections',
  'vpc-peering-connections',
  'vpc-endpoints',
  'transit-gateways',
  'transit-gateway-attachments',
  'transit-gateway-vpc-attachments',
  'transit-gateway-route-tables',
];

const CALLS: readonly (readonly [service: string, call: string])[] = [
  ...EC2_CALLS.map((what) => ['ec2', `describe-${what}`] as const),
  ['rds', 'describe-db-instances'],
  ['rds', 'describe-db-subnet-groups'],
];

const TABLE_CALLS: readonly (readonly string[])[] = [
  ['get-transit-gateway-route-table-associations'],
  ['get-transit-gateway-route-table-propagations'],
  ['search-transit-gateway-routes', '--filters', 'Name=state,Values=active,blackhole'],
];

interface File {
  readonly path: string;
  readonly content: string;
}

/** What `aws` prints for each of these. */
async function askAll(aws: LocalAws, asked: readonly { readonly path: string; readonly words: readonly string[] }[]): Promise<readonly File[]> {
  const files: File[] = [];
  for (const { path, words } of asked) files.push({ path, content: await aws.run(...words) });
  return files;
}

/**
 * What is asked of each table of a transit gateway. The templates switch the default table off, and AWS then has none; moto
 * makes one all the same and leaves every attachment associated with it, besides the table it was given.
 */
function askForTables(aws: LocalAws, files: readonly File[]): Promise<readonly File[]> {
  const listed = files.find(({ path }) => path.endsWith('describe-transit-gateway-route-tables.json'));
  const { TransitGatewayRouteTables } = JSON.parse(listed?.content ?? '{"TransitGatewayRouteTables":[]}') as { readonly TransitGatewayRouteTables: readonly { readonly TransitGatewayRouteTableId: string; readonly DefaultAssociationRouteTable?: boolean }[] };
  const own = TransitGatewayRouteTables.filter(({ DefaultAssociationRouteTable }) => DefaultAssociationRouteTable !== true);
  const asked = own.flatMap(({ TransitGatewayRouteTableId: table }) =>
    TABLE_CALLS.map((words) => ({ path: `us-east-1/ec2-${words[0] ?? ''}-${table}.json`, words: ['ec2', ...words, '--transit-gateway-route-table-id', table] })),
  );
  return askAll(aws, asked);
}

/** The design that an import makes of what the account says now. */
export async function readBack(aws: LocalAws): Promise<Design> {
  const files = await askAll(aws, CALLS.map(([service, call]) => ({ path: `us-east-1/${service}-${call}.json`, words: [service, call] })));
  const reply = readFiles([...files, ...(await askForTables(aws, files))]);
  if (!reply.ok) throw new Error(reply.problem.message);
  return reply.value.design;
}
