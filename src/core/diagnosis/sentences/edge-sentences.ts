import { formatAddresses } from '../../tracing/advance.ts';
import type { Block } from '../../tracing/flight.ts';
import type { Sentence } from './sentence.ts';

const destination = (block: Block): string => block.subject.destination ?? formatAddresses(block.traffic.destination);

/** Sentences about IPv6, NAT gateways of every kind, machines that forward, tables of gateways and Block Public Access. */
export const EDGE_SENTENCES: Readonly<Record<string, Sentence>> = {
  X_EGRESS_ONLY_NO_INBOUND: (block, { name }) => `VPC ${name(block.subject.vpc)} has only ${name(block.resource)}, which lets replies back and no connection in; an internet gateway does.`,
  X_EGRESS_ONLY_IPV6: (block, { name }) => `${name(block.resource)} is an egress-only internet gateway and carries IPv6 alone.`,
  X_NAT64_NEEDS_NAT_GATEWAY: (block, { name }) => `${name(block.resource)} sends ${destination(block)} to ${name(block.subject.target)}; addresses of 64:ff9b::/96 stand for IPv4 ones and only a NAT gateway translates them.`,
  X_DNS64_OFF: (block, { name }) => `Subnet ${name(block.resource)} has DNS64 off, so the name of an IPv4 server gets no IPv6 address that a NAT gateway could translate.`,
  X_NAT_GATEWAY_IPV6: (block, { name }) => `${name(block.resource)} translates IPv6 only where it stands for IPv4 (64:ff9b::/96), and ${destination(block)} does not; an egress-only internet gateway carries it.`,
  REGIONAL_NGW_ROUTE_AZ_RESTRICTION: (block, { name }) => `${name(block.resource)} is not in ${block.subject.target ?? 'the zone'}; give it an address there, or let it expand by itself.`,
  X_REGIONAL_NAT_ROUTE: (block, { name }) => `${name(block.resource)}, the table of a regional NAT gateway, sends ${destination(block)} to ${name(block.subject.target)}, which is not modelled yet.`,
  X_NAT_INSTANCE_IPV4: (block, { name }) => `${name(block.resource)} sends IPv6 to ${name(block.subject.target)}, which translates IPv4 alone.`,
  X_EDGE_TARGET_NOT_MODELLED: (block, { name }) => `${name(block.resource)}, the table of a gateway, sends ${destination(block)} to ${name(block.subject.target)}; what happens there is not in the design.`,
  SG_REFERENCES_NOT_PRESERVED: (block, { name, traffic }) => `The rule of ${name(block.resource)} that would let ${traffic} in to ${name(block.subject.interface)} names a group, and what comes through ${name(block.subject.target)} is matched by its address alone.`,
  INGRESS_RTB_NO_PUBLIC_IP: (block, { name }) => `${name(block.resource)} sends what comes in to ${name(block.subject.target)}, which has no public IPv4 address and so gets nothing from the internet.`,
  INGRESS_RTB_TRAFFIC_REDIRECTION: (block, { name }) => `${name(block.resource)} sends this straight to ${name(block.subject.target)}, while what comes in for it is sent through an appliance; both ways have to lead through the appliance.`,
  X_BPA_EGRESS_EXCLUSION: (block, { name }) => `VPC Block Public Access is on in ${name(block.resource)}, and an exclusion allows egress; whether that opens an internet gateway without a NAT gateway AWS does not say.`,
};
