import type { ResourceId } from '../../model/ids.ts';
import { containerOf } from '../container.ts';
import { makeVirtualInterface } from '../direct-connect.ts';
import type { Draft } from '../draft.ts';
import { uniqueName } from '../names.ts';
import { refuse } from '../refusal.ts';
import { attachVpc, makeTransitGateway } from '../transit-gateways.ts';
import { regionFor } from './add-region.ts';
import { refusePlace, type Adder, type Adding } from './adding.ts';

/** Puts a transit gateway in a Region, with its default route table; dropped on a VPC it attaches that VPC. */
export const addTransitGateway: Adder = (draft, adding) => {
  const vpc = containerOf(adding.container, 'vpc');
  const region = vpc?.value.region ?? regionFor(draft, adding) ?? refusePlace('transit-gateway', adding.container);
  const name = adding.name ?? uniqueName(draft.design, 'tgw');
  const id = makeTransitGateway(draft, { region, name });
  if (!vpc) draft.place(id, adding.at);
  if (!vpc) return { said: `Add ${name} to ${draft.nameOf(region)}`, select: [id] };
  attachVpc(draft, { gateway: id, vpc: vpc.id });
  return { said: `Add ${name} and attach ${vpc.value.name} to it`, select: [id] };
};

/** Puts a Direct Connect gateway on the canvas: it belongs to no Region. */
export const addDirectConnectGateway: Adder = (draft, { container, at, name }) => {
  if (container.kind !== 'canvas') refusePlace('direct-connect-gateway', container);
  const title = name ?? uniqueName(draft.design, 'dxgw');
  const id = draft.add('dxgw', { kind: 'direct-connect-gateway', name: title, asn: 64512, associations: {}, state: 'available' });
  draft.place(id, at);
  return { said: `Add ${title}`, select: [id] };
};

interface Ends {
  readonly gateway: ResourceId | undefined;
  readonly onPremises: ResourceId | undefined;
}

function endsAt(draft: Draft, { container }: Adding): Ends {
  const gateways = [...draft.list('direct-connect-gateway'), ...draft.list('virtual-private-gateway')].map(({ id }) => id);
  const first: Ends = { gateway: gateways[0], onPremises: draft.list('on-premises-network')[0]?.id };
  if (container.kind === 'canvas') return first;
  if (container.kind === 'zone') return refusePlace('virtual-interface', container);
  switch (container.resource.kind) {
    case 'direct-connect-gateway':
    case 'virtual-private-gateway':
      return { ...first, gateway: container.id };
    case 'on-premises-network':
      return { ...first, onPremises: container.id };
    default:
      return refusePlace('virtual-interface', container);
  }
}

/** Joins an on-premises network with a Direct Connect gateway or a virtual private gateway. */
export const addVirtualInterface: Adder = (draft, adding) => {
  const { gateway, onPremises } = endsAt(draft, adding);
  if (gateway === undefined) return refuse('A virtual interface needs a Direct Connect gateway or a virtual private gateway; add one first.');
  if (onPremises === undefined) return refuse('A virtual interface needs an on-premises network at its far end; add one first.');
  const id = makeVirtualInterface(draft, { gateway, onPremises, name: adding.name });
  return { said: `Join ${draft.nameOf(onPremises)} with ${draft.nameOf(gateway)} by ${draft.nameOf(id)}`, select: [id] };
};
