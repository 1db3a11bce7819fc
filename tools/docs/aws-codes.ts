/** One explanation code of AWS's Reachability Analyzer: what it says, in our words, and why Reachable does not say it. */
export interface AwsCode {
  readonly code: string;
  readonly meaning: string;
  /** What Reachable does instead. Read only where no code of the core is this one. */
  readonly instead: string;
}

export interface AwsCodeGroup {
  readonly title: string;
  /** What the codes of the group have in common. */
  readonly words: string;
  readonly page: string;
  readonly codes: readonly AwsCode[];
}

const UNDETERMINED = 'is not modelled: kept on import, and the answer is *undetermined*';
/** What stands where an import does not tell; docs/load-balancers.md. */
const CLIENT_ADDRESS = 'Without the attribute, AWS’s default of the target type and protocol is taken.';
const FIREWALL = `A firewall or Gateway Load Balancer ${UNDETERMINED}.`;
const LIVE = 'About what AWS may see of a live account; a design holds what it holds.';

const EXPLANATION_CODES = 'https://docs.aws.amazon.com/vpc/latest/reachability/explanation-codes.html';
const DETAIL_CODES = 'https://docs.aws.amazon.com/vpc/latest/reachability/additional-detail-codes.html';

const toCode = ([code, meaning, instead = '']: readonly [code: string, meaning: string, instead?: string]): AwsCode => ({ code, meaning, instead });

const unreachable: readonly AwsCode[] = (
  [
    ['BAD_STATE', 'Something on the way exists and does not work now.'],
    ['BAD_STATE_ATTACHMENT', 'Two things are not, or not properly, attached to each other.'],
    ['BAD_STATE_ROUTE', 'The route that matches is a blackhole.'],
    ['BAD_STATE_VPN', 'The VPN connection does not work now.'],
    ['CANNOT_ROUTE', 'A route does not cover the destination.', 'The route that does take the traffic is named, or `NO_ROUTE_TO_DESTINATION`.'],
    ['ELB_ACL_RESTRICTION', 'A Classic Load Balancer passes the network ACL even towards its own subnet.'],
    ['ELB_INSTALLED_AZ_RESTRICTION', 'A load balancer reaches only zones it is enabled in.'],
    ['ELB_LISTENER_PORT_RESTRICTION', 'A Classic Load Balancer’s listener fixes both of its ports.'],
    ['ELB_LISTENERS_MISMATCH', 'No listener of a Classic Load Balancer takes the traffic.'],
    ['ELB_NOT_CROSSZONE', 'Targets in other zones are out of reach: cross-zone balancing is off.'],
    ['ELBV2_LISTENER_HAS_NO_TG', 'A listener has only empty target groups.'],
    ['ELBV2_LISTENER_PORT_RESTRICTION', 'A listener takes its own port only.'],
    ['ELBV2_LISTENER_REQUIRES_TG_ACCEPT', 'No target group behind the listener takes the traffic.', 'Each target says for itself what stops the traffic on its way.'],
    ['ELBV2_LISTENERS_MISMATCH', 'The load balancer has no listener for the traffic.'],
    ['ELBV2_NO_TARGETS_IN_AZ', 'No target is registered in the zones in question.'],
    ['ELBV2_SOURCE_ADDRESS_PRESERVATION', 'The client’s address is kept, so the target has to admit the client.'],
    ['ENI_ADDRESS_RESTRICTION', 'An interface sends and takes its own private addresses only.', 'A question starts from, and goes to, addresses that are held.'],
    ['ENI_SG_RULES_MISMATCH', 'The interface’s security groups have rules, and none applies.'],
    ['ENI_SOURCE_DEST_CHECK_RESTRICTION', 'The source/destination check drops what is not the interface’s own.'],
    ['FIREWALL_RULES_RESTRICTION', 'A rule of AWS Network Firewall drops it.', FIREWALL],
    ['GATEWAY_REJECTS_SPOOFED_TRAFFIC', 'A gateway drops a packet whose source is not genuine.', 'A question cannot be asked with a false source.'],
    ['GWLB_DESTINATION_PORT_RESTRICTION', 'A Gateway Load Balancer talks to port 6081 of its targets.', FIREWALL],
    ['GWLB_PROTOCOL_RESTRICTION', 'A Gateway Load Balancer talks UDP to its targets.', FIREWALL],
    ['HIGHER_PRIORITY_ROUTE', 'Another route with the same destination comes first.', 'The route that wins is on the path; the rule `route-never-used` finds the one that loses.'],
    ['IGW_DESTINATION_ADDRESS_IN_VPC_CIDRS', 'What enters by an internet gateway has to go to an address of the VPC.', 'Said as `X_NO_SUCH_TARGET`.'],
    ['IGW_DESTINATION_ADDRESS_NOT_IN_RFC1918_EGRESS', 'An internet gateway sends nothing to private addresses.'],
    ['IGW_DESTINATION_ADDRESS_NOT_IN_RFC6598_EGRESS', 'An internet gateway sends nothing to 100.64.0.0/10.'],
    ['IGW_NAT_REFLECTION', 'A way out and back in through one internet gateway is not analysed.', 'It is walked like any other way.'],
    ['IGW_PRIVATE_IP_ASSOCIATION_FOR_INGRESS', 'No interface of the VPC holds the public address.'],
    ['IGW_PUBLIC_IP_ASSOCIATION_FOR_EGRESS', 'The sender has no public address.'],
    ['IGW_SOURCE_ADDRESS_NOT_IN_RFC1918_INGRESS', 'An internet gateway lets nothing in from private addresses.'],
    ['IGW_SOURCE_ADDRESS_NOT_IN_RFC6598_INGRESS', 'An internet gateway lets nothing in from 100.64.0.0/10.'],
    ['INGRESS_RTB_NO_PUBLIC_IP', 'An appliance that a gateway’s route table names needs a public address.'],
    ['INGRESS_RTB_TRAFFIC_REDIRECTION', 'A subnet whose traffic enters through an appliance cannot leave past it.'],
    ['MORE_SPECIFIC_ROUTE', 'A longer prefix takes the traffic away from a route.', 'The route that wins is on the path; the rule `route-never-used` finds the one that loses.'],
    ['NGW_DEST_ADDRESS_PRESERVATION', 'A NAT gateway does not change destinations.', 'The path shows what is translated.'],
    ['NGW_REQUIRES_SOURCE_IN_VPC', 'A NAT gateway serves its own VPC only.', 'What comes through a peering is refused there: `PCX_REQUIRES_ADDRESS_IN_VPC_CIDR`. What a transit gateway brings in is served.'],
    ['NGW_SOURCE_ADDRESS_REASSIGN', 'A NAT gateway puts its own address in place of the source.', 'The path shows what is translated.'],
    ['NO_POSSIBLE_DESTINATION', 'There is nowhere to deliver to, or it is out of sight.'],
    ['NO_ROUTE_TO_DESTINATION', 'The route table has no usable route.'],
    ['PCX_REQUIRES_ADDRESS_IN_VPC_CIDR', 'A peering connection carries only what is between its two VPCs.'],
    ['PROTOCOL_RESTRICTION', 'Something on the way does not carry this protocol.'],
    ['REGIONAL_NGW_ROUTE_AZ_RESTRICTION', 'A regional NAT gateway is not in the sender’s zone yet.'],
    ['REMAP_EPHEMERAL_PORT', 'The source port becomes one of 1024–65535.', 'Judged so: network ACLs behind a NAT gateway meet that range, and the path shows the translation.'],
    ['SG_HAS_NO_RULES', 'The security groups have no rule in this direction.'],
    ['SG_REFERENCES_NOT_PRESERVED', 'A middlebox makes references to groups match nothing.'],
    ['SG_REFERENCING_SUPPORT', 'The attachment does not support references to groups.'],
    ['SUBNET_ACL_RESTRICTION', 'The subnet’s network ACL does not let it through.'],
    ['TARGET_ADDRESS_RESTRICTION', 'A load balancer sends to registered addresses only.'],
    ['TARGET_PORT_RESTRICTION', 'A load balancer sends to the registered port only.'],
    ['TGW_ATTACH_MISSING_TGW_RTB_ASSOCIATION', 'The attachment has no transit gateway route table.'],
    ['TGW_ATTACH_VPC_AZ_RESTRICTION', 'The zones do not fit the attachment.'],
    ['TGW_BAD_STATE_VPN', 'A VPN of the transit gateway does not work now.'],
    ['TGW_ROUTE_AZ_RESTRICTION', 'The sender’s zone has no subnet of the attachment.'],
    ['TGW_RTB_BAD_STATE_ROUTE', 'A route of its table is not usable.'],
    ['TGW_RTB_CANNOT_ROUTE', 'A route of its table does not cover the destination.'],
    ['TGW_RTB_HIGHER_PRIORITY_ROUTE', 'Another route of its table comes first.', 'The route that is used is shown on the path; the others are not a reason of their own.'],
    ['TGW_RTB_MORE_SPECIFIC_ROUTE', 'A longer prefix of its table takes the traffic.', 'The route that is used is shown on the path; the others are not a reason of their own.'],
    ['TGW_RTB_NO_ROUTE_TO_TGW_ATTACHMENT', 'Its table has no route to the attachment.'],
    ['TGW_RTB_ROUTES_ARE_UNKNOWN', 'The routes of its table cannot be seen.'],
    ['UNKNOWN_DESTINATION', 'Too little is known of the destination.', LIVE],
    ['UNKNOWN_PEERED_SGS', 'The groups of the peer VPC cannot be seen.'],
    ['UNKNOWN_RESOURCE', 'The resource cannot be described.', LIVE],
    ['VGW_PRIVATE_IP_ASSOCIATION_FOR_EGRESS', 'What leaves by a virtual private gateway has to come from an interface of the VPC.'],
    ['VGW_PRIVATE_IP_ASSOCIATION_FOR_INGRESS', 'What enters by a virtual private gateway has to go to an interface of the VPC.'],
    ['VPC_BLOCK_PUBLIC_ACCESS_ENABLED', 'VPC Block Public Access is on.'],
    ['VPC_LOCAL_ROUTE_CIDR_RESTRICTION', 'The route `local` serves the VPC’s own blocks only.', 'The route that does take the traffic is named, or `NO_ROUTE_TO_DESTINATION`.'],
    ['VPCE_GATEWAY_EGRESS_SOURCE_ADDRESS_RESTRICTION', 'A gateway endpoint answers from the addresses of its prefix list only.', 'Replies are taken to come from the addresses of the prefix list.'],
    ['VPCE_GATEWAY_PROTOCOL_RESTRICTION', 'A gateway endpoint carries TCP and ICMP echo only.'],
    ['VPCE_INTRA_VPC_TRAFFIC', 'An endpoint opens no connections into its VPC.'],
    ['VPCE_SERVICE_NOT_INSTALLED_IN_AZ', 'The service is not offered in that zone.', 'An interface endpoint stands in subnets of zones that have its service: AWS makes it in no other.'],
  ] as const
).map(toCode);

const configuration: readonly AwsCode[] = (
  [
    ['DISCONNECTED_VPCS', 'Nothing connects the two VPCs.', 'The route table that has no route is named: `NO_ROUTE_TO_DESTINATION`.'],
    ['NO_PATH', 'No way was found, for no reason of its own.', 'There is always a row or a missing thing that stops it, and that is named.'],
    ['NO_SOURCE_OR_DESTINATION', 'One of the two ends does not exist.', 'The question is refused with a sentence; an address that nobody holds is `X_NO_SUCH_TARGET`.'],
    ['UNASSOCIATED_COMPONENT', 'One of the two ends is in no VPC, or has no IPv4 address.'],
    ['UNSUPPORTED_COMPONENT', 'Something of this kind is not understood.'],
  ] as const
).map(toCode);

const FILTER = 'A question has no such filter: from, to, protocol and ports are all it asks.';
const filters: readonly AwsCode[] = (
  [
    ['COMPONENT_FILTER_RESTRICTION', 'something the path has to pass'],
    ['COMPONENT_FILTER_RESTRICTION_REMOVED_COMPONENT', 'something a filter took out'],
    ['FILTER_AT_DESTINATION_DESTINATION_ADDRESS', 'the destination address on arrival'],
    ['FILTER_AT_DESTINATION_DESTINATION_PORT_RANGE', 'the destination port on arrival'],
    ['FILTER_AT_DESTINATION_PROTOCOL', 'the protocol on arrival'],
    ['FILTER_AT_DESTINATION_SOURCE_ADDRESS', 'the source address on arrival'],
    ['FILTER_AT_DESTINATION_SOURCE_PORT_RANGE', 'the source port on arrival'],
    ['FILTER_AT_SOURCE_DESTINATION_ADDRESS', 'the destination address on departure'],
    ['FILTER_AT_SOURCE_DESTINATION_PORT_RANGE', 'the destination port on departure'],
    ['FILTER_AT_SOURCE_PROTOCOL', 'the protocol on departure'],
    ['FILTER_AT_SOURCE_SOURCE_ADDRESS', 'the source address on departure'],
    ['FILTER_AT_SOURCE_SOURCE_PORT_RANGE', 'the source port on departure'],
    ['IGW_EXPECTS_PUBLIC_ADDRESS', 'a private address that was given for an internet gateway'],
  ] as const
).map(([code, what]) => ({ code, meaning: `A filter was too narrow: ${what}.`, instead: FILTER }));

const details: readonly AwsCode[] = (
  [
    ['ASSUMPTION_PRESERVE_CLIENT_IP_IS_DISABLED', 'The client’s address is taken not to be kept.', CLIENT_ADDRESS],
    ['ASSUMPTION_PRESERVE_CLIENT_IP_IS_ENABLED', 'The client’s address is taken to be kept.', CLIENT_ADDRESS],
    ['AVAILABILITY_ZONE_CROSSED', 'The path crosses zones.', 'The canvas draws the zones the path crosses.'],
    ['FIREWALL_UNSUPPORTED_HIGHER_PRIORITY_RULE_GROUP_TYPE', 'A rule group of a firewall was passed over.', FIREWALL],
    ['FIREWALL_UNSUPPORTED_HIGHER_PRIORITY_RULES', 'A rule of a firewall was passed over.', FIREWALL],
    ['FIREWALL_UNSUPPORTED_RULE_OPTIONS', 'An option of a firewall’s rule was passed over.', FIREWALL],
    ['MISSING_TARGET_GROUP_ATTRIBUTES', 'The attributes of a target group are not known.', 'AWS’s defaults of the attributes are taken.'],
    ['PATH_THROUGH_GWLB_NOT_CHECKED', 'What lies behind a Gateway Load Balancer was not analysed.'],
    ['RESPONSE_RTB_HAS_NO_ROUTE_TO_TRANSIT_GATEWAY', 'The reply may not find back to the transit gateway.', 'The reply is walked by its own routes, and the one that is missing is named.'],
    ['TRANSIT_GATEWAY_APPLIANCE_MODE_RECOMMENDED', 'Without appliance mode the two directions may part.', 'The finding `appliance-mode-recommended` says it.'],
    ['UNIDIRECTIONAL_PATH_ANALYSIS_ONLY', 'Only the request was analysed.', 'Request and reply are always both walked.'],
  ] as const
).map(toCode);

/** Every code of the two pages, in their order. */
export const awsCodeGroups: readonly AwsCodeGroup[] = [
  { title: 'Path is not reachable', words: 'What stops traffic.', page: EXPLANATION_CODES, codes: unreachable },
  { title: 'Configuration', words: 'Why there can be no path at all.', page: EXPLANATION_CODES, codes: configuration },
  { title: 'Search filters', words: 'Filters of an analysis that left no path.', page: EXPLANATION_CODES, codes: filters },
  { title: 'Additional details', words: 'Remarks beside an answer.', page: DETAIL_CODES, codes: details },
];
