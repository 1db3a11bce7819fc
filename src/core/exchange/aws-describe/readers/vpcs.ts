import { z } from 'zod';
import { defaultVpc, newVpc } from '../../../aws/defaults.ts';
import { parseCidr } from '../../../address/cidr.ts';
import { asResourceId } from '../../../model/ids.ts';
import { ipv4CidrField, ipv6CidrField } from '../../../model/fields.ts';
import { readCommonFields } from '../common-fields.ts';
import { defineReader } from '../define-reader.ts';
import { makeRows } from '../make-rows.ts';
import { flag, listOf, optionalText, stateField, text } from '../record-fields.ts';
import { textIn } from '../record.ts';
import { regionOfVpc } from '../regions.ts';

const vpcFields = z.object({
  VpcId: text,
  CidrBlock: text,
  CidrBlockAssociationSet: listOf(z.object({ CidrBlock: optionalText, CidrBlockState: stateField })),
  Ipv6CidrBlockAssociationSet: listOf(z.object({ Ipv6CidrBlock: optionalText, Ipv6CidrBlockState: stateField })),
  IsDefault: flag.optional(),
});

/** A block counts from when its association is asked for until it is taken back. https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_VpcCidrBlockState.html */
export const isAssociated = (state: { readonly State?: string | undefined } | undefined): boolean =>
  state?.State === undefined || state.State === 'associated' || state.State === 'associating';

const canonical = (cidr: string): string => {
  const parsed = parseCidr(cidr);
  return parsed.ok ? parsed.canonical : cidr;
};

/** VPCs. Which table, ACL and group are the main and default ones is told by those. */
export const vpcs = defineReader({
  key: 'Vpcs',
  call: 'ec2 describe-vpcs',
  nouns: { one: 'VPC', many: 'VPCs' },
  idOf: ({ record }) => textIn(record, 'VpcId'),
  fields: vpcFields,
  read: (entry, draft) => {
    const { CidrBlock, CidrBlockAssociationSet, Ipv6CidrBlockAssociationSet, IsDefault } = entry.fields;
    const primary = canonical(CidrBlock);
    const secondary = CidrBlockAssociationSet.flatMap((block) =>
      isAssociated(block.CidrBlockState) && block.CidrBlock !== undefined && canonical(block.CidrBlock) !== primary ? [{ cidr: block.CidrBlock }] : [],
    );
    const ipv6 = Ipv6CidrBlockAssociationSet.flatMap((block) =>
      isAssociated(block.Ipv6CidrBlockState) && block.Ipv6CidrBlock !== undefined ? [{ cidr: block.Ipv6CidrBlock }] : [],
    );
    const defaults = IsDefault ? defaultVpc : newVpc;
    const rows = { key: 'Vpcs', id: entry.id, prefix: 'cidr' };
    draft.put(asResourceId(entry.id), {
      ...readCommonFields(draft, entry),
      kind: 'vpc',
      region: regionOfVpc(draft, entry),
      cidr: primary,
      secondaryCidrs: makeRows(draft, { ...rows, schema: z.object({ cidr: ipv4CidrField }), values: secondary }),
      ipv6Cidrs: makeRows(draft, { ...rows, schema: z.object({ cidr: ipv6CidrField }), values: ipv6 }),
      availabilityZones: [],
      enableDnsSupport: defaults.enableDnsSupport,
      enableDnsHostnames: defaults.enableDnsHostnames,
      ...(IsDefault === undefined ? {} : { isDefault: IsDefault }),
    });
  },
});
