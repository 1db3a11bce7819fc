import type { Sentence } from './sentence.ts';

/** What the client's own network does not let out. */
export const CLIENT_SENTENCES: Readonly<Record<string, Sentence>> = {
  X_CLIENT_EGRESS_FIREWALL: ({ resource }, { name, traffic }) => `The network of ${name(resource)} does not let ${traffic} out.`,
  X_CLIENT_PROXY: ({ resource, subject }, { name, traffic }) => `${name(resource)} goes out through the proxy ${subject.target ?? ''}, which carries TCP 80 and 443 alone and not ${traffic}.`,
  X_CLIENT_IPV6_ONLY: ({ resource, subject }, { name }) => `${name(resource)} has an IPv6 address alone and ${name(subject.target)} IPv4 addresses alone, so no packet goes between them.`,
};
