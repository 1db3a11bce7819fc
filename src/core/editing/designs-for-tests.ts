import { emptyDesign, type Design } from '../model/design.ts';
import { asResourceId, type RandomSource, type ResourceId, type RowId } from '../model/ids.ts';
import type { ResourceKind, ResourceOfKind } from '../model/resources/index.ts';
import { applyPatch } from '../patch/apply-patch.ts';
import { addPart } from './add-part.ts';
import type { EditResult } from './edit-result.ts';
import { associateElasticIp } from './elastic-ip.ts';
import { addPrivateAddress } from './network-interfaces.ts';
import type { PartId } from './parts.ts';
import { repeatableNumbers } from './repeatable-numbers.ts';
import { addRoute } from './routes.ts';
import { addSecondaryCidr } from './secondary-cidrs.ts';
import { addService } from './services.ts';

/** The design after an edit that has to succeed. */
export function after(design: Design, result: EditResult): Design {
  if (!result.ok) throw new Error(`Refused: ${result.refused}`);
  const applied = applyPatch(design, result.patch);
  if (!applied.ok) throw new Error(applied.problem);
  return applied.document;
}

/** What an edit says: what it does, or why not. */
export const wordsOf = (result: EditResult): string => (result.ok ? result.said : result.refused);

/** The id of the resource of that name. */
export function idOf(design: Design, name: string): ResourceId {
  const found = Object.entries(design.resources).find(([, resource]) => resource.name === name);
  if (!found) throw new Error(`Nothing is named ${name}.`);
  return asResourceId(found[0]);
}

/** The resource of that name, which has to be of that kind. */
export function named<Kind extends ResourceKind>(design: Design, name: string, kind: Kind): ResourceOfKind<Kind> {
  const resource = design.resources[idOf(design, name)];
  if (resource?.kind !== kind) throw new Error(`${name} is no ${kind}.`);
  return resource as ResourceOfKind<Kind>;
}

/** The only row, or the first one. */
export function firstRow<Row>(rows: Readonly<Record<RowId, Row>>): RowId {
  const [row] = Object.keys(rows) as RowId[];
  if (row === undefined) throw new Error('There are no rows.');
  return row;
}

type Step = readonly [part: PartId, container: string | undefined, name?: string];

/** A design made by dropping parts one after another; containers are named. */
export function dropAll(steps: readonly Step[], random: RandomSource = repeatableNumbers()): Design {
  return steps.reduce((design, [part, container, name]) => {
    const place = container === undefined ? undefined : idOf(design, container);
    return after(design, addPart(design, { part, container: place, name, random }));
  }, emptyDesign('test'));
}

/** Two VPCs in one Region: `app` with four subnets, machines, gateways and an office, and `other` with one subnet. */
export function sampleDesign(): Design {
  const design = dropAll(SAMPLE);
  const [routeTable, igw] = [idOf(design, 'rtb-public'), idOf(design, 'igw-app')];
  const routed = after(design, addRoute(design, { routeTable, destination: '0.0.0.0/0', target: igw }));
  const serving = after(routed, addService(routed, { instance: idOf(routed, 'web-1'), service: { port: 80 } }));
  const addressed = after(serving, addPrivateAddress(serving, { networkInterface: idOf(serving, 'eni-spare') }));
  const wider = after(addressed, addSecondaryCidr(addressed, { vpc: idOf(addressed, 'app'), cidr: '10.16.0.0/20' }));
  return after(wider, associateElasticIp(wider, { target: idOf(wider, 'web-2'), random: repeatableNumbers(1) }));
}

const SAMPLE: readonly Step[] = [
  ['vpc', undefined, 'app'],
  ['subnet', 'app', 'public-a'],
  ['subnet', 'app', 'public-b'],
  ['subnet', 'app', 'db-a'],
  ['subnet', 'app', 'db-b'],
  ['internet-gateway', 'app'],
  ['route-table', 'public-a', 'rtb-public'],
  ['nat-gateway', 'public-a', 'nat-a'],
  ['instance', 'public-a', 'web-1'],
  ['instance', 'public-b', 'web-2'],
  ['security-group', 'web-1', 'web-sg'],
  ['network-acl', 'public-a', 'acl-public'],
  ['db-instance', 'db-a', 'orders'],
  ['virtual-private-gateway', 'app', 'vgw-office'],
  ['on-premises-network', undefined, 'office'],
  ['customer-gateway', 'office', 'cgw-office'],
  ['vpn-connection', 'app', 'vpn-office'],
  ['client', 'office', 'desk-1'],
  ['vpc', undefined, 'other'],
  ['subnet', 'other', 'other-a'],
  ['instance', 'other-a', 'job-1'],
  ['network-interface', 'public-a', 'eni-spare'],
  ['network-interface', 'web-1', 'eni-second'],
  ['elastic-ip', undefined, 'eip-spare'],
];
