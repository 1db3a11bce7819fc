import type { Design } from '../../model/design.ts';
import { fail, succeed, type Reply } from '../../model/reply.ts';
import type { ResourceKind } from '../../model/resources/index.ts';
import { Template } from './template.ts';
import { writeFilters } from './write-filters.ts';
import { writeGateways } from './write-gateways.ts';
import { writeMachines } from './write-machines.ts';
import { writeRoutes } from './write-routes.ts';
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
  const left = Object.values(template.design.resources).filter(({ kind }) => !WRITTEN.has(kind));
  const kinds = [...new Set(left.map((resource) => (resource.kind === 'unmodelled' ? resource.type : resource.kind)))].sort();
  for (const kind of kinds) template.note(`Resources of the kind ${kind.replaceAll('-', ' ')} are not written to templates yet.`);
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
  writeGateways(template);
  writeFilters(template);
  writeMachines(template);
  writeRoutes(template);
  noteWhatIsLeftOut(template);
  return succeed({ text: template.toText(), notes: template.notes, logicalIds: template.logicalIdsOfDesign() });
}
