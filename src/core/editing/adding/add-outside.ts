import { readCidr } from '../../address/cidr.ts';
import { formatIpv4 } from '../../address/ipv4.ts';
import { parseIpv4 } from '../../address/ipv4.ts';
import { asRowId, type ResourceId } from '../../model/ids.ts';
import type { OnPremisesNetwork } from '../../model/resources/index.ts';
import { containerOf } from '../container.ts';
import type { Draft } from '../draft.ts';
import { nextOnPremisesBlock, nextPublicAddress } from '../free-addresses.ts';
import { numberedName, uniqueName } from '../names.ts';
import { refuse } from '../refusal.ts';
import { refusePlace, type Adder } from './adding.ts';

/** Draws the internet cloud unless the design has one. */
export function ensureInternet(draft: Draft): void {
  if (draft.list('internet').length === 0) draft.add('internet', { kind: 'internet', name: 'Internet' });
}

/** Draws the internet; a design has one. */
export const addInternet: Adder = (draft, { container, at, name }) => {
  if (container.kind !== 'canvas') refusePlace('internet', container);
  if (draft.list('internet').length > 0) return refuse('The internet is on the canvas already; there is one.');
  const id = draft.add('internet', { kind: 'internet', name: name ?? 'Internet' });
  draft.place(id, at);
  return { said: 'Add the internet', select: [id] };
};

/** Makes an on-premises network with a block that no VPC and no other network overlaps. */
export function makeOnPremisesNetwork(draft: Draft, name: string): ResourceId {
  const cidr = nextOnPremisesBlock(draft.design);
  const cidrs: OnPremisesNetwork['cidrs'] = cidr === undefined ? {} : { [asRowId('cidr-1')]: { cidr } };
  return draft.add('onprem', { kind: 'on-premises-network', name, cidrs });
}

export const addOnPremisesNetwork: Adder = (draft, { container, at, name }) => {
  if (container.kind !== 'canvas') refusePlace('on-premises-network', container);
  const title = name ?? uniqueName(draft.design, 'office');
  const id = makeOnPremisesNetwork(draft, title);
  draft.place(id, at);
  const blocks = Object.values(draft.need(id, 'on-premises-network').cidrs).map(({ cidr }) => cidr);
  return { said: `Add on-premises network ${title} (${blocks.join(', ')})`, select: [id] };
};

/** An office router usually holds the first address; clients are drawn from the tenth on, so that the two stay apart. */
const FIRST_CLIENT_OFFSET = 10;

/** The next address of an on-premises network that no drawn client has; `undefined` when it has no IPv4 block. */
export function nextClientAddress(draft: Draft, network: ResourceId): string | undefined {
  const { cidrs } = draft.need(network, 'on-premises-network');
  const block = Object.values(cidrs).map(({ cidr }) => readCidr(cidr)).find((cidr) => cidr?.family === 4);
  if (block?.family !== 4) return undefined;
  const used = new Set(draft.list('client').map(({ value }) => (value.address === undefined ? undefined : parseIpv4(value.address))));
  let address = block.first + FIRST_CLIENT_OFFSET;
  while (used.has(address)) address += 1;
  return formatIpv4(address);
}

/** Adds a client: on the internet with a placeholder public address, or inside the on-premises network dropped on. */
export const addClient: Adder = (draft, { container, at, name }) => {
  const network = containerOf(container, 'on-premises-network');
  if (!network && container.kind !== 'canvas' && !containerOf(container, 'internet')) refusePlace('client', container);
  const title = name ?? numberedName(draft.design, 'client');
  const address = network ? nextClientAddress(draft, network.id) : nextPublicAddress(draft.design);
  const id = draft.add('client', {
    kind: 'client',
    name: title,
    operatingSystem: 'linux',
    blockedPorts: {},
    ...(network && { network: network.id }),
    ...(address !== undefined && { address }),
  });
  draft.place(id, at);
  return { said: `Add ${title} to ${network ? network.value.name : 'the internet'}`, select: [id] };
};
