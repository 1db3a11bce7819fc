import type { InterfaceEntry } from '../lookup/entries.ts';
import { isExpanding, zonesOfNatGateway } from '../lookup/regional-nat-gateways.ts';
import type { ResourceId } from '../model/ids.ts';
import type { Case } from './case.ts';

/** Everything the traffic passes that translates or forwards, and where it was sent from in each leg. */
function passedBy(given: Case): ReadonlySet<string> {
  return new Set(given.outcomes.flatMap((outcome) => [...outcome.request.steps, ...(outcome.reply?.steps ?? [])].filter(({ passed }) => passed).map(({ resource }) => resource)));
}

function ofNatGateway(given: Case, id: string): readonly string[] {
  const entry = given.lookup.natGateways.get(id as ResourceId);
  if (!entry) return [];
  const name = given.lookup.nameOf(id);
  const addresses = entry.addresses.filter((held) => held.public !== undefined || held.private !== undefined);
  const many = entry.value.availability === 'zonal' && addresses.length > 1 ? [`${name} has ${addresses.length} addresses and sends from any of them; the first one stands for all.`] : [];
  const isRegional = entry.value.availability === 'regional' && isExpanding(entry);
  const zones = zonesOfNatGateway(entry);
  const expanding = isRegional ? [`${name} comes to an Availability Zone by itself once something there needs it${zones.length > 0 ? ` (now it is in ${zones.join(', ')})` : ''}; that can take up to an hour.`] : [];
  return [...many, ...expanding];
}

/** A machine with several interfaces answers from the one it was asked at only when its operating system is set up so. */
function ofSecondInterface(given: Case, entry: InterfaceEntry): readonly string[] {
  const { holder, value } = entry;
  if (holder.kind !== 'instance' || (value.attachment?.deviceIndex ?? 0) === 0) return [];
  const name = given.lookup.nameOf(holder.id);
  return [`${entry.id} is not the first interface of ${name}; that ${name} answers from it takes a route of its operating system by source address.`];
}

function ofForwarding(given: Case, id: string): readonly string[] {
  const entry = given.lookup.interfaces.get(id as ResourceId);
  if (entry?.holder.kind !== 'instance' || entry.holder.instance.forwards === undefined) return [];
  const name = given.lookup.nameOf(entry.holder.id);
  return [`${name} is taken to forward: its operating system has IP forwarding on${entry.holder.instance.forwards === 'nat' ? ' and translates what it sends on' : ''}.`];
}

/** What is assumed about NAT gateways, machines with several interfaces and machines that forward. */
export function assumeAboutGateways(given: Case): readonly string[] {
  const ends = [given.from, given.to].flatMap((end) => (end.kind === 'interfaces' ? end.interfaces : []));
  const forwarding = new Set(given.outcomes.flatMap(({ request }) => request.steps.flatMap(({ detail, passed }) => (detail.kind === 'route' && passed ? [detail.target] : []))));
  return [...[...passedBy(given)].flatMap((id) => ofNatGateway(given, id)), ...[...forwarding].flatMap((id) => ofForwarding(given, id)), ...ends.flatMap((entry) => ofSecondInterface(given, entry))];
}
