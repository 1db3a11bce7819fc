import type { Interval } from '../address/interval.ts';
import type { Family } from '../filtering/rule-match.ts';
import type { AddressNumber, InterfaceEntry, NatGatewayEntry, SubnetEntry } from '../lookup/entries.ts';
import type { ResourceId } from '../model/ids.ts';
import type { Client } from '../model/resources/index.ts';

/** One end of a question, found in the design. */
export type Endpoint =
  /**
   * The internet: all of it, or one address or block of it. `over` where all of one family is meant: `nat64` is IPv4 by the
   * IPv6 addresses that stand for it.
   */
  | { readonly kind: 'internet'; readonly range: Interval | undefined; readonly over?: Family | 'nat64' }
  /** A drawn client on the internet. */
  | { readonly kind: 'client'; readonly id: ResourceId; readonly client: Client; readonly range: Interval }
  /** One or more interfaces; `address` where one of their addresses was asked for. */
  | { readonly kind: 'interfaces'; readonly interfaces: readonly InterfaceEntry[]; readonly address: AddressNumber | undefined; readonly via: 'private' | 'public' }
  /** A NAT gateway; `address` where one of its addresses was asked for. */
  | { readonly kind: 'nat-gateway'; readonly natGateway: NatGatewayEntry; readonly address?: AddressNumber }
  /** Addresses of a subnet that no interface holds: a host without security groups. */
  | { readonly kind: 'host'; readonly subnet: SubnetEntry; readonly range: Interval }
  /** Beyond a gateway. `isAnnounced`: the far side is taken to announce the addresses. */
  | { readonly kind: 'on-premises'; readonly gateway: ResourceId; readonly ranges: readonly Interval[]; readonly isAnnounced: boolean; readonly via?: ResourceId; readonly client?: { readonly id: ResourceId; readonly client: Client } }
  /** An AWS service by its public addresses (ranges), through one gateway endpoint where that was asked for. */
  | { readonly kind: 'service'; readonly service: string; readonly ranges: readonly Interval[]; readonly endpoint?: ResourceId; readonly vpc?: ResourceId }
  /** An address that is nobody's in particular: where it leads, the source's routes decide. */
  | { readonly kind: 'address'; readonly range: Interval }
  /** A resource that exists but has no address to connect from or to. */
  | { readonly kind: 'gone'; readonly id: ResourceId }
  | { readonly kind: 'unmodelled'; readonly id: ResourceId; readonly type: string };
