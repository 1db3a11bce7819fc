/** What the stand-in for AWS is known to do otherwise than AWS, each with the reason. */
const KNOWN: readonly { readonly pattern: RegExp; readonly because: string }[] = [
  { pattern: /^VPN \S+ (?:static|bgp) /, because: 'moto keeps no options of a VPN connection, so one with static routes comes back without StaticRoutesOnly' },
];

/** Whether a difference in this fact is the stand-in's and not ours. */
export const isKnownLoss = (fact: string): boolean => KNOWN.some(({ pattern }) => pattern.test(fact));
