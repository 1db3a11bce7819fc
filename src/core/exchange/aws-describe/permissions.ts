import { z } from 'zod';
import { listOf, number, optionalText, text } from './record-fields.ts';
import { readTraffic } from './traffic.ts';

/** One entry of `IpPermissions`: one sort of traffic and any number of peers. https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_IpPermission.html */
export const permissionFields = z.object({
  IpProtocol: text,
  FromPort: number.optional(),
  ToPort: number.optional(),
  IpRanges: listOf(z.object({ CidrIp: text, Description: optionalText })),
  Ipv6Ranges: listOf(z.object({ CidrIpv6: text, Description: optionalText })),
  PrefixListIds: listOf(z.object({ PrefixListId: text, Description: optionalText })),
  UserIdGroupPairs: listOf(
    z.object({
      GroupId: optionalText,
      GroupName: optionalText,
      UserId: optionalText,
      VpcPeeringConnectionId: optionalText,
      Description: optionalText,
    }),
  ),
});
type Permission = z.infer<typeof permissionFields>;

export interface ReferencedGroup {
  readonly group: string | undefined;
  readonly user: string | undefined;
  readonly peering: string | undefined;
}

/** A group as the peer of a rule; the account is named only where it is not the group's own. */
export function readGroupPeer({ group, user, peering }: ReferencedGroup, owner: string | undefined): Readonly<Record<string, unknown>> {
  const isForeign = user !== undefined && owner !== undefined && user !== owner;
  return { group, ...(isForeign ? { account: user } : {}), ...(peering === undefined ? {} : { peering }) };
}

/** The rules of one entry, one for each peer, as the schema of a rule has to check them. */
export function readPermission(permission: Permission, owner: string | undefined): readonly unknown[] {
  const { IpProtocol, FromPort, ToPort, IpRanges, Ipv6Ranges, PrefixListIds, UserIdGroupPairs } = permission;
  const traffic = readTraffic({ protocol: IpProtocol, from: FromPort, to: ToPort });
  const toRule = (peer: Readonly<Record<string, unknown>>, description: string | undefined): unknown => ({
    ...traffic,
    peer,
    ...(description === undefined ? {} : { description }),
  });
  return [
    ...IpRanges.map((range) => toRule({ cidr: range.CidrIp }, range.Description)),
    ...Ipv6Ranges.map((range) => toRule({ cidr: range.CidrIpv6 }, range.Description)),
    ...PrefixListIds.map((list) => toRule({ prefixList: list.PrefixListId }, list.Description)),
    ...UserIdGroupPairs.map((pair) =>
      toRule(readGroupPeer({ group: pair.GroupId ?? pair.GroupName, user: pair.UserId, peering: pair.VpcPeeringConnectionId }, owner), pair.Description),
    ),
  ];
}
