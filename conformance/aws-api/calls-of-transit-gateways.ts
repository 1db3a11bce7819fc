import { resolve } from './template-values.ts';
import { textIn, type Call } from './calls.ts';

const both = (properties: Parameters<Call>[1], made: Parameters<Call>[2]): readonly string[] => ['--transit-gateway-attachment-id', resolve(properties['TransitGatewayAttachmentId'], made), '--transit-gateway-route-table-id', resolve(properties['TransitGatewayRouteTableId'], made)];

/** Transit gateways: of all that belongs to them moto's CloudFormation knows the gateway alone. */
export const TRANSIT_CALLS: Readonly<Record<string, Call>> = {
  'AWS::EC2::TransitGateway': async (aws, { DefaultRouteTableAssociation, DefaultRouteTablePropagation }) => {
    const options = JSON.stringify({ DefaultRouteTableAssociation, DefaultRouteTablePropagation });
    return textIn(await aws.run('ec2', 'create-transit-gateway', '--options', options), 'TransitGateway', 'TransitGatewayId');
  },
  'AWS::EC2::TransitGatewayAttachment': async (aws, { TransitGatewayId, VpcId, SubnetIds }, made) => {
    const subnets = (SubnetIds as readonly unknown[]).map((subnet) => resolve(subnet, made));
    const answer = await aws.run('ec2', 'create-transit-gateway-vpc-attachment', '--transit-gateway-id', resolve(TransitGatewayId, made), '--vpc-id', resolve(VpcId, made), '--subnet-ids', ...subnets);
    return textIn(answer, 'TransitGatewayVpcAttachment', 'TransitGatewayAttachmentId');
  },
  'AWS::EC2::TransitGatewayRouteTable': async (aws, { TransitGatewayId }, made) =>
    textIn(await aws.run('ec2', 'create-transit-gateway-route-table', '--transit-gateway-id', resolve(TransitGatewayId, made)), 'TransitGatewayRouteTable', 'TransitGatewayRouteTableId'),
  'AWS::EC2::TransitGatewayRouteTableAssociation': async (aws, properties, made) => {
    await aws.run('ec2', 'associate-transit-gateway-route-table', ...both(properties, made));
    return undefined;
  },
  'AWS::EC2::TransitGatewayRouteTablePropagation': async (aws, properties, made) => {
    await aws.run('ec2', 'enable-transit-gateway-route-table-propagation', ...both(properties, made));
    return undefined;
  },
  'AWS::EC2::TransitGatewayRoute': async (aws, { DestinationCidrBlock, TransitGatewayRouteTableId, TransitGatewayAttachmentId, Blackhole }, made) => {
    const target = Blackhole === true ? ['--blackhole'] : ['--transit-gateway-attachment-id', resolve(TransitGatewayAttachmentId, made)];
    await aws.run('ec2', 'create-transit-gateway-route', '--destination-cidr-block', String(DestinationCidrBlock), '--transit-gateway-route-table-id', resolve(TransitGatewayRouteTableId, made), ...target);
    return undefined;
  },
};
