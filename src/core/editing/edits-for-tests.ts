import fc from 'fast-check';
import { type Design } from '../model/design.ts';
import { asResourceId, asRowId, type RandomSource, type ResourceId, type RowId } from '../model/ids.ts';
import type { ResourceKind } from '../model/resources/index.ts';
import { addPart } from './add-part.ts';
import { associateNetworkAcl, associateRouteTable, makeMainRouteTable } from './associations.ts';
import { attachGateway, detachGateway } from './attach-gateway.ts';
import { addBlockedPorts } from './blocked-ports.ts';
import { zoneKey } from './container.ts';
import { setDbSubnetGroupSubnets } from './db-subnet-groups.ts';
import { deleteResources } from './delete-resources.ts';
import { listResources } from './draft.ts';
import type { EditResult } from './edit-result.ts';
import { associateElasticIp, disassociateElasticIp } from './elastic-ip.ts';
import { addExpectation, setAnswer } from './expectations.ts';
import { copyFragment } from './fragments/fragment.ts';
import { duplicateResources, pasteFragment } from './fragments/paste-fragment.ts';
import { moveBoxes, resizeBox } from './layout.ts';
import { zonesOf } from './members.ts';
import { moveResource, moveResources } from './move-resource.ts';
import { addAclRule, moveAclRule, removeAclRule, renumberAclRules } from './network-acl-rules.ts';
import { addPrivateAddress, attachNetworkInterface, detachNetworkInterface, removePrivateAddress } from './network-interfaces.ts';
import { addOnPremisesCidr, addVpnRoute, changeOnPremisesCidr, removeOnPremisesCidr } from './on-premises.ts';
import { parts } from './parts.ts';
import { renameResource } from './rename-resource.ts';
import { addRoute, removeRoute, setPropagation } from './routes.ts';
import { addSecondaryCidr, removeVpcCidr } from './secondary-cidrs.ts';
import { addGroupRule, pasteCidrs, removeGroupRule } from './security-group-rules.ts';
import { removeSecurityGroupFrom, setSecurityGroups } from './security-groups-of.ts';
import { addService, removeService } from './services.ts';
import { setField } from './set-field.ts';
import { setInstanceState } from './set-instance-state.ts';
import { setMultiAz } from './set-multi-az.ts';
import { setSubnetCidr } from './set-subnet-cidr.ts';
import { setVpcCidr } from './set-vpc-cidr.ts';

/** Chooses from what the design holds at that moment by numbers that do not depend on it. */
interface Choice {
  readonly design: Design;
  readonly random: RandomSource;
  pick<Value>(values: readonly Value[]): Value | undefined;
  id(kind: ResourceKind): ResourceId;
  row(rows: Readonly<Record<RowId, unknown>> | undefined): RowId;
  cidr(): string;
}

function makeChoice(design: Design, numbers: readonly number[], random: RandomSource): Choice {
  let next = 0;
  const number = (): number => numbers[next++ % numbers.length] ?? 0;
  const pick = <Value>(values: readonly Value[]): Value | undefined => values[number() % Math.max(1, values.length)];
  return {
    design,
    random,
    pick,
    id: (kind) => pick(listResources(design, kind))?.id ?? asResourceId('nothing'),
    row: (rows) => pick(Object.keys(rows ?? {})) as RowId | undefined ?? asRowId('nothing'),
    cidr: () => `10.${number() % 4}.${number() % 64}.${number() % 256}/${16 + (number() % 13)}`,
  };
}

const resource = (choice: Choice): ResourceId => asResourceId(choice.pick(Object.keys(choice.design.resources)) ?? 'nothing');

function container(choice: Choice): string | undefined {
  const zones = listResources(choice.design, 'vpc').flatMap(({ id }) => zonesOf(choice.design, id).map((zone) => zoneKey(id, zone)));
  return choice.pick([undefined, ...zones, ...Object.keys(choice.design.resources)]);
}

const aclOf = (choice: Choice) => {
  const networkAcl = choice.id('network-acl');
  const direction = choice.pick(['inbound', 'outbound'] as const) ?? 'inbound';
  const value = choice.design.resources[networkAcl];
  return { networkAcl, direction, row: choice.row(value?.kind === 'network-acl' ? value[direction] : {}) };
};

const groupOf = (choice: Choice) => {
  const securityGroup = choice.id('security-group');
  const direction = choice.pick(['inbound', 'outbound'] as const) ?? 'inbound';
  const value = choice.design.resources[securityGroup];
  return { securityGroup, direction, row: choice.row(value?.kind === 'security-group' ? value[direction] : {}) };
};

const rowsAt = (choice: Choice, id: ResourceId, field: string): Readonly<Record<RowId, unknown>> | undefined => (choice.design.resources[id] as unknown as Record<string, Record<RowId, unknown> | undefined> | undefined)?.[field];

const tcp = (choice: Choice) => ({ protocol: 'tcp' as const, fromPort: choice.pick([22, 80, 443, 1024]) ?? 80, toPort: choice.pick([443, 1024, 65_535]) ?? 443 });

const EDITS: readonly ((choice: Choice) => EditResult)[] = [
  (c) => addPart(c.design, { part: c.pick(parts)?.id ?? 'vpc', container: container(c), random: c.random, at: { x: 10, y: 10 } }),
  (c) => addPart(c.design, { part: c.pick(parts)?.id ?? 'vpc', container: container(c), random: c.random }),
  (c) => addPart(c.design, { part: 'instance', container: c.id('subnet'), random: c.random }),
  (c) => addPart(c.design, { part: 'subnet', container: c.id('vpc'), random: c.random }),
  (c) => addPart(c.design, { part: 'db-instance', container: c.id('vpc'), random: c.random }),
  (c) => moveResource(c.design, { resource: resource(c), container: container(c), random: c.random }),
  (c) => moveResource(c.design, { resource: c.id('subnet'), container: container(c), random: c.random, at: { x: 1, y: 2 } }),
  (c) => moveResource(c.design, { resource: c.id('instance'), container: c.id('subnet'), random: c.random }),
  (c) => moveResource(c.design, { resource: c.id('network-interface'), container: c.id(c.pick(['subnet', 'instance'] as const) ?? 'subnet'), random: c.random }),
  (c) => moveResource(c.design, { resource: c.id('nat-gateway'), container: c.id('subnet'), random: c.random }),
  (c) => moveResource(c.design, { resource: c.id('subnet'), container: zoneKey(c.id('vpc'), c.pick(['us-east-1a', 'us-east-1b', 'us-east-1c']) ?? ''), random: c.random }),
  (c) => moveResource(c.design, { resource: c.id('subnet'), container: c.id('vpc'), random: c.random }),
  (c) => moveResource(c.design, { resource: c.id('db-instance'), container: c.id('subnet'), random: c.random }),
  (c) => moveResource(c.design, { resource: c.id('vpc'), container: c.id('region'), random: c.random }),
  (c) => moveResource(c.design, { resource: c.id('elastic-ip'), container: c.id('instance'), random: c.random }),
  (c) => moveResource(c.design, { resource: c.id('security-group'), container: c.id('instance'), random: c.random }),
  (c) => moveResources(c.design, { keys: [c.id('instance'), c.id('security-group')], container: container(c), random: c.random }),
  (c) => deleteResources(c.design, { keys: [c.id('subnet')], random: c.random }),
  (c) => deleteResources(c.design, { keys: [container(c) ?? 'nothing'], random: c.random }),
  (c) => deleteResources(c.design, { keys: [resource(c), resource(c)], random: c.random }),
  (c) => duplicateResources(c.design, { keys: [resource(c), resource(c)], random: c.random }),
  (c) => duplicateResources(c.design, { keys: [c.id('subnet')], random: c.random }),
  (c) => pasteFragment(c.design, { fragment: JSON.parse(JSON.stringify(copyFragment(c.design, { keys: [resource(c)] }) ?? null)), container: container(c), random: c.random }),
  (c) => renameResource(c.design, { resource: resource(c), name: c.pick(['a', 'b', ' c ', '']) ?? '' }),
  (c) => setVpcCidr(c.design, { vpc: c.id('vpc'), cidr: c.cidr() }),
  (c) => setSubnetCidr(c.design, { subnet: c.id('subnet'), cidr: c.cidr() }),
  (c) => addSecondaryCidr(c.design, { vpc: c.id('vpc'), cidr: c.cidr() }),
  (c) => {
    const vpc = c.id('vpc');
    return removeVpcCidr(c.design, { vpc, row: c.row(rowsAt(c, vpc, 'secondaryCidrs')) });
  },
  (c) => addRoute(c.design, { routeTable: c.id('route-table'), destination: c.pick(['0.0.0.0/0', '192.168.0.0/16', c.cidr()]) ?? '', target: resource(c) }),
  (c) => {
    const routeTable = c.id('route-table');
    return removeRoute(c.design, { routeTable, row: c.row(rowsAt(c, routeTable, 'routes')) });
  },
  (c) => setPropagation(c.design, { routeTable: c.id('route-table'), gateway: c.id('virtual-private-gateway'), on: c.pick([true, false]) ?? true }),
  (c) => associateRouteTable(c.design, { subnet: c.id('subnet'), routeTable: c.pick([undefined, c.id('route-table')]) }),
  (c) => associateNetworkAcl(c.design, { subnet: c.id('subnet'), networkAcl: c.pick([undefined, c.id('network-acl')]) }),
  (c) => makeMainRouteTable(c.design, { routeTable: c.id('route-table') }),
  (c) => attachGateway(c.design, { gateway: c.id('internet-gateway'), vpc: c.id('vpc'), random: c.random }),
  (c) => detachGateway(c.design, { gateway: c.pick([c.id('internet-gateway'), c.id('virtual-private-gateway')]) ?? asResourceId('nothing') }),
  (c) => addAclRule(c.design, { ...aclOf(c), rule: { ...tcp(c), cidr: c.cidr(), action: 'allow' }, before: c.pick([undefined, aclOf(c).row]) }),
  (c) => removeAclRule(c.design, aclOf(c)),
  (c) => moveAclRule(c.design, { ...aclOf(c), position: c.pick([0, 1, 2]) ?? 0 }),
  (c) => renumberAclRules(c.design, aclOf(c)),
  (c) => addGroupRule(c.design, { ...groupOf(c), rule: { ...tcp(c), peer: c.pick([{ cidr: c.cidr() }, { group: c.id('security-group') }]) ?? { cidr: c.cidr() } } }),
  (c) => removeGroupRule(c.design, groupOf(c)),
  (c) => pasteCidrs(c.design, { ...groupOf(c), traffic: tcp(c), text: `${c.cidr()}, 10.0.0.300\n${c.cidr()}` }),
  (c) => removeSecurityGroupFrom(c.design, { target: resource(c), group: c.id('security-group') }),
  (c) => setSecurityGroups(c.design, { target: resource(c), groups: [c.id('security-group'), c.id('security-group')] }),
  (c) => setInstanceState(c.design, { instance: c.id('instance'), state: c.pick(['running', 'stopped', 'terminated', 'pending', 'stopping'] as const) ?? 'running', random: c.random }),
  (c) => associateElasticIp(c.design, { target: resource(c), random: c.random }),
  (c) => associateElasticIp(c.design, { target: c.id('instance'), elasticIp: c.id('elastic-ip'), random: c.random }),
  (c) => disassociateElasticIp(c.design, { target: c.id('instance'), random: c.random }),
  (c) => attachNetworkInterface(c.design, { networkInterface: c.id('network-interface'), instance: c.id('instance') }),
  (c) => detachNetworkInterface(c.design, { networkInterface: c.id('network-interface') }),
  (c) => addPrivateAddress(c.design, { networkInterface: c.id('network-interface') }),
  (c) => {
    const networkInterface = c.id('network-interface');
    return removePrivateAddress(c.design, { networkInterface, row: c.row(rowsAt(c, networkInterface, 'addresses')), random: c.random });
  },
  (c) => addService(c.design, { instance: c.id('instance'), service: { port: c.pick([80, 443, 0]) ?? 80 } }),
  (c) => {
    const instance = c.id('instance');
    return removeService(c.design, { instance, row: c.row(rowsAt(c, instance, 'services')) });
  },
  (c) => setMultiAz(c.design, { dbInstance: c.id('db-instance'), multiAz: c.pick([true, false]) ?? true, random: c.random }),
  (c) => setDbSubnetGroupSubnets(c.design, { dbSubnetGroup: c.id('db-subnet-group'), subnets: [c.id('subnet'), c.id('subnet'), c.id('subnet')] }),
  (c) => addOnPremisesCidr(c.design, { network: c.id('on-premises-network'), cidr: c.cidr() }),
  (c) => {
    const network = c.id('on-premises-network');
    return changeOnPremisesCidr(c.design, { network, row: c.row(rowsAt(c, network, 'cidrs')), cidr: c.cidr() });
  },
  (c) => {
    const network = c.id('on-premises-network');
    return removeOnPremisesCidr(c.design, { network, row: c.row(rowsAt(c, network, 'cidrs')) });
  },
  (c) => addVpnRoute(c.design, { vpnConnection: c.id('vpn-connection'), cidr: c.cidr() }),
  (c) => addBlockedPorts(c.design, { client: c.id('client'), ports: { protocol: 'tcp', fromPort: 22 } }),
  (c) => addExpectation(c.design, { expectation: { question: { from: 'internet', to: resource(c), port: 80 }, verdict: 'reachable' } }),
  (c) => setAnswer(c.design, { question: { from: 'internet', to: resource(c) }, step: 'application', answer: c.pick(['yes', 'no', undefined] as const) }),
  (c) => setField(c.design, { resource: c.id('subnet'), path: ['autoAssignPublicIp'], value: c.pick([true, false, 'yes']) }),
  (c) => setField(c.design, { resource: resource(c), path: ['note'], value: c.pick(['words', undefined]) }),
  (c) => moveBoxes(c.design, { boxes: { [container(c) ?? 'nothing']: { x: 1, y: 2 } } }),
  (c) => resizeBox(c.design, { key: container(c) ?? 'nothing', box: { x: 1, y: 2, width: 300, height: 200 } }),
];

/** One edit of a walk, chosen by numbers so that it can be made on any design. */
export interface EditStep {
  readonly edit: number;
  readonly numbers: readonly number[];
}

/** Any edit, on whatever the design holds when its turn comes. */
export const anyEditStep: fc.Arbitrary<EditStep> = fc.record({ edit: fc.nat(EDITS.length - 1), numbers: fc.array(fc.nat(1000), { minLength: 8, maxLength: 8 }) });

/** What the step's edit answers on this design: a patch or a refusal. */
export function makeEdit({ edit, numbers }: EditStep, design: Design, random: RandomSource): EditResult {
  const make = EDITS[edit];
  if (make === undefined) throw new Error(`There is no edit ${edit}.`);
  return make(makeChoice(design, numbers, random));
}
