import type { Design } from '../../model/design.ts';
import { fail, succeed, type Reply } from '../../model/reply.ts';
import type { ResourceKind } from '../../model/resources/index.ts';
import { Template } from './template.ts';
import { writeFilters } from './write-filters.ts';
import { writeGateways } from './write-gateways.ts';
import { writeEndpoints, writePrefixLists } from './write-lists.ts';
import { writeMachines } from './write-machines.ts';
import { writeRoutes } from './write-routes.ts';
import { writeTransitGateways, writeTransitTables } from './write-transit.ts';
import { writeVpcs } from './write-vpcs.ts';

/** A template, and what of the design is not in it or will be otherwise. */
export interface CloudFormation {
  readonly text: string;
  readonly notes: readonly string[];
  /** The logical id of every resource of the design that is in the template. */
  readonly logicalIds: ReadonlyMap<string, string>;
}

/** Kinds that the template holds, or that stand for something outside of AWS. */
const WRITTEN: ReadonlySet<ResourceKind> = new Set([
  'region',
  'vpc',
  'subnet',
  'route-table',
  'internet-gateway',
  'nat-gateway',
  'virtual-private-gateway',
  'customer-gateway',
  'vpn-connection',
  'vpc-peering-connection',
  'network-acl',
  'security-group',
  'prefix-list',
  'vpc-endpoint',
  'egress-only-internet-gateway',
  'transit-gateway',
  'transit-gateway-attachment',
  'transit-gateway-route-table',
  'instance',
  'network-interface',
  'elastic-ip',
  'db-subnet-group',
  'db-instance',
  'on-premises-network',
  'client',
  'internet',
]);

function noteWhatIsLeftOut(template: Template): void {
  for (const [id, region] of template.all('region')) {
    if (region.blockPublicAccess !== undefined && region.blockPublicAccess !== 'off') template.note(`VPC Block Public Access of ${template.nameOf(id)} is not written: it holds for a whole account.`);
  }
  for (const [id, card] of template.all('network-interface')) {
    if (template.has(id) && Object.keys(card.prefixes ?? {}).length > 0) template.note(`The prefixes delegated to ${template.nameOf(id)} are not written.`);
  }
  const left = Object.entries(template.design.resources).filter(([, { kind }]) => !WRITTEN.has(kind));
  const lines = left.map(([id, resource]) => [resource.kind === 'unmodelled' ? resource.type : resource.kind.replaceAll('-', ' '), template.nameOf(id)] as const);
  for (const kind of [...new Set(lines.map(([word]) => word))].sort()) {
    const names = lines.filter(([word]) => word === kind).map(([, name]) => name);
    template.note(`${names.length === 1 ? 'This resource is' : 'These resources are'} not written, because templates do not hold the kind ${kind}: ${names.join(', ')}.`);
  }
}

/**
 * The design as a CloudFormation template (JSON) for one Region. Logical ids come from the design's ids. What a template
 * cannot say, or this does not write yet, is listed in `notes`. Fails when VPCs lie in several Regions.
 */
export function writeCloudFormation(design: Design): Reply<CloudFormation> {
  const template = new Template(design);
  const vpcs = template.all('vpc');
  const regions = new Set(vpcs.map(([, vpc]) => vpc.region));
  if (vpcs.length === 0) return fail('The design has no VPC, so there is nothing to write a template of; draw or import one first.');
  if (regions.size > 1) return fail(`The design has VPCs in ${regions.size} Regions, and a template is for one; copy the VPCs of one Region into a design of their own.`);
  writeVpcs(template);
  writePrefixLists(template);
  writeTransitGateways(template);
  writeGateways(template);
  writeFilters(template);
  writeMachines(template);
  writeTransitTables(template);
  writeRoutes(template);
  writeEndpoints(template);
  noteWhatIsLeftOut(template);
  return succeed({ text: template.toText(), notes: template.notes, logicalIds: template.logicalIdsOfDesign() });
}
