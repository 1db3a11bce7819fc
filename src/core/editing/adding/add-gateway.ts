import { asRowId, type ResourceId } from '../../model/ids.ts';
import type { EgressOnlyInternetGateway } from '../../model/resources/index.ts';
import { containerOf } from '../container.ts';
import type { Draft } from '../draft.ts';
import { nextPublicAddress } from '../free-addresses.ts';
import { egressOnlyInternetGatewayOf, internetGatewayOf, natGatewaysIn, virtualPrivateGatewayOf } from '../members.ts';
import { uniqueName } from '../names.ts';
import { refuse } from '../refusal.ts';
import { ensureInternet, makeOnPremisesNetwork } from './add-outside.ts';
import { regionFor } from './add-region.ts';
import { zoneLetter } from './add-subnet.ts';
import { refusePlace, type Adder, type Adding } from './adding.ts';
import { takeAddress } from './make-interface.ts';
import { newAllocation } from './make-elastic-ip.ts';

/** Refuses a second internet gateway: AWS attaches one to a VPC at a time (VPC User Guide, amazon-vpc-limits). */
export function requireNoInternetGateway(draft: Draft, vpc: ResourceId): void {
  const attached = internetGatewayOf(draft.design, vpc);
  if (attached !== undefined) refuse(`${draft.nameOf(attached)} is attached to ${draft.nameOf(vpc)} already; a VPC has one internet gateway.`);
}

/** Refuses a second virtual private gateway: AWS attaches one to a VPC at a time (VPC User Guide, amazon-vpc-limits). */
export function requireNoVirtualPrivateGateway(draft: Draft, vpc: ResourceId): void {
  const attached = virtualPrivateGatewayOf(draft.design, vpc);
  if (attached !== undefined) refuse(`${draft.nameOf(attached)} is attached to ${draft.nameOf(vpc)} already; a VPC has one virtual private gateway.`);
}

/** Refuses a second egress-only internet gateway: a VPC has one (VPC User Guide, egress-only-internet-gateway). */
export function requireNoEgressOnlyInternetGateway(draft: Draft, vpc: ResourceId): void {
  const attached = egressOnlyInternetGatewayOf(draft.design, vpc);
  if (attached !== undefined) refuse(`${draft.nameOf(attached)} is attached to ${draft.nameOf(vpc)} already; a VPC has one egress-only internet gateway.`);
}

/** The VPC dropped on, or the Region for a gateway that is not attached. */
function homeOf(draft: Draft, part: 'internet-gateway' | 'egress-only-internet-gateway' | 'virtual-private-gateway', { container }: Adding): { readonly region: ResourceId; readonly vpc?: ResourceId } {
  const vpc = containerOf(container, 'vpc');
  if (vpc) return { region: vpc.value.region, vpc: vpc.id };
  return { region: regionFor(draft, { container }) ?? refusePlace(part, container) };
}

function sayGateway(draft: Draft, name: string, { region, vpc }: { readonly region: ResourceId; readonly vpc?: ResourceId }): string {
  return vpc === undefined ? `Add ${name} to ${draft.nameOf(region)}, attached to no VPC` : `Attach ${name} to ${draft.nameOf(vpc)}`;
}

/** Attaches a new internet gateway to the VPC dropped on, and draws the internet; in a Region it stays detached. */
export const addInternetGateway: Adder = (draft, adding) => {
  const home = homeOf(draft, 'internet-gateway', adding);
  if (home.vpc !== undefined) requireNoInternetGateway(draft, home.vpc);
  const name = adding.name ?? uniqueName(draft.design, home.vpc === undefined ? 'igw' : `igw-${draft.nameOf(home.vpc)}`);
  const id = draft.add('igw', { kind: 'internet-gateway', name, ...home });
  ensureInternet(draft);
  draft.place(id, adding.at);
  return { said: sayGateway(draft, name, home), select: [id] };
};

/** The resource that an egress-only internet gateway is when it is made: attached to the VPC, or to none. */
export const egressOnlyInternetGateway = (name: string, { region, vpc }: { readonly region: ResourceId; readonly vpc?: ResourceId }): EgressOnlyInternetGateway => ({
  kind: 'egress-only-internet-gateway',
  name,
  region,
  ...(vpc !== undefined && { vpc }),
});

/** Attaches a new egress-only internet gateway to the VPC dropped on, and draws the internet; in a Region it stays detached. */
export const addEgressOnlyInternetGateway: Adder = (draft, adding) => {
  const home = homeOf(draft, 'egress-only-internet-gateway', adding);
  if (home.vpc !== undefined) requireNoEgressOnlyInternetGateway(draft, home.vpc);
  const name = adding.name ?? uniqueName(draft.design, home.vpc === undefined ? 'eigw' : `eigw-${draft.nameOf(home.vpc)}`);
  const id = draft.add('eigw', egressOnlyInternetGateway(name, home));
  ensureInternet(draft);
  draft.place(id, adding.at);
  return { said: sayGateway(draft, name, home), select: [id] };
};

/** Attaches a new virtual private gateway to the VPC dropped on; in a Region it stays detached. */
export const addVirtualPrivateGateway: Adder = (draft, adding) => {
  const home = homeOf(draft, 'virtual-private-gateway', adding);
  if (home.vpc !== undefined) requireNoVirtualPrivateGateway(draft, home.vpc);
  const name = adding.name ?? uniqueName(draft.design, home.vpc === undefined ? 'vgw' : `vgw-${draft.nameOf(home.vpc)}`);
  const id = draft.add('vgw', { kind: 'virtual-private-gateway', name, ...home, state: 'available' });
  draft.place(id, adding.at);
  return { said: sayGateway(draft, name, home), select: [id] };
};

/** Makes a public, zonal NAT gateway with a new Elastic IP address. */
export function makeNatGateway(draft: Draft, subnet: ResourceId, name: string): ResourceId {
  const address = { privateAddress: takeAddress(draft, subnet), publicAddress: nextPublicAddress(draft.design), allocation: newAllocation(draft), primary: true };
  return draft.add('nat', {
    kind: 'nat-gateway',
    name,
    connectivity: 'public',
    availability: 'zonal',
    subnet,
    state: 'available',
    addresses: { [asRowId('address-1')]: address },
  });
}

/** Puts a public NAT gateway with an Elastic IP address in the subnet dropped on. */
export const addNatGateway: Adder = (draft, { container, at, name }) => {
  const subnet = containerOf(container, 'subnet') ?? refusePlace('nat-gateway', container);
  const title = name ?? uniqueName(draft.design, `nat-${zoneLetter(subnet.value.availabilityZone)}`);
  const count = natGatewaysIn(draft.design, subnet.id).length;
  const id = makeNatGateway(draft, subnet.id, title);
  draft.place(id, at);
  const beside = count > 0 ? ', beside the one that is there' : '';
  return { said: `Put ${title} in ${subnet.value.name}${beside}`, select: [id] };
};

const FIRST_PRIVATE_ASN = 65000;

/** Makes a customer gateway for an on-premises network. 65000 is the private number AWS's console suggests. */
export function makeCustomerGateway(draft: Draft, { region, onPremises, name }: { readonly region: ResourceId; readonly onPremises: ResourceId; readonly name: string }): ResourceId {
  return draft.add('cgw', { kind: 'customer-gateway', name, region, onPremises, address: nextPublicAddress(draft.design), asn: FIRST_PRIVATE_ASN });
}

/** Adds a customer gateway to the on-premises network dropped on, or with a new network on the canvas or in a Region. */
export const addCustomerGateway: Adder = (draft, { container, at, name }) => {
  const office = containerOf(container, 'on-premises-network');
  const region = regionFor(draft, { container: office ? { kind: 'canvas' } : container }) ?? refusePlace('customer-gateway', container);
  const network = office?.id ?? makeOnPremisesNetwork(draft, uniqueName(draft.design, 'office'));
  const title = name ?? uniqueName(draft.design, `cgw-${draft.nameOf(network)}`);
  const id = makeCustomerGateway(draft, { region, onPremises: network, name: title });
  draft.place(office ? id : network, at);
  const made = office ? '' : ', with the network behind it';
  return { said: `Add ${title} to ${draft.nameOf(network)}${made}`, select: [id] };
};
