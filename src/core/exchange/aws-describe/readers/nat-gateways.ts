import { z } from 'zod';
import { asResourceId } from '../../../model/ids.ts';
import { natGatewayAddressSchema, natGatewaySchema } from '../../../model/resources/nat-gateway.ts';
import { readCommonFields } from '../common-fields.ts';
import { defineReader } from '../define-reader.ts';
import { makeRows } from '../make-rows.ts';
import { flag, listOf, optionalText, text } from '../record-fields.ts';
import { textIn } from '../record.ts';

const addressFields = z.object({
  PrivateIp: optionalText,
  PublicIp: optionalText,
  AllocationId: optionalText,
  NetworkInterfaceId: optionalText,
  IsPrimary: flag.optional(),
  AvailabilityZone: optionalText,
});
const states = natGatewaySchema.shape.state;
const gatewayFields = z.object({
  NatGatewayId: text,
  SubnetId: optionalText,
  VpcId: optionalText,
  State: states.default('available'),
  ConnectivityType: z.enum(['public', 'private']).default('public'),
  AvailabilityMode: z.enum(['zonal', 'regional']).default('zonal'),
  RouteTableId: optionalText,
  AutoProvisionZones: optionalText,
  NatGatewayAddresses: listOf(addressFields),
});

const whenGiven = (key: string, value: unknown): Readonly<Record<string, unknown>> => (value === undefined ? {} : { [key]: value });

const readAddress = (address: z.infer<typeof addressFields>): unknown => ({
  ...whenGiven('privateAddress', address.PrivateIp),
  ...whenGiven('publicAddress', address.PublicIp),
  ...whenGiven('allocation', address.AllocationId),
  ...whenGiven('interface', address.NetworkInterfaceId),
  ...whenGiven('primary', address.IsPrimary),
  ...whenGiven('availabilityZone', address.AvailabilityZone),
});

/** NAT gateways with their addresses; one that was deleted is printed for about an hour. https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_NatGateway.html */
export const natGateways = defineReader({
  key: 'NatGateways',
  call: 'ec2 describe-nat-gateways',
  nouns: { one: 'NAT gateway', many: 'NAT gateways' },
  idOf: ({ record }) => textIn(record, 'NatGatewayId'),
  fields: gatewayFields,
  read: (entry, draft) => {
    const { fields, id } = entry;
    const values = fields.NatGatewayAddresses.map(readAddress);
    draft.put(asResourceId(id), {
      ...readCommonFields(draft, entry),
      kind: 'nat-gateway',
      connectivity: fields.ConnectivityType,
      availability: fields.AvailabilityMode,
      ...(fields.SubnetId === undefined ? {} : { subnet: asResourceId(fields.SubnetId) }),
      ...(fields.VpcId === undefined ? {} : { vpc: asResourceId(fields.VpcId) }),
      ...(fields.RouteTableId === undefined ? {} : { routeTable: asResourceId(fields.RouteTableId) }),
      ...(fields.AutoProvisionZones === undefined ? {} : { autoProvisionZones: fields.AutoProvisionZones === 'enabled' }),
      state: fields.State,
      addresses: makeRows(draft, { key: 'NatGateways', id, prefix: 'address', schema: natGatewayAddressSchema, values }),
    });
  },
});
