import type { LoadBalancer } from '../model/resources/index.ts';
import type { Question } from '../model/question.ts';
import type { Endpoint } from '../tracing/endpoint.ts';
import type { Service } from '../model/resources/index.ts';
import { instanceOf, interfacesOf } from './case.ts';
import { knownServices } from './known-services.ts';

const HTTP_PORT = 80;
const HTTPS_PORT = 443;

function servicesOfTarget(to: Endpoint): readonly Service[] {
  const target = instanceOf(to);
  return Object.values((target && knownServices(target.instance)) ?? {});
}

function portOfBalancer({ listeners }: LoadBalancer): { readonly protocol: 'tcp' | 'udp'; readonly port: number } {
  const [listener] = Object.values(listeners);
  return { protocol: listener?.protocol === 'UDP' ? 'udp' : 'tcp', port: listener?.port ?? HTTP_PORT };
}

function portOf(to: Endpoint): { readonly protocol: 'tcp' | 'udp'; readonly port: number } {
  const [service] = servicesOfTarget(to);
  if (service) return { protocol: service.protocol, port: service.port };
  const [entry] = interfacesOf(to);
  if (entry?.holder.kind === 'load-balancer') return portOfBalancer(entry.holder.loadBalancer);
  if (entry?.holder.kind === 'vpc-endpoint' || to.kind === 'service') return { protocol: 'tcp', port: HTTPS_PORT };
  if (entry?.holder.kind === 'db-instance') return { protocol: 'tcp', port: entry.holder.db.port };
  return { protocol: 'tcp', port: HTTP_PORT };
}

/** Without protocol and port, a question is about the first service of the target, else about TCP 80. */
export function completeQuestion(question: Question, to: Endpoint): Question {
  if (question.protocol !== undefined || question.port !== undefined || question.icmpType !== undefined) return { protocol: 'tcp', ...question };
  return { ...question, ...portOf(to) };
}
