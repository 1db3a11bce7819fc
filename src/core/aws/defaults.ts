import { documentation } from './documentation-links.ts';

/** A rule of a network ACL as AWS creates it; all ports of all protocols. */
export interface DefaultAclRule {
  readonly number: number;
  readonly protocol: 'all';
  readonly cidr: string;
  readonly action: 'allow' | 'deny';
}

/** A rule of a security group as AWS creates it; the peer is a block or the group itself. */
export interface DefaultGroupRule {
  readonly protocol: 'all';
  readonly peer: { readonly cidr: string } | 'itself';
}

const ALL_IPV4_TEXT = '0.0.0.0/0';
const ALL_IPV6_TEXT = '::/0';

const allowAll: readonly DefaultAclRule[] = [
  { number: 100, protocol: 'all', cidr: ALL_IPV4_TEXT, action: 'allow' },
  { number: 101, protocol: 'all', cidr: ALL_IPV6_TEXT, action: 'allow' },
];

/**
 * The network ACL a VPC comes with: everything is allowed both ways. AWS adds the IPv6 rule when the VPC gets an IPv6
 * block, if nobody has changed the ACL before. https://docs.aws.amazon.com/vpc/latest/userguide/vpc-network-acls.html
 */
export const defaultNetworkAcl = { inbound: allowAll, outbound: allowAll, source: documentation.networkAcls } as const;

/** The rules of the default network ACL in one direction. */
export function defaultNetworkAclRules(hasIpv6: boolean): readonly DefaultAclRule[] {
  return hasIpv6 ? allowAll : allowAll.filter(({ cidr }) => cidr === ALL_IPV4_TEXT);
}

/** A network ACL that somebody creates: no rules, so the closing `*` rule denies everything. */
export const customNetworkAcl: {
  readonly inbound: readonly DefaultAclRule[];
  readonly outbound: readonly DefaultAclRule[];
  readonly source: string;
} = { inbound: [], outbound: [], source: documentation.networkAcls };

/** The rule that ends every network ACL, shown as `*`: denies what no other rule matched. It cannot be changed. */
export const closingAclRules = {
  4: { number: 32_767, protocol: 'all', cidr: ALL_IPV4_TEXT, action: 'deny' },
  6: { number: 32_768, protocol: 'all', cidr: ALL_IPV6_TEXT, action: 'deny' },
} as const satisfies Readonly<Record<4 | 6, DefaultAclRule>>;

/** The rule numbers somebody may give. https://docs.aws.amazon.com/vpc/latest/userguide/vpc-network-acls.html */
export const aclRuleNumbers = { lowest: 1, highest: 32_766, usualStep: 10, usualFirst: 100 } as const;

const outboundAll: readonly DefaultGroupRule[] = [
  { protocol: 'all', peer: { cidr: ALL_IPV4_TEXT } },
  { protocol: 'all', peer: { cidr: ALL_IPV6_TEXT } },
];

/**
 * The security group a VPC comes with: in from its own members, out to everywhere (over IPv6 once the VPC has it).
 * https://docs.aws.amazon.com/vpc/latest/userguide/default-security-group.html
 */
export const defaultSecurityGroup: {
  readonly inbound: readonly DefaultGroupRule[];
  readonly outbound: readonly DefaultGroupRule[];
  readonly source: string;
} = { inbound: [{ protocol: 'all', peer: 'itself' }], outbound: outboundAll, source: documentation.defaultSecurityGroup };

/** A security group that somebody creates: nothing in, everything out. https://docs.aws.amazon.com/vpc/latest/userguide/security-group-rules.html */
export const newSecurityGroup: {
  readonly inbound: readonly DefaultGroupRule[];
  readonly outbound: readonly DefaultGroupRule[];
  readonly source: string;
} = { inbound: [], outbound: outboundAll, source: documentation.securityGroupRules };

/** The rules that let everything out, for a VPC with or without IPv6. */
export function defaultOutboundGroupRules(hasIpv6: boolean): readonly DefaultGroupRule[] {
  return hasIpv6 ? outboundAll : outboundAll.slice(0, 1);
}

/** The VPC every account has in every Region. https://docs.aws.amazon.com/vpc/latest/userguide/default-vpc.html */
export const defaultVpc = {
  cidr: '172.31.0.0/16',
  subnetPrefixLength: 20,
  subnetsPerZone: 1,
  hasInternetGateway: true,
  /** In the main route table, to the internet gateway; there is none for IPv6. */
  internetRoute: ALL_IPV4_TEXT,
  assignsPublicIpv4: true,
  enableDnsSupport: true,
  enableDnsHostnames: true,
  source: documentation.defaultVpc,
} as const;

/** A VPC that somebody creates. https://docs.aws.amazon.com/vpc/latest/userguide/vpc-dns.html */
export const newVpc = {
  hasInternetGateway: false,
  assignsPublicIpv4: false,
  enableDnsSupport: true,
  enableDnsHostnames: false,
  source: documentation.vpcDns,
} as const;

/** Route destinations AWS refuses: these blocks and everything inside them. https://docs.aws.amazon.com/vpc/latest/userguide/VPC_Route_Tables.html */
export const forbiddenRouteDestinations = ['169.254.168.0/22', 'fd00:ec2::/32'] as const;

/** Traffic that no security group and no network ACL filters. https://docs.aws.amazon.com/vpc/latest/userguide/VPC_Security.html */
export const unfilteredServices = [
  'Amazon DNS',
  'DHCP',
  'instance metadata',
  'ECS task metadata',
  'Windows licence activation',
  'Amazon Time Sync Service',
  "the VPC router's reserved addresses",
] as const;

/** The range Docker takes by default; AWS services that run containers clash with it. https://docs.aws.amazon.com/vpc/latest/userguide/vpc-cidr-blocks.html */
export const dockerDefaultCidr = '172.17.0.0/16';
