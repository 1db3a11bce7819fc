import { formatAddresses } from '../../tracing/advance.ts';
import type { Block } from '../../tracing/flight.ts';
import type { Sentence } from './sentence.ts';

const destination = (block: Block): string => block.subject.destination ?? formatAddresses(block.traffic.destination);

/**
 * What stops traffic at transit gateways and Direct Connect. Codes without `X_` are AWS's (Reachability Analyzer,
 * explanation codes); where one of them has another sentence elsewhere, the component stands before it.
 */
export const TRANSIT_SENTENCES: Readonly<Record<string, Sentence>> = {
  TGW_ROUTE_AZ_RESTRICTION: (block, { name }) => `The attachment of ${name(block.subject.vpc)} to ${name(block.resource)} has no subnet in the Availability Zone of ${name(block.subject.subnet)}, so nothing from there reaches ${name(block.resource)}.`,
  TGW_ATTACH_VPC_AZ_RESTRICTION: (block, { name }) => `${name(block.resource)} has no subnet by which ${name(block.subject.target)} could reach its VPC.`,
  TGW_ATTACH_MISSING_TGW_RTB_ASSOCIATION: (block, { name }) => `${name(block.resource)} is associated with no route table of ${name(block.subject.target)}, which therefore drops what comes from it.`,
  TGW_RTB_BAD_STATE_ROUTE: (block, { name }) => `${name(block.resource)} has a blackhole route for ${destination(block)}.`,
  TGW_RTB_NO_ROUTE_TO_TGW_ATTACHMENT: (block, { name, leg }) => `${name(block.resource)}, a route table of ${name(block.subject.target)}, has no route for ${leg === 'reply' ? 'the reply to ' : ''}${destination(block)}.`,
  TGW_RTB_CANNOT_ROUTE: (block, { name, leg }) => `The routes of ${name(block.resource)}, a route table of ${name(block.subject.target)}, lead into the right VPC, but none of them covers ${leg === 'reply' ? 'the reply to ' : ''}${destination(block)}.`,
  TGW_RTB_ROUTES_ARE_UNKNOWN: (block, { name }) => `Where ${name(block.subject.target)} sends ${destination(block)} cannot be known: the design does not hold the routes of ${name(block.resource)}.`,
  TGW_BAD_STATE_VPN: (block, { name }) => `${name(block.resource)}, the VPN connection of ${name(block.subject.target)}, is deleted.`,
  BAD_STATE_VPN: (block, { name }) => `${name(block.resource)}, the VPN connection of ${name(block.subject.target)}, is deleted.`,
  'transit-gateway-attachment NO_POSSIBLE_DESTINATION': (block, { name }) => `${name(block.resource)} leads to what the design does not hold, so what happens there cannot be known.`,
  'transit-gateway-attachment BAD_STATE_ATTACHMENT': (block, { name }) => `${name(block.resource)}, an attachment of ${name(block.subject.target)}, is not available.`,
  SG_REFERENCING_SUPPORT: (block, { name, traffic }) =>
    block.subject.direction === 'outbound'
      ? `The rule of ${name(block.resource)} that would let ${name(block.subject.interface)} send ${traffic} names a group beyond a transit gateway, which outbound rules cannot.`
      : `The rule of ${name(block.resource)} that would let ${traffic} in to ${name(block.subject.interface)} names a group beyond a transit gateway, which needs security group referencing at the transit gateway and at both attachments.`,
  X_TGW_OVERLAPPING_BLOCKS: (block, { name }) => `Blocks of two VPCs that propagate to ${name(block.resource)} overlap at ${destination(block)}; AWS keeps the routes of the one attached first, which the design does not say.`,
  X_TGW_ATTACHMENT_NOT_KNOWN: (block, { name }) => `${name(block.resource)} sends ${destination(block)} to ${name(block.subject.target)}, an attachment that the design does not hold.`,
  X_DX_NOT_KNOWN: (block, { name }) => `${name(block.subject.target)} is joined with ${name(block.resource)}, a Direct Connect gateway that the design does not hold.`,
  X_DX_NOT_ASSOCIATED: (block, { name }) => `${name(block.resource)} has no working association with ${name(block.subject.target)}.`,
  X_DX_INTERFACE_DOWN: (block, { name }) => `${name(block.resource)}, the virtual interface that leads on-premises, is down.`,
  X_DX_NO_VIRTUAL_INTERFACE: (block, { name }) => `No virtual interface ends at ${name(block.resource)}, so nothing lies behind it.`,
  X_DX_PREFIX_NOT_ALLOWED: (block, { name }) => `${name(block.resource)} does not announce ${destination(block)} to on-premises, so nothing is sent to it from there; add the block to the allowed prefixes of ${block.subject.target === undefined ? 'its association' : `its association with ${name(block.subject.target)}`}.`,
};
