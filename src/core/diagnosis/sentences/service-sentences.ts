import type { Sentence } from './sentence.ts';

const WORD: Readonly<Record<string, string>> = { http: 'HTTP', https: 'HTTPS' };
const other = (scheme: string): string => (scheme === 'https' ? 'http' : 'https');

/** What is wrong with a service. `subject.target` says what it is bound to, what it speaks, or how its certificate is. */
export const SERVICE_SENTENCES: Readonly<Record<string, Sentence>> = {
  X_BOUND_TO_LOOPBACK: ({ resource }, { name, traffic }) => `The service of ${name(resource)} on ${traffic} is bound to the machine itself (loopback), so the connection is refused.`,
  X_BOUND_TO_OTHER_ADDRESS: ({ resource, subject }, { name, traffic }) => `The service of ${name(resource)} on ${traffic} is bound to ${subject.target ?? 'another address'}, which is not the address asked for, so the connection is refused.`,
  X_BOUND_TO_FOREIGN_ADDRESS: ({ resource, subject }, { name, traffic }) => `The service of ${name(resource)} on ${traffic} is bound to ${subject.target ?? 'an address'}, which no interface of the machine holds, so it cannot start and the connection is refused.`,
  X_SCHEME_MISMATCH: ({ resource, subject: { target: serves = 'https' } }, { name, traffic }) => `${name(resource)} speaks ${WORD[serves] ?? serves} on ${traffic}, and the client asks with ${other(serves)}://.`,
  X_CERTIFICATE: ({ resource, subject }, { name }) => `The certificate of ${name(resource)} is ${subject.target ?? 'missing, expired or for another name'}, so the browser refuses the page.`,
};
