import { z } from 'zod';
import { cidrField, ipv6Field } from '../../model/fields.ts';
import { asResourceId } from '../../model/ids.ts';
import { privateAddressSchema } from '../../model/resources/network-interface.ts';
import type { NetworkInterface } from '../../model/resources/index.ts';
import { readCommonFields } from './common-fields.ts';
import type { Entry } from './define-reader.ts';
import type { Draft } from './draft.ts';
import { readInterfaceOwner } from './interface-owner.ts';
import { makeRows } from './make-rows.ts';
import { flag, groupsField, listOf, number, optionalText, text } from './record-fields.ts';

const associationFields = z.object({ PublicIp: optionalText, IpOwnerId: optionalText, AllocationId: optionalText }).optional();
type Association = z.infer<typeof associationFields>;

/** An interface, as `describe-network-interfaces` prints it and, with less in it, `describe-instances`. */
export const interfaceFields = z.object({
  NetworkInterfaceId: text,
  SubnetId: text,
  VpcId: optionalText,
  Description: optionalText,
  InterfaceType: optionalText,
  RequesterId: optionalText,
  Status: optionalText,
  SourceDestCheck: flag.default(true),
  Groups: groupsField,
  PrivateIpAddress: optionalText,
  PrivateIpAddresses: listOf(z.object({ PrivateIpAddress: text, Primary: flag.default(false), Association: associationFields })),
  Ipv6Addresses: listOf(z.object({ Ipv6Address: text })),
  Ipv4Prefixes: listOf(z.object({ Ipv4Prefix: optionalText })),
  Ipv6Prefixes: listOf(z.object({ Ipv6Prefix: optionalText })),
  Association: associationFields,
  Attachment: z
    .object({ InstanceId: optionalText, InstanceOwnerId: optionalText, DeviceIndex: number.default(0), Status: optionalText })
    .optional(),
});
export type InterfaceFields = z.infer<typeof interfaceFields>;

const ACCOUNT = /^\d{12}$/;

/**
 * The public address of a private one. AWS owns an address that it assigned by itself; an Elastic IP is owned by an
 * account, or brought along (EC2 User Guide, using-instance-addressing).
 */
function readPublicAddress(association: Association): Readonly<Record<string, unknown>> | undefined {
  if (association?.PublicIp === undefined) return undefined;
  const { PublicIp, IpOwnerId, AllocationId } = association;
  const isElastic = AllocationId !== undefined || (IpOwnerId !== undefined && ACCOUNT.test(IpOwnerId));
  return {
    address: PublicIp,
    type: isElastic ? 'elastic' : 'auto-assigned',
    ...(AllocationId === undefined ? {} : { allocation: AllocationId }),
  };
}

function readAddresses(fields: InterfaceFields): readonly unknown[] {
  const { PrivateIpAddress, PrivateIpAddresses, Association } = fields;
  const listed = PrivateIpAddresses.length > 0 || PrivateIpAddress === undefined ? PrivateIpAddresses : [{ PrivateIpAddress, Primary: true, Association }];
  return listed.map((address) => {
    const association = address.Association ?? (address.Primary ? Association : undefined);
    const publicAddress = readPublicAddress(association);
    return { address: address.PrivateIpAddress, primary: address.Primary, ...(publicAddress ? { public: publicAddress } : {}) };
  });
}

/** Blocks delegated to the interface: what runs on the machine hands their addresses out (EC2 User Guide, ec2-prefix-eni). */
function readPrefixes({ Ipv4Prefixes, Ipv6Prefixes }: InterfaceFields): readonly unknown[] {
  const prefixes = [...Ipv4Prefixes.map((one) => one.Ipv4Prefix), ...Ipv6Prefixes.map((one) => one.Ipv6Prefix)];
  return prefixes.flatMap((cidr) => (cidr === undefined ? [] : [{ cidr }]));
}

/** The attachment to an instance; what an interface of a service is attached to is found out later. */
function readAttachment({ Attachment }: InterfaceFields): NetworkInterface['attachment'] {
  const isAttached = Attachment?.InstanceId !== undefined && Attachment.Status !== 'detached';
  return isAttached ? { resource: asResourceId(Attachment.InstanceId ?? ''), deviceIndex: Attachment.DeviceIndex } : undefined;
}

/** In use, and not by an instance: a service holds it (`available` is AWS's word for one that nothing holds). */
const isServing = ({ Status, Attachment }: InterfaceFields): boolean =>
  Attachment?.InstanceId === undefined && Status !== 'available' && (Status === 'in-use' || (Attachment !== undefined && Attachment.Status !== 'detached'));

/** A network interface of one record. */
export function makeInterface(draft: Draft, entry: Entry<InterfaceFields>, key: string): NetworkInterface {
  const { fields, id } = entry;
  const attachment = readAttachment(fields);
  const owner = readInterfaceOwner({
    type: fields.InterfaceType,
    requester: fields.RequesterId,
    description: fields.Description,
    attachedBy: fields.Attachment?.InstanceOwnerId,
    isServing: isServing(fields),
  });
  const prefixes = readPrefixes(fields);
  const ipv6 = fields.Ipv6Addresses.map(({ Ipv6Address }) => ({ address: Ipv6Address }));
  return {
    ...readCommonFields(draft, entry),
    kind: 'network-interface',
    subnet: asResourceId(fields.SubnetId),
    ...(attachment ? { attachment } : {}),
    ...(owner === undefined ? {} : { owner }),
    ...(fields.Description === undefined ? {} : { description: fields.Description }),
    addresses: makeRows(draft, { key, id, prefix: 'address', schema: privateAddressSchema, values: readAddresses(fields) }),
    ipv6Addresses: makeRows(draft, { key, id, prefix: 'ipv6-address', schema: z.object({ address: ipv6Field }), values: ipv6 }),
    ...(prefixes.length === 0 ? {} : { prefixes: makeRows(draft, { key, id, prefix: 'prefix', schema: z.object({ cidr: cidrField }), values: prefixes }) }),
    securityGroups: fields.Groups.map(({ GroupId }) => asResourceId(GroupId)),
    sourceDestinationCheck: fields.SourceDestCheck,
  };
}
