import type { Cidr } from '../address/cidr.ts';
import { contains, overlaps, readCidr } from '../address/cidr.ts';
import { judgeSecondaryCidr } from '../aws/cidr-associations.ts';
import { quotas } from '../aws/limits.ts';
import type { Design } from '../model/design.ts';
import { nextRowId, type ResourceId, type RowId } from '../model/ids.ts';
import { admitIpv6 } from './admit-ipv6.ts';
import type { Draft } from './draft.ts';
import type { EditResult } from './edit-result.ts';
import { edit } from './edit.ts';
import { subnetsOf } from './members.ts';
import { joinNames } from './nouns.ts';
import { readIpv4Block, readIpv6Block } from './read-block.ts';
import { refuse } from './refusal.ts';
import { withoutRow } from './rows.ts';

/** A block may not be as large as, or larger than, the destination of a route that exists (VPC User Guide, vpc-cidr-blocks). */
function refuseRouted(draft: Draft, vpc: ResourceId, { cidr, text }: { readonly cidr: Cidr; readonly text: string }): void {
  for (const { value } of draft.list('route-table')) {
    if (value.vpc !== vpc) continue;
    const clash = Object.values(value.routes).find(({ destination }) => {
      const block = readCidr(destination);
      return block !== undefined && block.prefixLength > 0 && contains(cidr, block);
    });
    if (clash) refuse(`${value.name} has a route to ${clash.destination}, and AWS adds no block that is as large or larger than that; remove the route or add a smaller block than ${text}.`);
  }
}

/**
 * Adds a secondary IPv4 block to a VPC if AWS's table of associations lets it.
 * https://docs.aws.amazon.com/vpc/latest/userguide/vpc-cidr-blocks.html#add-cidr-block-restrictions
 */
export function addSecondaryCidr(design: Design, { vpc: id, cidr: given }: { readonly vpc: ResourceId; readonly cidr: string }): EditResult {
  return edit(design, (draft) => {
    const vpc = draft.need(id, 'vpc');
    const { cidr, text } = readIpv4Block(given, 'VPC');
    const associated = Object.values(vpc.secondaryCidrs).map((row) => row.cidr);
    const judgement = judgeSecondaryCidr({ primary: vpc.cidr, associated, candidate: text });
    if (judgement.verdict === 'refused') refuse(judgement.because);
    const { maximum = Infinity } = quotas.ipv4CidrsPerVpc;
    if (associated.length + 1 >= maximum) refuse(`${vpc.name} has ${associated.length + 1} IPv4 blocks; AWS allows ${maximum} at most.`);
    refuseRouted(draft, id, { cidr, text });
    draft.change(id, 'vpc', { secondaryCidrs: { ...vpc.secondaryCidrs, [nextRowId('cidr', vpc.secondaryCidrs)]: { cidr: text } } });
    return { said: `Add the block ${text} to ${vpc.name}`, select: [id] };
  });
}

function refuseUsed(draft: Draft, vpc: ResourceId, text: string): void {
  const block = readCidr(text);
  const inside = subnetsOf(draft.design, vpc).filter(({ value }) =>
    [value.cidr, value.ipv6Cidr].some((taken) => {
      const own = taken === undefined ? undefined : readCidr(taken);
      return own !== undefined && block !== undefined && overlaps(own, block);
    }),
  );
  if (inside.length > 0) refuse(`${joinNames(inside.map(({ value }) => value.name))} ${inside.length === 1 ? 'lies' : 'lie'} in ${text}; move or delete ${inside.length === 1 ? 'it' : 'them'} first.`);
}

/** Takes a secondary IPv4 block or an IPv6 block away from a VPC; refused while subnets lie in it. */
export function removeVpcCidr(design: Design, { vpc: id, row }: { readonly vpc: ResourceId; readonly row: RowId }): EditResult {
  return edit(design, (draft) => {
    const vpc = draft.need(id, 'vpc');
    const found = vpc.secondaryCidrs[row] ?? vpc.ipv6Cidrs[row] ?? refuse(`${vpc.name} has no block ${row}.`);
    refuseUsed(draft, id, found.cidr);
    draft.change(id, 'vpc', { secondaryCidrs: withoutRow(vpc.secondaryCidrs, row), ipv6Cidrs: withoutRow(vpc.ipv6Cidrs, row) });
    return { said: `Take the block ${found.cidr} away from ${vpc.name}`, select: [id] };
  });
}

/** Adds an IPv6 block to a VPC; with the first one come the rules that AWS adds for it. */
export function addVpcIpv6Cidr(design: Design, { vpc: id, cidr: given }: { readonly vpc: ResourceId; readonly cidr: string }): EditResult {
  return edit(design, (draft) => {
    const vpc = draft.need(id, 'vpc');
    const { cidr, text } = readIpv6Block(given, 'VPC');
    const taken = Object.values(vpc.ipv6Cidrs).find((row) => {
      const block = readCidr(row.cidr);
      return block !== undefined && overlaps(block, cidr);
    });
    if (taken) refuse(`${text} overlaps ${taken.cidr}, another block of ${vpc.name}.`);
    draft.change(id, 'vpc', { ipv6Cidrs: { ...vpc.ipv6Cidrs, [nextRowId('ipv6', { ...vpc.ipv6Cidrs, ...vpc.secondaryCidrs })]: { cidr: text } } });
    if (Object.keys(vpc.ipv6Cidrs).length === 0) admitIpv6(draft, id);
    return { said: `Add the IPv6 block ${text} to ${vpc.name}`, select: [id] };
  });
}
