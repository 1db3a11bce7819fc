import type { Design } from '../model/design.ts';
import { nextRowId, type RandomSource, type ResourceId, type RowId } from '../model/ids.ts';
import type { Draft } from './draft.ts';
import type { EditResult } from './edit-result.ts';
import { edit } from './edit.ts';
import { blocksOf } from './members.ts';
import { formatCidr } from '../address/cidr.ts';
import { uniqueName } from './names.ts';
import { readBlock } from './read-block.ts';
import { refuse } from './refusal.ts';
import { withoutRow } from './rows.ts';
import { joinDefaultTables } from './transit-gateways.ts';

/** The blocks a new association announces: those of the VPC, or of every VPC on the transit gateway. */
function prefixesFor(draft: Draft, gateway: ResourceId): readonly string[] {
  const own = draft.findOf(gateway, 'virtual-private-gateway')?.vpc;
  const attached = draft.list('transit-gateway-attachment').flatMap(({ value }) => (value.transitGateway === gateway && value.vpc !== undefined ? [value.vpc] : []));
  return [own, ...attached].flatMap((id) => {
    const vpc = draft.findOf(id, 'vpc');
    return vpc ? blocksOf(vpc).map((block) => formatCidr(block)) : [];
  });
}

/** Associates a Direct Connect gateway with a virtual private gateway or a transit gateway, and attaches it to the latter. */
export function associateDirectConnect(design: Design, { directConnectGateway: id, gateway, random }: { readonly directConnectGateway: ResourceId; readonly gateway: ResourceId; readonly random: RandomSource }): EditResult {
  return edit(
    design,
    (draft) => {
      const value = draft.need(id, 'direct-connect-gateway');
      if (Object.values(value.associations).some((row) => row.gateway === gateway)) refuse(`${value.name} is associated with ${draft.nameOf(gateway)} already.`);
      const row = { gateway, allowedPrefixes: [...prefixesFor(draft, gateway)], state: 'associated' as const };
      draft.change(id, 'direct-connect-gateway', { associations: { ...value.associations, [nextRowId('association', value.associations)]: row } });
      if (draft.findOf(gateway, 'transit-gateway')) {
        const name = uniqueName(draft.design, `${draft.nameOf(gateway)}-${value.name}`);
        joinDefaultTables(draft, gateway, draft.add('tgw-attach', { kind: 'transit-gateway-attachment', name, transitGateway: gateway, type: 'direct-connect-gateway', state: 'available', subnets: [], directConnectGateway: id }));
      }
      return { said: `Associate ${value.name} with ${draft.nameOf(gateway)}`, select: [id] };
    },
    random,
  );
}

interface AssociationRow {
  readonly directConnectGateway: ResourceId;
  readonly row: RowId;
}

/** Ends an association, and the attachment of a transit gateway that belongs to it. */
export function endAssociation(design: Design, { directConnectGateway: id, row }: AssociationRow): EditResult {
  return edit(design, (draft) => {
    const value = draft.need(id, 'direct-connect-gateway');
    const { gateway } = value.associations[row] ?? refuse(`${value.name} has no association ${row}.`);
    draft.change(id, 'direct-connect-gateway', { associations: withoutRow(value.associations, row) });
    const attachments = draft.list('transit-gateway-attachment').filter((entry) => entry.value.directConnectGateway === id && entry.value.transitGateway === gateway);
    for (const table of draft.list('transit-gateway-route-table')) {
      const propagations = table.value.propagations.filter((one) => attachments.every((entry) => entry.id !== one));
      if (propagations.length < table.value.propagations.length) draft.change(table.id, 'transit-gateway-route-table', { propagations });
    }
    draft.remove(new Set(attachments.map((entry) => entry.id)));
    return { said: `End the association of ${value.name} with ${draft.nameOf(gateway)}`, select: [id] };
  });
}

/** Adds a block to what an association announces to on-premises. */
export function addAllowedPrefix(design: Design, { directConnectGateway: id, row, cidr: given }: AssociationRow & { readonly cidr: string }): EditResult {
  return edit(design, (draft) => {
    const value = draft.need(id, 'direct-connect-gateway');
    const association = value.associations[row] ?? refuse(`${value.name} has no association ${row}.`);
    const cidr = readBlock(given);
    if (association.allowedPrefixes.includes(cidr)) refuse(`${cidr} is an allowed prefix already.`);
    draft.change(id, 'direct-connect-gateway', { associations: { ...value.associations, [row]: { ...association, allowedPrefixes: [...association.allowedPrefixes, cidr] } } });
    return { said: `Announce ${cidr} over ${value.name}`, select: [id] };
  });
}

/** Takes a block away from what an association announces to on-premises. */
export function removeAllowedPrefix(design: Design, { directConnectGateway: id, row, cidr }: AssociationRow & { readonly cidr: string }): EditResult {
  return edit(design, (draft) => {
    const value = draft.need(id, 'direct-connect-gateway');
    const association = value.associations[row] ?? refuse(`${value.name} has no association ${row}.`);
    draft.change(id, 'direct-connect-gateway', { associations: { ...value.associations, [row]: { ...association, allowedPrefixes: association.allowedPrefixes.filter((prefix) => prefix !== cidr) } } });
    return { said: `Announce ${cidr} over ${value.name} no more`, select: [id] };
  });
}

/** Makes a virtual interface from an on-premises network to a gateway. */
export function makeVirtualInterface(draft: Draft, { gateway, onPremises, name }: { readonly gateway: ResourceId; readonly onPremises: ResourceId; readonly name?: string | undefined }): ResourceId {
  const target = draft.find(gateway) ?? refuse(`${gateway} is not in the design.`);
  const leadsToTransit = target.kind === 'direct-connect-gateway' && Object.values(target.associations).some((row) => draft.findOf(row.gateway, 'transit-gateway'));
  const region = target.kind === 'virtual-private-gateway' ? target.region : draft.list('region')[0]?.id;
  return draft.add('dxvif', {
    kind: 'virtual-interface',
    name: name ?? uniqueName(draft.design, `dxvif-${draft.nameOf(onPremises)}`),
    type: leadsToTransit ? 'transit' : 'private',
    gateway,
    onPremises,
    state: 'available',
    bgpStatus: 'up',
    asn: 65000,
    vlan: 101,
    routes: {},
    ...(region !== undefined && { region }),
  });
}

/** Joins an on-premises network with a gateway by a private or transit virtual interface. */
export function joinByDirectConnect(design: Design, { gateway, onPremises, random }: { readonly gateway: ResourceId; readonly onPremises: ResourceId; readonly random: RandomSource }): EditResult {
  return edit(
    design,
    (draft) => {
      const isJoined = draft.list('virtual-interface').some(({ value }) => value.gateway === gateway && value.onPremises === onPremises && value.state !== 'deleted');
      if (isJoined) refuse(`${draft.nameOf(onPremises)} is joined with ${draft.nameOf(gateway)} by a virtual interface already.`);
      const id = makeVirtualInterface(draft, { gateway, onPremises });
      return { said: `Join ${draft.nameOf(onPremises)} with ${draft.nameOf(gateway)} by Direct Connect`, select: [id] };
    },
    random,
  );
}
