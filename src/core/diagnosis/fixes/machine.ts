import { associateElasticIp } from '../../editing/elastic-ip.ts';
import { UDP } from '../../address/protocol.ts';
import { edit } from '../../editing/edit.ts';
import { setInstanceState } from '../../editing/set-instance-state.ts';
import { addService } from '../../editing/services.ts';
import type { Fix } from '../../findings/fix.ts';
import { nextIpv6 } from '../../editing/ipv6-addresses.ts';
import type { InterfaceEntry, Lookup } from '../../lookup/entries.ts';
import { asResourceId, asRowId, nextRowId } from '../../model/ids.ts';
import type { Instance, Service } from '../../model/resources/index.ts';
import { repeatableRandom } from '../random.ts';
import { fixFrom, type FixInput } from './fix-input.ts';

/** Gives an interface of a machine the lowest free IPv6 address of its subnet, where that has a block. */
function giveIpv6Address({ design, nameOf }: Lookup, { id, value, holder }: InterfaceEntry): readonly Fix[] {
  const address = nextIpv6(design, value.subnet);
  if (address === undefined || (holder.kind !== 'instance' && holder.kind !== 'none')) return [];
  const name = nameOf(holder.kind === 'instance' ? holder.id : id);
  const result = edit(design, (draft) => {
    const { ipv6Addresses } = draft.need(id, 'network-interface');
    draft.change(id, 'network-interface', { ipv6Addresses: { ...ipv6Addresses, [nextRowId('ipv6', ipv6Addresses)]: { address } } });
    return { said: `Give ${name} the IPv6 address ${address}` };
  });
  return fixFrom(result, { title: `Give ${name} the IPv6 address ${address}`, effect: 'Opens nothing by itself: routes, groups and network ACLs of IPv6 still decide.' });
}

/** Associates an Elastic IP address with the interface that has no public one; no address of another family comes by it. */
export function fixPublicIp({ lookup, block }: FixInput): readonly Fix[] {
  const entry = lookup.interfaces.get(asResourceId(block.resource));
  if (block.code === 'X_NO_IPV6_ADDRESS') return entry && block.subject.destination === undefined ? giveIpv6Address(lookup, entry) : [];
  if (!entry || !block.code.startsWith('IGW_')) return [];
  const random = repeatableRandom(Object.keys(lookup.design.resources).length);
  const free = lookup.byKind['elastic-ip'][0]?.id;
  const result = associateElasticIp(lookup.design, { target: entry.id, random, ...(free !== undefined && { elasticIp: free }) });
  const name = entry.holder.kind === 'instance' || entry.holder.kind === 'db-instance' ? lookup.nameOf(entry.holder.id) : lookup.nameOf(entry.id);
  return fixFrom(result, { title: `Associate an Elastic IP address with ${name}`, effect: `Gives ${name} an address on the internet; its groups and network ACL still decide who gets in.` });
}

/** Starts the instance. */
export function fixInstanceState({ lookup, block }: FixInput): readonly Fix[] {
  const id = asResourceId(block.resource);
  const instance = lookup.resource(id);
  if (instance?.kind !== 'instance' || (instance.state !== 'stopped' && instance.state !== 'stopping')) return [];
  const random = repeatableRandom(Object.keys(lookup.design.resources).length);
  const result = setInstanceState(lookup.design, { instance: id, state: 'running', random });
  return fixFrom(result, { title: `Start ${lookup.nameOf(id)}` });
}

function serviceFix(input: FixInput, change: (service: NonNullable<Instance['services']>[ReturnType<typeof asRowId>]) => Partial<typeof service>, title: string): readonly Fix[] {
  const { lookup, block } = input;
  const id = asResourceId(block.resource);
  const instance = lookup.resource(id);
  const row = block.row === undefined ? undefined : asRowId(block.row);
  if (instance?.kind !== 'instance' || !instance.services || row === undefined) return [];
  const service = instance.services[row];
  if (!service) return [];
  const services = { ...instance.services, [row]: { ...service, ...change(service) } };
  const result = edit(lookup.design, (draft) => {
    draft.change(id, 'instance', { services });
    return { said: title };
  });
  return fixFrom(result, { title });
}

/** Says that something listens on the asked port: what a person does who has started it. */
function declareService({ lookup, block }: FixInput): readonly Fix[] {
  const id = asResourceId(block.resource);
  const [port] = block.traffic.destinationPort;
  if (lookup.resource(id)?.kind !== 'instance') return [];
  const protocol = block.traffic.protocol[0] === UDP ? 'udp' : 'tcp';
  const result = addService(lookup.design, { instance: id, service: { port, protocol } });
  return fixFrom(result, { title: `Run a service on ${protocol.toUpperCase()} ${port} of ${lookup.nameOf(id)}`, effect: 'Says in the design that it listens on every address; starting it is done on the instance.' });
}

const BOUND_ELSEWHERE = new Set(['X_BOUND_TO_LOOPBACK', 'X_BOUND_TO_OTHER_ADDRESS', 'X_BOUND_TO_FOREIGN_ADDRESS']);

function bindEverywhere(input: FixInput, name: string): readonly Fix[] {
  const everywhere = typeof input.block.traffic.destination[0] === 'bigint' ? '::' : '0.0.0.0';
  return serviceFix(input, () => ({ bindAddress: everywhere }), `Bind the service of ${name} to ${everywhere}`);
}

/** Lets the service speak what the client asks with; asking with the other scheme is the person's to do. */
function speakAsAsked(input: FixInput, name: string): readonly Fix[] {
  const { scheme } = input.question;
  if (scheme === undefined) return [];
  const change: Partial<Service> = scheme === 'https' ? { scheme, certificate: 'valid' } : { scheme };
  return serviceFix(input, () => change, `Serve ${scheme.toUpperCase()} on port ${input.block.traffic.destinationPort[0]} of ${name}`);
}

/** Starts the service, binds it to every address, or lets it speak what is asked for. */
export function fixService(input: FixInput): readonly Fix[] {
  const name = input.lookup.nameOf(input.block.resource);
  if (input.block.code === 'X_NO_LISTENER') return declareService(input);
  if (BOUND_ELSEWHERE.has(input.block.code)) return bindEverywhere(input, name);
  if (input.block.code === 'X_SCHEME_MISMATCH') return speakAsAsked(input, name);
  if (input.block.code === 'X_CERTIFICATE') return serviceFix(input, () => ({ certificate: 'valid' }), `Give the HTTPS service of ${name} a valid certificate`);
  if (input.block.code === 'X_SERVICE_STOPPED') return serviceFix(input, () => ({ running: true }), `Start the service on ${name}`);
  return [];
}
