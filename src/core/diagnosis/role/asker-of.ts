import type { Endpoint } from '../../tracing/endpoint.ts';
import { instanceOf, interfacesOf } from '../case.ts';
import type { Asker } from './judge-needs.ts';

/** Whose role a question is about, and of which service alone, where one is asked for. */
export interface AskedRole {
  readonly asker: Asker;
  /** AWS's word in the names of endpoints: `s3`. */
  readonly service?: string;
}

/** `s3` of `com.amazonaws.us-east-1.s3`. */
const wordOf = (service: string): string => service.replace(/^(?:cn\.)?com\.amazonaws\.[a-z0-9-]+\./, '');

/** The AWS service at one end: by its addresses, or behind an interface of a VPC endpoint. */
function serviceAt(endpoint: Endpoint): string | undefined {
  if (endpoint.kind === 'service') return wordOf(endpoint.service);
  const [entry] = interfacesOf(endpoint);
  return entry?.holder.kind === 'vpc-endpoint' ? wordOf(entry.holder.endpoint.service) : undefined;
}

/** The instance that is asked for, with its whole application; or the one that asks an AWS service, with its calls of that one. */
export function askerOf({ from, to }: { readonly from: Endpoint; readonly to: Endpoint }): AskedRole | undefined {
  const target = instanceOf(to);
  if (target) return { asker: target };
  const service = serviceAt(to);
  const caller = service === undefined ? undefined : instanceOf(from);
  return caller && service !== undefined ? { asker: caller, service } : undefined;
}
