import { TCP } from '../../address/protocol.ts';
import type { ResourceId } from '../../model/ids.ts';
import type { VpcEndpoint } from '../../model/resources/index.ts';
import { blockAt, passOn, type BlockInput, type TraceContext } from '../advance.ts';
import type { Flight, TracedParcel } from '../flight.ts';
import { splitByPort } from '../split-parcels.ts';

/** The ports of AWS's own services other than 443 alone; S3 answers plain HTTP too, and mail has ports of its own. */
const PORTS: readonly (readonly [service: RegExp, ports: readonly number[]])[] = [
  [/\.s3$/, [443, 80]],
  [/\.dynamodb$/, [443, 80]],
  [/\.email-smtp$/, [25, 465, 587, 2465, 2587]],
];
const HTTPS = [443];

/** Services of AWS are called by HTTPS (PrivateLink guide, create-interface-endpoint); what a service of somebody else listens on is not told. */
function portsOf(service: string): readonly number[] | undefined {
  if (!/^(?:com|cn\.com|aws)\./.test(service) || service.includes('.vpce.')) return undefined;
  return PORTS.find(([pattern]) => pattern.test(service))?.[1] ?? HTTPS;
}

interface AtEndpoint {
  readonly context: TraceContext;
  readonly id: ResourceId;
  readonly endpoint: VpcEndpoint;
}

function stop({ context, id, endpoint }: AtEndpoint, flight: Flight, given: { readonly code: string; readonly certainty?: 'unknown'; readonly parcels: readonly TracedParcel[] }): Flight {
  const block: BlockInput = { component: 'vpc-endpoint', resource: id, code: given.code, certainty: given.certainty, subject: { target: given.code === 'BAD_STATE' ? endpoint.state : endpoint.service } };
  const step = { step: 'gateway', resource: id, detail: { kind: 'gateway', word: 'VPC endpoint' } } as const;
  return blockAt(context, flight, { block, step, next: flight.place, parcels: given.parcels });
}

/** Traffic stands at an interface of a VPC endpoint: the service behind it takes it, on the ports it has. */
export function takeByEndpoint(context: TraceContext, flight: Flight, given: { readonly id: ResourceId; readonly endpoint: VpcEndpoint }): readonly Flight[] {
  const at: AtEndpoint = { context, ...given };
  const { endpoint } = given;
  const { parcels } = flight;
  if (endpoint.state !== 'available') return [stop(at, flight, { code: 'BAD_STATE', parcels })];
  if (endpoint.type === 'gateway-load-balancer') return [stop(at, flight, { code: 'PATH_THROUGH_GWLB_NOT_CHECKED', certainty: 'unknown', parcels })];
  const ports = portsOf(endpoint.service);
  if (ports === undefined) return [flight];
  if (parcels[0]?.now.protocol[0] !== TCP) return [stop(at, flight, { code: 'PROTOCOL_RESTRICTION', parcels })];
  const taken: TracedParcel[] = [];
  let rest = parcels;
  for (const port of ports) {
    const { inside, outside } = splitByPort(flight, rest, [port, port + 1]);
    taken.push(...inside);
    rest = outside;
  }
  const step = { step: 'gateway', resource: given.id, detail: { kind: 'gateway', word: 'VPC endpoint' } } as const;
  const passed = taken.length === 0 ? [] : [passOn(flight, { place: flight.place, step, parcels: taken })];
  return rest.length === 0 ? passed : [...passed, stop(at, flight, { code: 'X_ENDPOINT_PORT', parcels: rest })];
}
