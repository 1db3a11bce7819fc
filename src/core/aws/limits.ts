import { documentation } from './documentation-links.ts';

/** A quota of Amazon VPC. `default` counts per what `per` names; without `maximum` AWS states no upper bound. */
export interface Quota {
  readonly name: string;
  readonly per: string;
  readonly default: number;
  readonly maximum?: number;
  readonly adjustable: boolean;
  readonly note?: string;
  readonly source: string;
  /** `third-party` where AWS's own page was not seen to say so: such a number is advice, never an error. */
  readonly basis: 'documentation' | 'third-party';
}

type Details = Partial<Pick<Quota, 'maximum' | 'adjustable' | 'note' | 'source' | 'basis'>>;

const quota = (name: string, per: string, { value, ...details }: Details & { readonly value: number }): Quota => ({
  name,
  per,
  default: value,
  adjustable: true,
  source: documentation.quotas,
  basis: 'documentation',
  ...details,
});

const BOTH_FAMILIES = 'IPv4 and IPv6 are counted apart.';
const VIA_VPCS = 'Raised together with the quota of VPCs per Region; one is attached to a VPC at a time.';

/** The quotas of an account, by id. https://docs.aws.amazon.com/vpc/latest/userguide/amazon-vpc-limits.html */
export const quotas = {
  vpcsPerRegion: quota('VPCs', 'Region', { value: 5, note: 'Can be raised to hundreds; internet gateways follow.' }),
  subnetsPerVpc: quota('Subnets', 'VPC', { value: 200 }),
  ipv4CidrsPerVpc: quota('IPv4 CIDR blocks', 'VPC', { value: 5, maximum: 50, note: 'The primary block counts.' }),
  ipv6CidrsPerVpc: quota('IPv6 CIDR blocks', 'VPC', { value: 5, maximum: 50 }),
  elasticIpsPerRegion: quota('Elastic IP addresses', 'Region', { value: 5 }),
  elasticIpsPerNatGateway: quota('Elastic IP addresses', 'public NAT gateway', { value: 2, maximum: 8 }),
  privateAddressesPerNatGateway: quota('Private IPv4 addresses', 'NAT gateway', { value: 8 }),
  natGatewaysPerZone: quota('NAT gateways', 'Availability Zone', { value: 5 }),
  internetGatewaysPerRegion: quota('Internet gateways', 'Region', { value: 5, note: VIA_VPCS }),
  egressOnlyInternetGatewaysPerRegion: quota('Egress-only internet gateways', 'Region', { value: 5, note: VIA_VPCS }),
  internetGatewaysPerVpc: quota('Attached internet gateways', 'VPC', { value: 1, maximum: 1, adjustable: false }),
  egressOnlyInternetGatewaysPerVpc: quota('Egress-only internet gateways', 'VPC', { value: 1, maximum: 1, adjustable: false }),
  virtualPrivateGatewaysPerRegion: quota('Virtual private gateways', 'Region', { value: 5, source: documentation.vpnQuotas }),
  virtualPrivateGatewaysPerVpc: quota('Attached virtual private gateways', 'VPC', {
    value: 1,
    maximum: 1,
    adjustable: false,
    source: documentation.vpnQuotas,
  }),
  customerGatewaysPerRegion: quota('Customer gateways', 'Region', { value: 50, source: documentation.vpnQuotas }),
  vpnConnectionsPerVirtualPrivateGateway: quota('VPN connections', 'virtual private gateway', {
    value: 10,
    source: documentation.vpnQuotas,
  }),
  routeTablesPerVpc: quota('Route tables', 'VPC', { value: 200, note: 'The main route table counts.' }),
  routesPerRouteTable: quota('Routes that are not propagated', 'route table', {
    value: 500,
    maximum: 1000,
    note: `It was 50 until June 2025, and many pages still say so. ${BOTH_FAMILIES}`,
    basis: 'third-party',
  }),
  propagatedRoutesPerRouteTable: quota('Propagated routes', 'route table', { value: 100, maximum: 100, adjustable: false }),
  networkAclsPerVpc: quota('Network ACLs', 'VPC', { value: 200 }),
  rulesPerNetworkAcl: quota('Rules of one direction', 'network ACL', {
    value: 20,
    maximum: 40,
    note: `The closing * rule counts, which leaves 19. ${BOTH_FAMILIES}`,
  }),
  securityGroupsPerRegion: quota('Security groups', 'Region', { value: 2500 }),
  rulesPerSecurityGroup: quota('Rules of one direction', 'security group', {
    value: 60,
    note: `Rules times groups of a network interface may not exceed 1,000. ${BOTH_FAMILIES}`,
  }),
  securityGroupsPerNetworkInterface: quota('Security groups', 'network interface', { value: 5, maximum: 16 }),
  securityGroupRulesPerNetworkInterface: quota('Security group rules', 'network interface', {
    value: 1000,
    maximum: 1000,
    adjustable: false,
    note: 'A prefix list counts as its maximum number of entries, a reference to a group as one.',
  }),
  activePeeringConnectionsPerVpc: quota('Active VPC peering connections', 'VPC', { value: 50, maximum: 125 }),
  pendingPeeringConnections: quota('Outstanding VPC peering requests', 'account', {
    value: 25,
    note: 'A request that is not accepted expires after 7 days.',
  }),
  gatewayEndpointsPerRegion: quota('Gateway endpoints', 'Region', { value: 20, note: 'At most 255 in one VPC.' }),
  interfaceEndpointsPerVpc: quota('Interface and Gateway Load Balancer endpoints', 'VPC', { value: 50 }),
  networkAddressUsagePerVpc: quota('Network address usage units', 'VPC', {
    value: 64_000,
    maximum: 256_000,
    source: documentation.networkAddressUsage,
  }),
  networkAddressUsageOfPeers: quota('Network address usage units', 'VPC with its peers in the Region', {
    value: 128_000,
    maximum: 512_000,
    source: documentation.networkAddressUsage,
  }),
  publicAccessExclusionsPerRegion: quota('VPC Block Public Access exclusions', 'Region', { value: 50 }),
} as const satisfies Readonly<Record<string, Quota>>;

export type QuotaId = keyof typeof quotas;
