import { contains, formatCidr, readCidr, type Cidr } from '../../address/cidr.ts';
import { documentation } from '../../aws/documentation-links.ts';
import type { Fix } from '../../findings/fix.ts';
import type { Lookup, VpcEntry } from '../../lookup/entries.ts';
import { attachmentsOf, isUsableAttachment } from '../../lookup/transit-gateways.ts';
import type { ResourceId, RowId } from '../../model/ids.ts';
import type { DirectConnectAssociation } from '../../model/resources/index.ts';
import { defineRule, type Fault } from '../define-rule.ts';
import { nameOf } from '../facts/names.ts';
import { replaceValue } from '../fixes/patch-of.ts';

interface Facts {
  readonly id: ResourceId;
  readonly row: RowId;
  readonly association: DirectConnectAssociation;
  readonly name: string;
  readonly gateway: string;
  readonly vpc: string;
  readonly block: string;
}

/** The VPCs behind an associated gateway. */
function vpcsBehind(lookup: Lookup, gateway: ResourceId): readonly VpcEntry[] {
  const own = lookup.resource(gateway);
  const ids = own?.kind === 'virtual-private-gateway' ? [own.vpc] : attachmentsOf(lookup, gateway).filter(isUsableAttachment).map(({ value }) => value.vpc);
  return ids.map((id) => (id === undefined ? undefined : lookup.vpcs.get(id))).filter((vpc) => vpc !== undefined);
}

function isAnnounced(block: Cidr, { allowedPrefixes }: DirectConnectAssociation, isTransit: boolean): boolean {
  const isAll = !isTransit && allowedPrefixes.length === 0;
  return isAll || allowedPrefixes.map(readCidr).some((prefix) => prefix !== undefined && (contains(prefix, block) || (isTransit && contains(block, prefix))));
}

function* check(lookup: Lookup): Iterable<Fault<Facts>> {
  for (const { id, value } of lookup.byKind['direct-connect-gateway']) {
    for (const [row, association] of Object.entries(value.associations) as [RowId, DirectConnectAssociation][]) {
      if (association.state !== 'associated') continue;
      const isTransit = lookup.resource(association.gateway)?.kind === 'transit-gateway';
      for (const vpc of vpcsBehind(lookup, association.gateway)) {
        const block = vpc.blocks.find((candidate) => candidate.family === 4 && !isAnnounced(candidate, association, isTransit));
        if (!block) continue;
        const facts: Facts = { id, row, association, name: nameOf(lookup, id), gateway: nameOf(lookup, association.gateway), vpc: nameOf(lookup, vpc.id), block: formatCidr(block) };
        yield { evidence: [{ at: id, row }, { at: vpc.id }, { at: association.gateway }], facts };
      }
    }
  }
}

function fix({ id, row, association, block, name }: Facts): readonly Fix[] {
  const { allowedPrefixes } = association;
  return [{ title: `Add ${block} to the allowed prefixes of ${name}`, effect: `Announces ${block} to on-premises.`, patch: replaceValue([id, 'associations', row, 'allowedPrefixes'], allowedPrefixes, [...allowedPrefixes, block]) }];
}

export const directConnectPrefixNotAllowed = defineRule<Facts>({
  id: 'direct-connect-prefix-not-allowed',
  area: 'gateways',
  severity: 'warning',
  why: 'On-premises learns over Direct Connect what the allowed prefixes let through: a block that none of them covers gets no requests and no replies from there.',
  learnMore: documentation.directConnectPrefixes,
  check,
  explain: ({ name, gateway, vpc, block }) => `${name} does not announce ${block} of ${vpc} to on-premises; add it to the allowed prefixes of its association with ${gateway}.`,
  fix,
});
