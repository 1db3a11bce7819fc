import type { Sentence } from './sentence.ts';

/** What stops traffic at VPC endpoints and on the way to the services behind them. */
export const ENDPOINT_SENTENCES: Readonly<Record<string, Sentence>> = {
  'vpc-endpoint BAD_STATE': (block, { name }) => `VPC endpoint ${name(block.resource)} is ${block.subject.target ?? 'not available'}, so it carries nothing.`,
  'vpc-endpoint PROTOCOL_RESTRICTION': (block, { name, traffic }) => `The service behind ${name(block.resource)} does not take ${traffic}.`,
  'vpc-endpoint PATH_THROUGH_GWLB_NOT_CHECKED': (block, { name }) => `The way leads through Gateway Load Balancer endpoint ${name(block.resource)}; what the appliances behind it do is not modelled yet.`,
  VPCE_GATEWAY_PROTOCOL_RESTRICTION: (block, { name, traffic }) => `Gateway endpoint ${name(block.resource)} carries TCP and pings only, and ${traffic} is neither.`,
  VPCE_INTRA_VPC_TRAFFIC: (block, { name }) => `${name(block.resource)} opens no connections: a VPC endpoint answers what comes from the VPC.`,
  X_ENDPOINT_PORT: (block, { name, traffic }) => `The service behind ${name(block.resource)} does not listen on ${traffic}; AWS services are called by HTTPS on port 443.`,
  X_ENDPOINT_NOT_IN_TABLE: (block, { name }) => `${name(block.resource)} has no route to ${name(block.subject.target)}, so traffic to its service leaves another way.`,
  X_SERVICE_ADDRESSES_NOT_KNOWN: (block, { name }) => `Whether ${name(block.resource)} lets it pass cannot be known: the design does not hold the addresses of the service, and its rules name blocks.`,
};
