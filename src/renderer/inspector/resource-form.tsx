import { assertNever } from '@core/model/assert-never.ts';
import type { ResourceId } from '@core/model/ids.ts';
import type { Resource } from '@core/model/resources/index.ts';
import { ClientForm } from './client-form.tsx';
import { CustomerGatewayForm } from './customer-gateway-form.tsx';
import { DbInstanceForm } from './db-instance-form.tsx';
import { DbSubnetGroupForm } from './db-subnet-group-form.tsx';
import { EgressOnlyInternetGatewayForm } from './egress-only-internet-gateway-form.tsx';
import { ElasticIpForm } from './elastic-ip-form.tsx';
import { InstanceForm } from './instance-form.tsx';
import { InternetForm } from './internet-form.tsx';
import { InternetGatewayForm } from './internet-gateway-form.tsx';
import { LoadBalancerForm } from './service/load-balancer-form.tsx';
import { NatGatewayForm } from './nat-gateway-form.tsx';
import { NetworkAclForm } from './network-acl-form.tsx';
import { NetworkInterfaceForm } from './network-interface-form.tsx';
import { OnPremisesNetworkForm } from './on-premises-network-form.tsx';
import { RegionForm } from './region-form.tsx';
import { RouteTableForm } from './route-table-form.tsx';
import { SecurityGroupForm } from './security-group-form.tsx';
import { SubnetForm } from './subnet-form.tsx';
import { TargetGroupForm } from './service/target-group-form.tsx';
import { VpcEndpointForm } from './service/vpc-endpoint-form.tsx';
import { DirectConnectGatewayForm } from './transit/direct-connect-gateway-form.tsx';
import { TransitAttachmentForm } from './transit/transit-attachment-form.tsx';
import { TransitGatewayForm } from './transit/transit-gateway-form.tsx';
import { TransitRouteTableForm } from './transit/transit-route-table-form.tsx';
import { VirtualInterfaceForm } from './transit/virtual-interface-form.tsx';
import { UnmodelledForm } from './unmodelled-form.tsx';
import { VirtualPrivateGatewayForm } from './virtual-private-gateway-form.tsx';
import { IamRoleForm } from './iam-role-form.tsx';
import { PrefixListForm } from './prefix-list-form.tsx';
import { VpcPeeringConnectionForm } from './vpc-peering-connection-form.tsx';
import { VpcForm } from './vpc-form.tsx';
import { VpnConnectionForm } from './vpn-connection-form.tsx';

/** The form of a resource's kind. */
export function ResourceForm({ id, value }: { readonly id: ResourceId; readonly value: Resource }) {
  switch (value.kind) {
    case 'region':
      return <RegionForm id={id} value={value} />;
    case 'vpc':
      return <VpcForm id={id} value={value} />;
    case 'subnet':
      return <SubnetForm id={id} value={value} />;
    case 'route-table':
      return <RouteTableForm id={id} value={value} />;
    case 'internet-gateway':
      return <InternetGatewayForm id={id} value={value} />;
    case 'egress-only-internet-gateway':
      return <EgressOnlyInternetGatewayForm id={id} value={value} />;
    case 'nat-gateway':
      return <NatGatewayForm id={id} value={value} />;
    case 'virtual-private-gateway':
      return <VirtualPrivateGatewayForm id={id} value={value} />;
    case 'customer-gateway':
      return <CustomerGatewayForm id={id} value={value} />;
    case 'vpn-connection':
      return <VpnConnectionForm id={id} value={value} />;
    case 'vpc-peering-connection':
      return <VpcPeeringConnectionForm id={id} value={value} />;
    case 'prefix-list':
      return <PrefixListForm id={id} value={value} />;
    case 'transit-gateway':
      return <TransitGatewayForm id={id} value={value} />;
    case 'transit-gateway-route-table':
      return <TransitRouteTableForm id={id} value={value} />;
    case 'transit-gateway-attachment':
      return <TransitAttachmentForm id={id} value={value} />;
    case 'direct-connect-gateway':
      return <DirectConnectGatewayForm id={id} value={value} />;
    case 'virtual-interface':
      return <VirtualInterfaceForm id={id} value={value} />;
    case 'load-balancer':
      return <LoadBalancerForm id={id} value={value} />;
    case 'target-group':
      return <TargetGroupForm id={id} value={value} />;
    case 'vpc-endpoint':
      return <VpcEndpointForm id={id} value={value} />;
    case 'network-acl':
      return <NetworkAclForm id={id} value={value} />;
    case 'security-group':
      return <SecurityGroupForm id={id} value={value} />;
    case 'instance':
      return <InstanceForm id={id} value={value} />;
    case 'network-interface':
      return <NetworkInterfaceForm id={id} value={value} />;
    case 'elastic-ip':
      return <ElasticIpForm id={id} value={value} />;
    case 'db-subnet-group':
      return <DbSubnetGroupForm id={id} value={value} />;
    case 'db-instance':
      return <DbInstanceForm id={id} value={value} />;
    case 'on-premises-network':
      return <OnPremisesNetworkForm id={id} value={value} />;
    case 'client':
      return <ClientForm id={id} value={value} />;
    case 'internet':
      return <InternetForm id={id} value={value} />;
    case 'iam-role':
      return <IamRoleForm id={id} value={value} />;
    case 'unmodelled':
      return <UnmodelledForm id={id} value={value} />;
    default:
      return assertNever(value);
  }
}
