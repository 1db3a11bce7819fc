import { z } from 'zod';
import { asResourceId } from '../../../model/ids.ts';
import type { VpcEndpoint } from '../../../model/resources/index.ts';
import { readCommonFields } from '../common-fields.ts';
import { defineReader } from '../define-reader.ts';
import { flag, listOf, optionalText, text } from '../record-fields.ts';
import { textIn } from '../record.ts';

const endpointFields = z.object({
  VpcEndpointId: text,
  VpcEndpointType: optionalText,
  VpcId: text,
  ServiceName: text.default(''),
  State: text.default('available'),
  RouteTableIds: listOf(text),
  SubnetIds: listOf(text),
  Groups: listOf(z.object({ GroupId: text })),
  NetworkInterfaceIds: listOf(text),
  PrivateDnsEnabled: flag.default(false),
  PolicyDocument: optionalText,
});

/** Answers of before interface endpoints name no type. Endpoints for resources and service networks have interfaces too. */
function typeOf({ VpcEndpointType, RouteTableIds }: z.infer<typeof endpointFields>): VpcEndpoint['type'] {
  if (VpcEndpointType === undefined) return RouteTableIds.length > 0 ? 'gateway' : 'interface';
  if (VpcEndpointType === 'Gateway') return 'gateway';
  return VpcEndpointType === 'GatewayLoadBalancer' ? 'gateway-load-balancer' : 'interface';
}

const toLowerFirst = (word: string): string => word.charAt(0).toLowerCase() + word.slice(1);

/** VPC endpoints of all types. https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_VpcEndpoint.html */
export const vpcEndpoints = defineReader({
  key: 'VpcEndpoints',
  call: 'ec2 describe-vpc-endpoints',
  nouns: { one: 'VPC endpoint', many: 'VPC endpoints' },
  idOf: ({ record }) => textIn(record, 'VpcEndpointId'),
  fields: endpointFields,
  read: (entry, draft) => {
    const { fields, id } = entry;
    draft.put(asResourceId(id), {
      ...readCommonFields(draft, entry),
      kind: 'vpc-endpoint',
      vpc: asResourceId(fields.VpcId),
      type: typeOf(fields),
      service: fields.ServiceName,
      state: toLowerFirst(fields.State),
      routeTables: fields.RouteTableIds.map(asResourceId),
      subnets: fields.SubnetIds.map(asResourceId),
      securityGroups: fields.Groups.map(({ GroupId }) => asResourceId(GroupId)),
      interfaces: fields.NetworkInterfaceIds.map(asResourceId),
      privateDns: fields.PrivateDnsEnabled,
      ...(fields.PolicyDocument !== undefined && { policy: fields.PolicyDocument }),
    });
  },
});
