/**
 * Addresses that stand for those a design does not hold. They are of 240.0.0.0/4, which is reserved and which AWS gives to
 * nobody (RFC 1112, section 4), so that no question and no rule but one for all addresses meets them.
 */
const FIRST_SERVICE = 0xf0000000;
const FIRST_NODE = 0xf1000000;
const END = 0xf2000000;

const FNV_START = 0x811c9dc5;
const FNV_PRIME = 0x01000193;
const LAST_24_BITS = 0xffffff;

/** The address that stands for those of an AWS service, the same for the same name. */
export function standInOfService(service: string): number {
  let hash = FNV_START;
  for (let index = 0; index < service.length; index += 1) hash = Math.imul(hash ^ service.charCodeAt(index), FNV_PRIME) >>> 0;
  return FIRST_SERVICE + (hash & LAST_24_BITS);
}

/** The address that stands for a public one of a load balancer's node: the first, second, … of a design. */
export const standInOfNode = (index: number): number => FIRST_NODE + index;

/** Whether an address stands for a service's. */
export const isServiceStandIn = (address: number | bigint): boolean => typeof address === 'number' && address >= FIRST_SERVICE && address < FIRST_NODE;

/** Whether an address stands for one that the design does not hold. */
export const isStandInAddress = (address: number | bigint): boolean => typeof address === 'number' && address >= FIRST_SERVICE && address < END;

/** How such an address is told. */
export const wordsOfStandIn = (address: number | bigint): string => (isServiceStandIn(address) ? 'the service’s addresses' : 'its public address');
