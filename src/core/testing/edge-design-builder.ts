import { asResourceId, asRowId } from '../model/ids.ts';
import type { BlockPublicAccessExclusion, NetworkInterface, ResourceKind, ResourceOfKind } from '../model/resources/index.ts';
import { DesignBuilder } from './design-builder.ts';

const id = asResourceId;

interface GivenInterface {
  readonly subnet: string;
  readonly groups: readonly string[];
  readonly address?: string;
  readonly ipv6?: string;
  readonly public?: string;
  /** Instance it is attached to, and as which device. */
  readonly of?: string;
  readonly index?: number;
  readonly check?: boolean;
}

/** A builder of designs with IPv6, several interfaces, regional NAT gateways, tables of gateways and exclusions. */
export class EdgeDesignBuilder extends DesignBuilder {
  /** Changes fields of a resource that was added before. */
  change<Kind extends ResourceKind>(key: string, kind: Kind, given: Partial<Omit<ResourceOfKind<Kind>, 'kind'>>): this {
    const before = this.build().resources[id(key)];
    if (before?.kind !== kind) throw new Error(`${key} is no ${kind}`);
    return this.add(key, { ...before, ...given });
  }

  /** A VPC with an IPv6 block whose default ACL and group let both families pass. */
  dualStackVpc(key: string, cidr: string, ipv6: string): this {
    this.vpc(key, cidr, { ipv6Cidrs: { [asRowId('ipv6-1')]: { cidr: ipv6 } } });
    const all = ['100 allow all from 0.0.0.0/0', '101 allow all from ::/0'];
    return this.networkAcl(`acl-default-${key}`, key, { inbound: all, outbound: all });
  }

  /** A subnet with an IPv6 block; without `cidr` of IPv6 alone. */
  ipv6Subnet(key: string, given: { readonly vpc: string; readonly ipv6: string; readonly cidr?: string; readonly table?: string; readonly zone?: string; readonly dns64?: boolean }): this {
    return this.add(key, {
      kind: 'subnet',
      name: key,
      vpc: id(given.vpc),
      availabilityZone: given.zone ?? 'us-east-1a',
      ipv6Cidr: given.ipv6,
      autoAssignPublicIp: false,
      ...(given.cidr !== undefined && { cidr: given.cidr }),
      ...(given.table !== undefined && { routeTable: id(given.table) }),
      ...(given.dns64 !== undefined && { enableDns64: given.dns64 }),
    });
  }

  networkInterface(key: string, given: GivenInterface): this {
    const translated = given.public === undefined ? {} : { public: { address: given.public, type: 'elastic' as const } };
    const value: NetworkInterface = {
      kind: 'network-interface',
      name: '',
      subnet: id(given.subnet),
      ...(given.of !== undefined && { attachment: { resource: id(given.of), deviceIndex: given.index ?? 0 } }),
      addresses: given.address === undefined ? {} : { [asRowId('address-1')]: { address: given.address, primary: true, ...translated } },
      ipv6Addresses: given.ipv6 === undefined ? {} : { [asRowId('ipv6-1')]: { address: given.ipv6 } },
      securityGroups: given.groups.map(id),
      sourceDestinationCheck: given.check ?? true,
    };
    return this.add(key, value);
  }

  /** An instance with one interface `eni-<key>` that may have addresses of both families. */
  machine(key: string, given: Omit<GivenInterface, 'of' | 'index'>): this {
    this.add(key, { kind: 'instance', name: key, operatingSystem: 'amazon-linux-2023', instanceType: 't3.micro', state: 'running' });
    return this.networkInterface(`eni-${key}`, { ...given, of: key });
  }

  /** A public regional NAT gateway with an address in each of the zones. */
  regionalNatGateway(key: string, given: { readonly vpc: string; readonly zones: Readonly<Record<string, string>>; readonly table?: string; readonly isAutomatic?: boolean }): this {
    const rows = Object.entries(given.zones).map(([availabilityZone, publicAddress], index) => [asRowId(`address-${index + 1}`), { publicAddress, availabilityZone }] as const);
    return this.add(key, {
      kind: 'nat-gateway',
      name: key,
      connectivity: 'public',
      availability: 'regional',
      vpc: id(given.vpc),
      ...(given.table !== undefined && { routeTable: id(given.table) }),
      autoProvisionZones: given.isAutomatic ?? false,
      state: 'available',
      addresses: Object.fromEntries(rows),
    });
  }

  /** Makes a table the one of gateways. */
  edgeTable(key: string, gateways: readonly string[]): this {
    return this.change(key, 'route-table', { gateways: gateways.map(id) });
  }

  blockPublicAccess(mode: 'block-bidirectional' | 'block-ingress', exclusions: readonly BlockPublicAccessExclusion[] = []): this {
    return this.change('us-east-1', 'region', { blockPublicAccess: mode, blockPublicAccessExclusions: Object.fromEntries(exclusions.map((exclusion, index) => [asRowId(`exclusion-${index + 1}`), exclusion])) });
  }
}
