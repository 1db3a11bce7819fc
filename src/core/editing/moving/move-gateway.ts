import { refusePlace } from '../adding/adding.ts';
import { attach, detach } from '../attach-gateway.ts';
import { containerOf, type Container } from '../container.ts';
import { interfaceMeant, associate } from '../elastic-ip.ts';
import { refuse } from '../refusal.ts';
import { giveGroup, guardedIn, vpcOf } from '../group-holders.ts';
import { nextClientAddress } from '../adding/add-outside.ts';
import { nextPublicAddress } from '../free-addresses.ts';
import { associateWith } from '../associations.ts';
import type { Mover } from './moving.ts';

/** Attaches a gateway to the VPC dropped on; outside every VPC it is detached. */
const moveGateway =
  (kind: 'internet-gateway' | 'egress-only-internet-gateway' | 'virtual-private-gateway'): Mover =>
  (draft, { id, container }) => {
    const gateway = draft.need(id, kind);
    const vpc = containerOf(container, 'vpc');
    if (vpc) {
      if (gateway.vpc === vpc.id) return undefined;
      attach(draft, id, vpc.id);
      return `Attach ${gateway.name} to ${vpc.value.name}`;
    }
    const region = containerOf(container, 'region');
    if (!region && container.kind !== 'canvas') return refusePlace(kind, container);
    if (gateway.vpc === undefined) return undefined;
    return `Detach ${gateway.name} from ${draft.nameOf(detach(draft, id))}`;
  };

export const moveInternetGateway = moveGateway('internet-gateway');
export const moveEgressOnlyInternetGateway = moveGateway('egress-only-internet-gateway');
export const moveVirtualPrivateGateway = moveGateway('virtual-private-gateway');

/** On the canvas or in a Region only the place of these changes; elsewhere they have no business. */
const stayOutside = (part: 'customer-gateway' | 'vpn-connection' | 'elastic-ip', container: Container): string | undefined =>
  container.kind === 'canvas' || containerOf(container, 'region') ? undefined : refusePlace(part, container);

/** Puts a customer gateway in front of another on-premises network. */
export const moveCustomerGateway: Mover = (draft, { id, container }) => {
  const { name, onPremises } = draft.need(id, 'customer-gateway');
  const office = containerOf(container, 'on-premises-network');
  if (!office) return stayOutside('customer-gateway', container);
  if (office.id === onPremises) return undefined;
  draft.change(id, 'customer-gateway', { onPremises: office.id });
  return `Put ${name} in front of ${office.value.name}`;
};

/** Joins a VPN connection to the gateway or customer gateway dropped on. */
export const moveVpnConnection: Mover = (draft, { id, container }) => {
  const { name, gateway, customerGateway } = draft.need(id, 'vpn-connection');
  const near = containerOf(container, 'virtual-private-gateway');
  const far = containerOf(container, 'customer-gateway');
  const end = near ?? far;
  if (!end) return stayOutside('vpn-connection', container);
  if (end.id === gateway || end.id === customerGateway) return undefined;
  draft.change(id, 'vpn-connection', near ? { gateway: near.id } : { customerGateway: end.id });
  return `Join ${name} to ${end.value.name}`;
};

const moveAssociated =
  (kind: 'route-table' | 'network-acl'): Mover =>
  (draft, { id, container }) => {
    const { name, vpc } = draft.need(id, kind);
    const subnet = containerOf(container, 'subnet');
    if (!subnet) {
      const home = containerOf(container, 'vpc') ?? refusePlace(kind, container);
      return home.id === vpc ? undefined : refuse(`${name} belongs to ${draft.nameOf(vpc)} and stays there.`);
    }
    associateWith(draft, kind, { subnet: subnet.id, with: id });
    return `Put ${name} on ${subnet.value.name}`;
  };

export const moveRouteTable = moveAssociated('route-table');
export const moveNetworkAcl = moveAssociated('network-acl');

/** Gives a group to the machine, service or interface dropped on. */
export const moveSecurityGroup: Mover = (draft, { id, container }) => {
  const { name, vpc } = draft.need(id, 'security-group');
  const target = guardedIn(container);
  if (!target) {
    const home = containerOf(container, 'vpc') ?? refusePlace('security-group', container);
    return home.id === vpc ? undefined : refuse(`${name} belongs to ${draft.nameOf(vpc)} and stays there.`);
  }
  if (vpcOf(draft, target.id) !== vpc) refuse(`${name} belongs to ${draft.nameOf(vpc)}; it guards interfaces of that VPC only.`);
  giveGroup(draft, target.id, id);
  return `Give ${name} to ${target.name}`;
};

/** Associates an allocated address with the instance or interface dropped on. */
export const moveElasticIp: Mover = (draft, { id, container }) => {
  const { address } = draft.need(id, 'elastic-ip');
  const target = containerOf(container, 'instance') ?? containerOf(container, 'network-interface');
  if (!target) return stayOutside('elastic-ip', container);
  interfaceMeant(draft, target.id);
  draft.remove(new Set([id]));
  associate(draft, target.id, { id, address });
  return `Associate Elastic IP address ${address} with ${target.value.name}`;
};

/** Puts a client inside an on-premises network, or outside on the internet. */
export const moveClient: Mover = (draft, { id, container }) => {
  const { name, network } = draft.need(id, 'client');
  const office = containerOf(container, 'on-premises-network');
  if (!office && container.kind !== 'canvas' && !containerOf(container, 'internet')) return refusePlace('client', container);
  if (office?.id === network) return undefined;
  draft.change(id, 'client', { network: office?.id, address: office ? nextClientAddress(draft, office.id) : nextPublicAddress(draft.design) });
  return `Put ${name} ${office ? `in ${office.value.name}` : 'on the internet'}`;
};
