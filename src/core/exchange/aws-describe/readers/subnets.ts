import { z } from 'zod';
import { asResourceId } from '../../../model/ids.ts';
import { readCommonFields } from '../common-fields.ts';
import { defineReader } from '../define-reader.ts';
import { flag, listOf, optionalText, stateField, text } from '../record-fields.ts';
import { textIn } from '../record.ts';
import { isAssociated } from './vpcs.ts';

const subnetFields = z.object({
  SubnetId: text,
  VpcId: text,
  AvailabilityZone: optionalText,
  AvailabilityZoneId: optionalText,
  CidrBlock: optionalText,
  Ipv6CidrBlockAssociationSet: listOf(z.object({ Ipv6CidrBlock: optionalText, Ipv6CidrBlockState: stateField })),
  MapPublicIpOnLaunch: flag.default(false),
  AssignIpv6AddressOnCreation: flag.optional(),
  EnableDns64: flag.optional(),
});

/** Subnets. Route table and network ACL name the subnets, not the other way round. */
export const subnets = defineReader({
  key: 'Subnets',
  call: 'ec2 describe-subnets',
  nouns: { one: 'subnet', many: 'subnets' },
  idOf: ({ record }) => textIn(record, 'SubnetId'),
  fields: subnetFields,
  read: (entry, draft) => {
    const { fields } = entry;
    const ipv6 = fields.Ipv6CidrBlockAssociationSet.find((block) => isAssociated(block.Ipv6CidrBlockState))?.Ipv6CidrBlock;
    draft.put(asResourceId(entry.id), {
      ...readCommonFields(draft, entry),
      kind: 'subnet',
      vpc: asResourceId(fields.VpcId),
      availabilityZone: fields.AvailabilityZone ?? fields.AvailabilityZoneId ?? '',
      ...(fields.CidrBlock === undefined ? {} : { cidr: fields.CidrBlock }),
      ...(ipv6 === undefined ? {} : { ipv6Cidr: ipv6 }),
      autoAssignPublicIp: fields.MapPublicIpOnLaunch,
      ...(fields.AssignIpv6AddressOnCreation === undefined ? {} : { assignIpv6AddressOnCreation: fields.AssignIpv6AddressOnCreation }),
      ...(fields.EnableDns64 === undefined ? {} : { enableDns64: fields.EnableDns64 }),
    });
  },
});
