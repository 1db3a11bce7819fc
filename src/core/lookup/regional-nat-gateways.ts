import type { NatGatewayEntry } from './entries.ts';

/** An address a NAT gateway translates to: private for a zonal one, and public for a regional one, which has no other. */
export interface PickedAddress {
  readonly address: number;
}

/** Why a NAT gateway has none for a zone. */
export interface NoAddress {
  /** `zone`: it is not in that zone; `address`: the design does not hold its address. */
  readonly missing: 'address' | 'zone';
}

/** The zones a regional NAT gateway is in; none where its addresses do not tell. */
export const zonesOfNatGateway = ({ value }: NatGatewayEntry): readonly string[] => [...new Set(Object.values(value.addresses).flatMap(({ availabilityZone }) => availabilityZone ?? []))];

/** Whether AWS takes a regional gateway to the zones that need it; so it does unless somebody named the zones. */
export const isExpanding = (natGateway: NatGatewayEntry): boolean => natGateway.value.autoProvisionZones ?? zonesOfNatGateway(natGateway).length === 0;

/**
 * The address a gateway gives to what a zone sends. One in manual mode serves the zones it has addresses for; one in automatic
 * mode comes to a zone when something in it needs it, and until then serves it from another.
 * https://docs.aws.amazon.com/vpc/latest/userguide/nat-gateways-regional.html
 */
export function pickNatAddress(natGateway: NatGatewayEntry, zone: string): PickedAddress | NoAddress {
  const { value, addresses } = natGateway;
  const held = [...addresses].sort((a, b) => Number(primary(natGateway, b.row)) - Number(primary(natGateway, a.row)));
  if (value.availability === 'zonal') return asPicked(held.find((one) => one.private !== undefined)?.private);
  const here = held.find((one) => zoneOf(natGateway, one.row) === zone);
  const zones = zonesOfNatGateway(natGateway);
  if (!here && zones.length > 0 && !isExpanding(natGateway)) return { missing: 'zone' };
  return asPicked((here ?? held[0])?.public);
}

const rowOf = ({ value }: NatGatewayEntry, row: string): NatGatewayEntry['value']['addresses'][string & keyof NatGatewayEntry['value']['addresses']] | undefined => Object.entries(value.addresses).find(([key]) => key === row)?.[1];

const zoneOf = (natGateway: NatGatewayEntry, row: string): string | undefined => rowOf(natGateway, row)?.availabilityZone;
const primary = (natGateway: NatGatewayEntry, row: string): boolean => rowOf(natGateway, row)?.primary ?? false;

const asPicked = (address: number | undefined): PickedAddress | NoAddress => (address === undefined ? { missing: 'address' } : { address });
