import { contains, formatCidr, readCidr, type Cidr6 } from '../../address/cidr.ts';
import { formatIpv6, parseIpv6 } from '../../address/ipv6.ts';
import type { ResourceId } from '../../model/ids.ts';
import type { Subnet } from '../../model/resources/index.ts';
import type { Template } from './template.ts';

/** What a template has in the place of an IPv6 block or address, and what has to be there before. */
export interface Ipv6Text {
  readonly value: unknown;
  readonly dependsOn: readonly string[];
}

const SUBNET_BITS = 64;
/** `Fn::Cidr` makes at most 256 blocks (CloudFormation User Guide, intrinsic-function-reference-cidr). */
const MOST_BLOCKS = 256n;
/** An address whose last four groups begin with zero can be written behind `::`. */
const FIRST_LONG_HOST = 1n << 48n;

/** The key under which a further block of a VPC is written. */
export const secondaryKey = (vpc: ResourceId, row: string): string => `${vpc} block ${row}`;

const ipv6Of = (text: string | undefined): Cidr6 | undefined => {
  const block = text === undefined ? undefined : readCidr(text);
  return block?.family === 6 ? block : undefined;
};

const firstBlockOf = (template: Template, key: string): unknown => ({ 'Fn::Select': [0, template.attribute(key, 'Ipv6CidrBlocks')] });

/** The block of a VPC that AWS provides: the first one drawn. */
function providedBlock(template: Template, vpc: ResourceId): { readonly block: Cidr6; readonly key: string } | undefined {
  const [first] = Object.entries(template.get(vpc, 'vpc')?.ipv6Cidrs ?? {});
  const block = ipv6Of(first?.[1].cidr);
  return first && block ? { block, key: secondaryKey(vpc, first[0]) } : undefined;
}

/** The /64 of a VPC's block with the same number as the one that is drawn. */
function subnetBlock(template: Template, vpc: ResourceId, wanted: Cidr6): unknown {
  const provided = providedBlock(template, vpc);
  if (!provided || wanted.prefixLength !== SUBNET_BITS || !contains(provided.block, wanted)) return undefined;
  const number = (wanted.first - provided.block.first) >> BigInt(SUBNET_BITS);
  return number < MOST_BLOCKS ? { 'Fn::Select': [Number(number), { 'Fn::Cidr': [firstBlockOf(template, vpc), Number(number) + 1, SUBNET_BITS] }] } : undefined;
}

/** The IPv6 block of a subnet within the one that AWS provides for its VPC; nothing where it has none or that cannot be said. */
export const ipv6BlockOf = (template: Template, { vpc, ipv6Cidr }: Subnet): unknown => {
  const block = ipv6Of(ipv6Cidr);
  return block && subnetBlock(template, vpc, block);
};

const hasBlock = (template: Template, id: ResourceId, subnet: Subnet): boolean => template.has(id) && ipv6BlockOf(template, subnet) !== undefined;

/** The same address within the block that AWS provides; nothing where CloudFormation's functions cannot say it. */
export function ipv6AddressOf(template: Template, subnetId: ResourceId, address: string): unknown {
  const subnet = template.get(subnetId, 'subnet');
  const [block, number] = [ipv6Of(subnet?.ipv6Cidr), parseIpv6(address)];
  if (!subnet || !block || number === undefined || !hasBlock(template, subnetId, subnet)) return undefined;
  const host = number - block.first;
  if (host < 0n || host >= FIRST_LONG_HOST) return undefined;
  return { 'Fn::Join': ['', [{ 'Fn::Select': [0, { 'Fn::Split': ['::/', firstBlockOf(template, subnetId)] }] }, formatIpv6(host)]] };
}

/** One address, written as a block of its own. */
function hostBlock(template: Template, wanted: Cidr6): unknown {
  if (wanted.prefixLength !== 128) return undefined;
  const around = template.all('subnet').find(([, { ipv6Cidr }]) => {
    const block = ipv6Of(ipv6Cidr);
    return block !== undefined && contains(block, wanted);
  });
  const address = around && ipv6AddressOf(template, around[0], formatIpv6(wanted.first));
  return address === undefined ? undefined : { 'Fn::Join': ['', [address, '/128']] };
}

function inOwnBlock(template: Template, vpc: ResourceId, wanted: Cidr6): unknown {
  if (formatCidr(wanted) === providedText(template, vpc)) return firstBlockOf(template, vpc);
  const subnet = template.all('subnet').find(([id, value]) => value.ipv6Cidr === formatCidr(wanted) && hasBlock(template, id, value));
  if (subnet) return firstBlockOf(template, subnet[0]);
  return hostBlock(template, wanted) ?? subnetBlock(template, vpc, wanted);
}

const providedText = (template: Template, vpc: ResourceId): string | undefined => {
  const provided = providedBlock(template, vpc);
  return provided && formatCidr(provided.block);
};

/**
 * An IPv6 block as a rule or route names it: one that lies in a VPC's own block moves with that block to wherever AWS puts
 * it; what cannot be moved stays as it is drawn, and a note says so.
 */
export function ipv6TextOf(template: Template, text: string, where: string): Ipv6Text {
  const wanted = ipv6Of(text);
  const vpc = wanted && template.all('vpc').find(([id]) => {
    const provided = providedBlock(template, id);
    return provided !== undefined && template.has(provided.key) && contains(provided.block, wanted);
  })?.[0];
  if (!wanted || vpc === undefined) return { value: text, dependsOn: [] };
  const value = inOwnBlock(template, vpc, wanted);
  if (value === undefined) {
    template.note(`${where} names ${text}, which lies in the block that AWS will choose for ${template.nameOf(vpc)}; it is written as it is drawn, so put it right after deploying.`);
    return { value: text, dependsOn: [] };
  }
  return { value, dependsOn: [template.logicalId(providedBlock(template, vpc)?.key ?? '')] };
}
