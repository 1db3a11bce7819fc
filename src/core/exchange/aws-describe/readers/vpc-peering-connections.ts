import { z } from 'zod';
import { asResourceId } from '../../../model/ids.ts';
import { peeringStates } from '../../../model/resources/vpc-peering-connection.ts';
import type { PeeringSide } from '../../../model/resources/index.ts';
import { readCommonFields } from '../common-fields.ts';
import { defineReader } from '../define-reader.ts';
import { flag, listOf, optionalText, text } from '../record-fields.ts';
import { textIn } from '../record.ts';

const sideFields = z
  .object({
    VpcId: optionalText,
    OwnerId: optionalText,
    Region: optionalText,
    CidrBlock: optionalText,
    CidrBlockSet: listOf(z.object({ CidrBlock: text })),
    Ipv6CidrBlockSet: listOf(z.object({ Ipv6CidrBlock: text })),
    PeeringOptions: z.object({ AllowDnsResolutionFromRemoteVpc: flag.optional() }).optional(),
  })
  .default({ CidrBlockSet: [], Ipv6CidrBlockSet: [], VpcId: undefined, OwnerId: undefined, Region: undefined, CidrBlock: undefined });
type SideFields = z.infer<typeof sideFields>;

const peeringFields = z.object({
  VpcPeeringConnectionId: text,
  RequesterVpcInfo: sideFields,
  AccepterVpcInfo: sideFields,
  Status: z.object({ Code: z.enum(peeringStates) }).default({ Code: 'active' }),
});

/** A side as AWS tells it. Before a peering is active, and after it is over, the blocks are left out. */
function readSide({ VpcId, OwnerId, Region, CidrBlock, CidrBlockSet, Ipv6CidrBlockSet, PeeringOptions }: SideFields): PeeringSide {
  const ipv4 = CidrBlockSet.map((row) => row.CidrBlock);
  const only = CidrBlock === undefined ? [] : [CidrBlock];
  const dnsResolution = PeeringOptions?.AllowDnsResolutionFromRemoteVpc;
  return {
    ...(VpcId !== undefined && { vpc: asResourceId(VpcId) }),
    ...(OwnerId !== undefined && { account: OwnerId }),
    ...(Region !== undefined && { region: Region }),
    cidrs: [...(ipv4.length > 0 ? ipv4 : only), ...Ipv6CidrBlockSet.map((row) => row.Ipv6CidrBlock)],
    ...(dnsResolution !== undefined && { dnsResolution }),
  };
}

/**
 * VPC peering connections, which the accounts of both sides print alike.
 * https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_VpcPeeringConnection.html
 */
export const vpcPeeringConnections = defineReader({
  key: 'VpcPeeringConnections',
  call: 'ec2 describe-vpc-peering-connections',
  nouns: { one: 'VPC peering connection', many: 'VPC peering connections' },
  idOf: ({ record }) => textIn(record, 'VpcPeeringConnectionId'),
  fields: peeringFields,
  read: (entry, draft) => {
    const { RequesterVpcInfo, AccepterVpcInfo, Status } = entry.fields;
    const { name, tags } = readCommonFields(draft, entry);
    draft.put(asResourceId(entry.id), {
      name,
      ...(tags && { tags }),
      ...(RequesterVpcInfo.OwnerId !== undefined && { account: RequesterVpcInfo.OwnerId }),
      kind: 'vpc-peering-connection',
      requester: readSide(RequesterVpcInfo),
      accepter: readSide(AccepterVpcInfo),
      state: Status.Code,
    });
  },
});
