import type { Design } from '@core/model/design.ts';
import { asResourceId } from '@core/model/ids.ts';
import type { Question } from '@core/model/question.ts';

const INTERNET = 'internet';
const HTTP_PORT = 80;
const HTTPS_PORT = 443;

/** The endpoint a node stands for: the drawn cloud is everybody outside. */
function endpointOf(design: Design, key: string): string {
  const resource = design.resources[asResourceId(key)];
  return resource?.kind === 'internet' ? INTERNET : key;
}

/** What somebody would ask of a resource: the port of its first service, a database's own port, else TCP 80. */
function trafficTo(design: Design, key: string): Pick<Question, 'protocol' | 'port' | 'scheme'> {
  const resource = design.resources[asResourceId(key)];
  if (key === INTERNET) return { protocol: 'tcp', port: HTTPS_PORT };
  if (resource?.kind === 'db-instance') return { protocol: 'tcp', port: resource.port };
  if (resource?.kind !== 'instance') return { protocol: 'tcp', port: HTTP_PORT };
  const service = Object.values(resource.services ?? {})[0];
  if (!service) return { protocol: 'tcp', port: HTTP_PORT };
  const { protocol, port, scheme } = service;
  return scheme === 'http' || scheme === 'https' ? { protocol, port, scheme } : { protocol, port };
}

/** From whom is asked now, else the internet, to the node. */
export function questionTo(design: Design, current: Question | null, key: string): Question {
  const to = endpointOf(design, key);
  const from = current && current.from !== to ? current.from : INTERNET;
  return { from, to, ...trafficTo(design, to), ...(current?.client === undefined ? {} : { client: current.client }) };
}

/** From the node to whom is asked now, else the internet. */
export function questionFrom(design: Design, current: Question | null, key: string): Question {
  const from = endpointOf(design, key);
  if (current && current.to !== from) return { ...current, from };
  const to = from === INTERNET ? key : INTERNET;
  return { from, to, ...trafficTo(design, to) };
}
