import type { Cidr } from '../address/cidr.ts';
import type { Design } from '../model/design.ts';
import type { ResourceId } from '../model/ids.ts';
import type {
  DbInstance,
  Instance,
  LoadBalancer,
  NatGateway,
  NetworkAcl,
  NetworkInterface,
  Region,
  Resource,
  ResourceKind,
  ResourceOfKind,
  RouteTable,
  SecurityGroup,
  Subnet,
  Vpc,
  VpcEndpoint,
  VpcPeeringConnection,
  VpnConnection,
} from '../model/resources/index.ts';

/** An address as a number: IPv4 as a 32-bit number, IPv6 as a bigint. */
export type AddressNumber = number | bigint;

/** A resource with its id. */
export interface Entry<Value> {
  readonly id: ResourceId;
  readonly value: Value;
}

export interface VpcEntry extends Entry<Vpc> {
  readonly region: Entry<Region> | undefined;
  /** Primary block first, then the further IPv4 and the IPv6 blocks. */
  readonly blocks: readonly Cidr[];
  readonly subnets: SubnetEntry[];
  /** Ids of the attached internet gateways; AWS allows one. */
  readonly internetGateways: ResourceId[];
  readonly virtualPrivateGateways: ResourceId[];
  readonly natGateways: NatGatewayEntry[];
  /** Who holds which private address. */
  readonly owners: Map<AddressNumber, AddressOwner>;
}

/** Which table or ACL a subnet uses, and whether somebody said so. `undefined` where the snapshot lacks it. */
export interface Association<Value, Via extends string> extends Entry<Value> {
  readonly via: 'explicit' | Via;
}

export interface SubnetEntry extends Entry<Subnet> {
  readonly vpc: VpcEntry;
  readonly blocks: readonly Cidr[];
  readonly routeTable: Association<RouteTable, 'main'> | undefined;
  readonly networkAcl: Association<NetworkAcl, 'default'> | undefined;
  readonly interfaces: InterfaceEntry[];
}

/** One private address of an interface and the public one translated to it. */
export interface HeldAddress {
  readonly address: AddressNumber;
  readonly primary: boolean;
  readonly row: string;
  readonly public: { readonly address: number; readonly type: 'auto-assigned' | 'elastic' } | undefined;
}

/** What an interface serves. */
export type InterfaceHolder =
  | { readonly kind: 'instance'; readonly id: ResourceId; readonly instance: Instance }
  | { readonly kind: 'db-instance'; readonly id: ResourceId; readonly db: DbInstance }
  | { readonly kind: 'load-balancer'; readonly id: ResourceId; readonly loadBalancer: LoadBalancer }
  | { readonly kind: 'vpc-endpoint'; readonly id: ResourceId; readonly endpoint: VpcEndpoint }
  | { readonly kind: 'service'; readonly owner: string }
  | { readonly kind: 'none' };

export interface InterfaceEntry extends Entry<NetworkInterface> {
  readonly subnet: SubnetEntry;
  readonly addresses: readonly HeldAddress[];
  readonly groups: readonly Entry<SecurityGroup>[];
  /** Group ids of the interface that are nowhere in the design. */
  readonly unknownGroups: readonly ResourceId[];
  readonly holder: InterfaceHolder;
  /** It stands for an interface that the design does not hold, with a free address of its subnet. */
  readonly isStandIn?: true;
}

export interface InstanceEntry extends Entry<Instance> {
  /** By device index; the first is the primary one. */
  readonly interfaces: InterfaceEntry[];
}

export interface DbInstanceEntry extends Entry<DbInstance> {
  readonly interfaces: InterfaceEntry[];
  /** One for each subnet its address can be in, when no interface of it is known: an interface without an address. */
  readonly standIns: readonly InterfaceEntry[];
}

/** Its interfaces, one in each subnet; those that stand for unknown ones carry its own id. */
export interface LoadBalancerEntry extends Entry<LoadBalancer> {
  readonly interfaces: InterfaceEntry[];
}

export interface VpcEndpointEntry extends Entry<VpcEndpoint> {
  readonly interfaces: InterfaceEntry[];
}

export interface NatGatewayEntry extends Entry<NatGateway> {
  readonly subnet: SubnetEntry | undefined;
  readonly vpc: VpcEntry | undefined;
  readonly addresses: readonly { readonly row: string; readonly private: number | undefined; readonly public: number | undefined }[];
}

export type AddressOwner =
  | { readonly kind: 'interface'; readonly interface: InterfaceEntry; readonly held: HeldAddress }
  | { readonly kind: 'nat-gateway'; readonly natGateway: NatGatewayEntry; readonly privateAddress: number | undefined };

export interface PublicAddressOwner {
  readonly vpc: VpcEntry;
  readonly owner: AddressOwner;
  readonly privateAddress: AddressNumber | undefined;
}

/** A reference that points nowhere: who refers, in which row, to what id. */
export interface DanglingReference {
  readonly at: ResourceId;
  readonly row?: string;
  readonly field: string;
  readonly to: ResourceId;
}

/** Every join over a design, made once. Later stages ask and never search lists. */
export interface Lookup {
  readonly design: Design;
  readonly byKind: { readonly [Kind in ResourceKind]: readonly Entry<ResourceOfKind<Kind>>[] };
  readonly vpcs: ReadonlyMap<ResourceId, VpcEntry>;
  readonly subnets: ReadonlyMap<ResourceId, SubnetEntry>;
  readonly interfaces: ReadonlyMap<ResourceId, InterfaceEntry>;
  readonly instances: ReadonlyMap<ResourceId, InstanceEntry>;
  readonly dbInstances: ReadonlyMap<ResourceId, DbInstanceEntry>;
  readonly loadBalancers: ReadonlyMap<ResourceId, LoadBalancerEntry>;
  readonly vpcEndpoints: ReadonlyMap<ResourceId, VpcEndpointEntry>;
  /** Gateway endpoints by the id of a route table they stand in. */
  readonly gatewayEndpointsOfTable: ReadonlyMap<ResourceId, readonly Entry<VpcEndpoint>[]>;
  readonly natGateways: ReadonlyMap<ResourceId, NatGatewayEntry>;
  /** NAT gateway by the id of its network interface. */
  readonly natGatewayOfInterface: ReadonlyMap<ResourceId, NatGatewayEntry>;
  readonly groupMembers: ReadonlyMap<ResourceId, readonly InterfaceEntry[]>;
  readonly publicAddresses: ReadonlyMap<number, PublicAddressOwner>;
  readonly vpnConnectionsOfGateway: ReadonlyMap<ResourceId, readonly Entry<VpnConnection>[]>;
  /** Peerings by the id of either side's VPC. */
  readonly peeringsOfVpc: ReadonlyMap<ResourceId, readonly Entry<VpcPeeringConnection>[]>;
  readonly danglingReferences: readonly DanglingReference[];
  resource(id: string): Resource | undefined;
  /** The name people know it by: its name, else its id. */
  nameOf(id: string): string;
  /** Whether the snapshot had no file of this kind (`network-acls`, `route-tables`, …). */
  isMissing(files: string): boolean;
}
