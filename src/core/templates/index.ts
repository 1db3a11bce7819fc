import type { Design } from '../model/design.ts';
import { fail, succeed, type Reply } from '../model/reply.ts';
import { openBlankVpc, type BlankVpcOptions } from './blank-vpc.ts';
import { brokenNetworks } from './broken/index.ts';
import { openDualStack } from './dual-stack.ts';
import { openEmployeeDirectory } from './employee-directory.ts';
import { openHubAndSpoke } from './hub-and-spoke.ts';
import { openLoadBalancedWeb } from './load-balanced-web.ts';
import { openOfficeOverVpn } from './office-over-vpn.ts';
import { openOnePublicInstance } from './one-public-instance.ts';
import { openPeeredVpcs } from './peered-vpcs.ts';
import { openPrivateWithEndpoints } from './private-with-endpoints.ts';
import { openPrivateWithNat } from './private-with-nat.ts';
import { openThreeTiers } from './three-tiers.ts';

export { brokenNetworks } from './broken/index.ts';
export type { BrokenNetwork } from './broken/broken-network.ts';
export { usualBlankVpcOptions, type BlankVpcOptions } from './blank-vpc.ts';

interface Template {
  readonly id: string;
  readonly title: string;
  readonly description: string;
  readonly open: (options: BlankVpcOptions | undefined) => Reply<Design>;
}

const always =
  (open: () => Design): Template['open'] =>
  () =>
    succeed(open());

const templates: readonly Template[] = [
  { id: 'blank-vpc', title: 'Blank VPC', description: 'Zones, public and private subnets and NAT gateways as you choose; nothing runs in them yet.', open: openBlankVpc },
  { id: 'one-public-instance', title: 'One public instance', description: 'One web server in one public subnet: the smallest network with a page that loads.', open: always(openOnePublicInstance) },
  {
    id: 'employee-directory',
    title: 'Employee directory',
    description: 'A public web application in a VPC with two public subnets, its start-up script, and a role for S3 and DynamoDB.',
    open: always(openEmployeeDirectory),
  },
  {
    id: 'three-tiers',
    title: 'Three tiers',
    description: 'Web, app and database tiers in two zones, a NAT gateway in each, a Multi-AZ database, and an office behind a VPN.',
    open: always(openThreeTiers),
  },
  { id: 'private-with-nat', title: 'Private subnet with a NAT gateway', description: 'An instance that fetches from the internet and cannot be reached from it.', open: always(openPrivateWithNat) },
  { id: 'dual-stack', title: 'Dual stack with egress-only gateway', description: 'A web server reached over IPv4 and IPv6, and an app server that opens IPv6 connections and gets none from outside.', open: always(openDualStack) },
  { id: 'load-balanced-web', title: 'Load-balanced web tier', description: 'An Application Load Balancer over two zones and two web servers that only it reaches.', open: always(openLoadBalancedWeb) },
  { id: 'private-with-endpoints', title: 'Private subnet with endpoints', description: 'An instance without internet that reaches S3 by a gateway endpoint and Systems Manager by an interface endpoint.', open: always(openPrivateWithEndpoints) },
  { id: 'office-over-vpn', title: 'Office over VPN', description: 'A VPC without internet that an office reaches over a VPN connection with propagated routes.', open: always(openOfficeOverVpn) },
  { id: 'peered-vpcs', title: 'Two peered VPCs', description: 'A shop that asks a database in another VPC by its private address, over a peering with a route on both sides.', open: always(openPeeredVpcs) },
  { id: 'hub-and-spoke', title: 'Hub and spoke', description: 'Two VPCs that share one way to the internet and an office through a transit gateway, and do not reach each other.', open: always(openHubAndSpoke) },
];

const broken: readonly Template[] = brokenNetworks.map(({ id, title, description, open }) => ({ id, title, description, open: always(open) }));

/** What a template is called; the same shape as the core's interface gives it. */
export interface TemplateDescription {
  readonly id: string;
  readonly title: string;
  readonly description: string;
  readonly group: 'template' | 'broken';
}

const describe =
  (group: TemplateDescription['group']) =>
  ({ id, title, description }: Template): TemplateDescription => ({ id, title, description, group });

/** Everything a new design can start from: templates first, then the networks that are broken on purpose. */
export function describeTemplates(): readonly TemplateDescription[] {
  return [...templates.map(describe('template')), ...broken.map(describe('broken'))];
}

/**
 * Opens a template by its id: a fresh design without places, which arranging gives it. `options` are the wizard's answers
 * for `blank-vpc`. A problem when there is no such template, or when the answers make no VPC.
 */
export function openTemplate({ id, options }: { readonly id: string; readonly options?: BlankVpcOptions | undefined }): Reply<Design> {
  const found = [...templates, ...broken].find((template) => template.id === id);
  if (found) return found.open(options);
  return fail(`There is no template "${id}"; the first is "${templates[0]?.id ?? ''}".`, 'id');
}
