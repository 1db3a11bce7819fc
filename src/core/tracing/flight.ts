import type { Interval } from '../address/interval.ts';
import type { BlockerComponent, HopStep, Leg } from '../findings/diagnosis.ts';
import type { Evidence } from '../findings/evidence.ts';
import type { AnyBox, Direction, Family } from '../filtering/rule-match.ts';
import type { InterfaceEntry, NatGatewayEntry, SubnetEntry, VpcEntry } from '../lookup/entries.ts';
import type { ResourceId } from '../model/ids.ts';

/** The header fields in which a question and its traffic can differ after a translation. */
export type Field = 'source' | 'destination' | 'sourcePort' | 'destinationPort';
export type FieldMap = Readonly<Record<Field, Field | undefined>>;

/** What a translating gateway replaced, to be put back on the reply. */
export interface Translation {
  readonly source: Interval;
  readonly sourcePort: Interval<number>;
  readonly map: FieldMap;
  /** The IPv6 destination, where it was translated to IPv4 too (NAT64). */
  readonly destination?: Interval;
}

/** Traffic on its way: `now` is its header at this place, `asked` the part of the asked traffic it came from. */
export interface TracedParcel {
  readonly now: AnyBox;
  readonly asked: AnyBox;
  readonly replaced: readonly Translation[];
}

/** Where traffic is. */
export type Place =
  | { readonly at: 'interface-out'; readonly interface: InterfaceEntry }
  | { readonly at: 'subnet-out'; readonly subnet: SubnetEntry; readonly sender: ResourceId }
  /** `isRouted`: a table of the gateway has had its say. */
  | { readonly at: 'vpc-in'; readonly vpc: VpcEntry; readonly gateway: string; readonly isRouted?: true }
  | { readonly at: 'subnet-in'; readonly subnet: SubnetEntry; readonly isCrossed: boolean }
  | { readonly at: 'interface-in'; readonly interface: InterfaceEntry }
  /** At a machine that passes on what is not meant for it. */
  | { readonly at: 'appliance-in'; readonly interface: InterfaceEntry }
  | { readonly at: 'nat-gateway-in'; readonly natGateway: NatGatewayEntry }
  | { readonly at: 'internet' }
  | { readonly at: 'internet-gateway-in'; readonly vpc: VpcEntry; readonly lacksPublicAddress: InterfaceEntry | undefined }
  /** From on-premises; `via` is the VPN connection or Direct Connect gateway it comes by, where that was asked. */
  | { readonly at: 'gateway-in'; readonly gateway: ResourceId; readonly via?: ResourceId }
  /** `zone` is the Availability Zone it came from, when it came from a VPC. */
  | { readonly at: 'transit-gateway-in'; readonly gateway: ResourceId; readonly attachment: ResourceId; readonly zone?: string }
  | { readonly at: 'landed'; readonly where: Landing };

/** Where traffic came to its end. */
export type Landing =
  | { readonly kind: 'interface'; readonly interface: InterfaceEntry }
  | { readonly kind: 'host'; readonly subnet: SubnetEntry }
  | { readonly kind: 'internet' }
  /** At an AWS service, through a gateway endpoint of a VPC. */
  | { readonly kind: 'service'; readonly endpoint: ResourceId; readonly vpc: VpcEntry }
  | { readonly kind: 'on-premises'; readonly gateway: ResourceId }
  | { readonly kind: 'nowhere' };

/** Whom the traffic is meant for: what lets a diagnosis go on after the first thing that blocks. */
export type Aim =
  | { readonly kind: 'interface'; readonly interface: InterfaceEntry }
  | { readonly kind: 'host'; readonly subnet: SubnetEntry }
  /** The internet; `isWhole` where no address of it was asked for, so that those of AWS's own services are not meant. */
  | { readonly kind: 'internet'; readonly isWhole?: true }
  /** An AWS service through this endpoint and by no other way. */
  | { readonly kind: 'service'; readonly endpoint: ResourceId }
  | { readonly kind: 'on-premises'; readonly gateway: ResourceId }
  /** A NAT gateway itself: it answers to nobody, so nothing is ever delivered there. */
  | { readonly kind: 'nat-gateway' }
  | { readonly kind: 'address' };

/** What a sentence about a block needs beside component and resource. */
export interface BlockSubject {
  readonly subnet?: ResourceId;
  readonly interface?: ResourceId;
  readonly vpc?: ResourceId;
  readonly target?: string;
  readonly destination?: string;
  readonly direction?: Direction;
  /** What AWS would have to be asked, where a snapshot does not tell. */
  readonly calls?: readonly string[];
}

/** The one row or missing thing that stops traffic. `certainty` is `unknown` where the design cannot tell. */
export interface Block {
  readonly leg: Leg;
  readonly component: BlockerComponent;
  readonly resource: string;
  readonly row: string | undefined;
  readonly code: string;
  readonly certainty: 'certain' | 'unknown';
  readonly evidence: readonly Evidence[];
  readonly subject: BlockSubject;
  /** The header it stopped. */
  readonly traffic: AnyBox;
}

/** One thing that happened on the way. `passed` is false at a block. */
export interface TraceStep {
  readonly step: HopStep;
  readonly resource: string;
  readonly passed: boolean;
  readonly evidence: Evidence | undefined;
  readonly detail: StepDetail;
}

export type StepDetail =
  | { readonly kind: 'leave'; readonly address: string }
  | { readonly kind: 'security-group'; readonly direction: Direction; readonly isReply: boolean; readonly interface: ResourceId }
  | { readonly kind: 'network-acl'; readonly direction: Direction; readonly subnet: ResourceId; readonly isDefault: boolean }
  | { readonly kind: 'route'; readonly subnet: ResourceId; readonly destination: string; readonly target: string }
  | { readonly kind: 'gateway'; readonly word: string }
  | { readonly kind: 'translate'; readonly from: string; readonly to: string }
  | { readonly kind: 'arrive'; readonly address: string };

/** Traffic that shares its history: one place, one list of steps, one list of what blocks it. */
export interface Flight {
  readonly leg: Leg;
  readonly family: Family;
  readonly place: Place;
  readonly parcels: readonly TracedParcel[];
  /** For each field of `now`, the field of `asked` it mirrors; a translated field mirrors none. */
  readonly map: FieldMap;
  readonly aim: Aim;
  readonly steps: readonly TraceStep[];
  readonly blocks: readonly Block[];
  readonly sessions: readonly Session[];
}

/** State that a request leaves behind and its reply relies on. */
export type Session =
  | { readonly kind: 'security-group'; readonly interface: ResourceId }
  | { readonly kind: 'nat-gateway'; readonly natGateway: ResourceId }
  | { readonly kind: 'gateway'; readonly gateway: string; readonly vpc: ResourceId }
  /** A NAT instance that translated the request. */
  | { readonly kind: 'nat-instance'; readonly interface: ResourceId }
  /** A machine that passed the request on unchanged. */
  | { readonly kind: 'middlebox'; readonly interface: ResourceId }
  /** A publicly accessible database whose address is not known was asked from the internet. */
  | { readonly kind: 'public-stand-in'; readonly vpc: ResourceId }
  /** The attachment by which traffic left a transit gateway towards on-premises. */
  | { readonly kind: 'transit-attachment'; readonly gateway: ResourceId; readonly attachment: ResourceId }
  /** The listener that took a request; of several, the last is the one it is at or comes from. */
  | { readonly kind: 'listener'; readonly loadBalancer: ResourceId; readonly row: string }
  /** The node that handed a request on under its client's address. */
  | { readonly kind: 'kept-client'; readonly node: InterfaceEntry }
  /** The zone by which traffic came into an attached VPC, which appliance mode keeps. */
  | { readonly kind: 'appliance-zone'; readonly attachment: ResourceId; readonly zone: string };

export const IDENTITY: FieldMap = { source: 'source', destination: 'destination', sourcePort: 'sourcePort', destinationPort: 'destinationPort' };
