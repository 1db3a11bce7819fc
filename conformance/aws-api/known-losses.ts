/** What the stand-in for AWS is known to do otherwise than AWS, and what a template cannot say, each with the reason. */
const KNOWN: readonly { readonly pattern: RegExp; readonly because: string }[] = [
  { pattern: /^VPN \S+ (?:static|bgp) /, because: 'moto keeps no options of a VPN connection, so one with static routes comes back without StaticRoutesOnly' },
  { pattern: /^IPv6 block of subnet /, because: 'moto prints the state of a subnet’s IPv6 block as an object in an object, so it counts as not associated' },
  { pattern: /^transit route \S+ \S+ leads to /, because: 'moto prints a static route of a transit gateway without the attachment it leads to' },
  { pattern: /^(?:attachment|propagation of) the VPN /, because: 'AWS makes the attachment of a VPN connection, and CloudFormation has no way to ask for its id: neither its table nor what it propagates can be written' },
];

/** Whether a difference in this fact is known not to be ours. */
export const isKnownLoss = (fact: string): boolean => KNOWN.some(({ pattern }) => pattern.test(fact));
