import { emptyDesign, type Design } from '../model/design.ts';
import { asResourceId, asRowId } from '../model/ids.ts';
import type { RuleTraffic } from '../model/fields.ts';
import type { GroupPeer, Instance, NetworkAclRule, PeeringSide, Resource, ResourceKind, ResourceOfKind, Route, SecurityGroupRule, TransitGatewayRoute } from '../model/resources/index.ts';
import { loadBalancer, targetGroup, vpcEndpoint, type LoadBalancerWords, type TargetGroupWords } from './service-parts.ts';

const id = asResourceId;

type Given<Kind extends ResourceKind> = Partial<Omit<ResourceOfKind<Kind>, 'kind'>>;

/** `tcp 443`, `udp 53`, `tcp 1024-65535`, `icmp`, `all` as the traffic half of a rule. */
export function traffic(text: string): RuleTraffic {
  const [protocol = 'all', ports] = text.split(' ');
  const word = protocol as 'tcp' | 'udp' | 'icmp' | 'all';
  if (ports === undefined) return { protocol: word };
  const [from = '0', to = from] = ports.split('-');
  return { protocol: word, fromPort: Number(from), toPort: Number(to) };
}

/** A CIDR, the id of a group (`sg-…`, or `sg-…@ACCOUNT` of another account), or of a prefix list (`pl-…`). */
export function peer(text: string): GroupPeer {
  if (text.startsWith('pl-')) return { prefixList: id(text) };
  if (!text.startsWith('sg-')) return { cidr: text };
  const [group = text, account] = text.split('@');
  return account === undefined ? { group: id(group) } : { group: id(group), account };
}

/** Rules of a security group from lines such as `tcp 443 from 0.0.0.0/0`. */
export function groupRules(prefix: 'in' | 'out', lines: readonly string[]): Record<ReturnType<typeof asRowId>, SecurityGroupRule> {
  return Object.fromEntries(
    lines.map((line, index) => {
      const [what = 'all', who = '0.0.0.0/0'] = line.split(/ (?:from|to) /);
      return [asRowId(`${prefix}-${index + 1}`), { ...traffic(what), peer: peer(who) }];
    }),
  );
}

/** Rules of a network ACL from lines such as `100 allow tcp 443 from 0.0.0.0/0`. */
export function aclRules(prefix: 'in' | 'out', lines: readonly string[]): Record<ReturnType<typeof asRowId>, NetworkAclRule> {
  return Object.fromEntries(
    lines.map((line) => {
      const [number = '100', action = 'allow', ...rest] = line.split(' ');
      const [what = 'all', cidr = '0.0.0.0/0'] = rest.join(' ').split(/ (?:from|to) /);
      const rule: NetworkAclRule = { ...traffic(what), number: Number(number), action: action === 'deny' ? 'deny' : 'allow', cidr };
      return [asRowId(`${prefix}-${number}`), rule];
    }),
  );
}

/** Routes from lines such as `0.0.0.0/0 -> igw-1` and `10.9.0.0/16 -> vgw-1 propagated`. */
export function routes(lines: readonly string[]): Record<ReturnType<typeof asRowId>, Route> {
  return Object.fromEntries(
    lines.map((line, index) => {
      const [destination = '0.0.0.0/0', , target = 'local', ...words] = line.split(' ');
      const route: Route = { destination, target: target === 'local' ? 'local' : id(target), origin: words.includes('propagated') ? 'propagated' : 'static' };
      return [asRowId(`route-${index + 1}`), words.includes('blackhole') ? { ...route, state: 'blackhole' } : route];
    }),
  );
}

/** Routes of a transit gateway's table from lines such as `10.2.0.0/16 -> tgw-attach-b` and `10.9.0.0/16 -> blackhole`. */
export function transitRoutes(lines: readonly string[]): Record<ReturnType<typeof asRowId>, TransitGatewayRoute> {
  return Object.fromEntries(
    lines.map((line, index) => {
      const [destination = '0.0.0.0/0', , target = 'blackhole', ...words] = line.split(' ');
      const origin = words.includes('propagated') ? ('propagated' as const) : ('static' as const);
      const route: TransitGatewayRoute = target === 'blackhole' ? { destination, origin, state: 'blackhole' } : { destination, origin, attachment: id(target) };
      return [asRowId(`route-${index + 1}`), route];
    }),
  );
}

/** Builds small designs for tests: every method adds one resource under the id it is given and returns the builder. */
export class DesignBuilder {
  private readonly resources: Record<string, Resource> = {};

  private put(key: string, resource: Resource): this {
    this.resources[key] = resource;
    return this;
  }

  region(key = 'us-east-1', given: Given<'region'> = {}): this {
    return this.put(key, { kind: 'region', name: key, code: key, ...given });
  }

  /** A VPC with a main table `rtb-main-<key>`, a default ACL that allows all and a default group. */
  vpc(key: string, cidr: string, given: Given<'vpc'> = {}): this {
    const [table, acl, group] = [`rtb-main-${key}`, `acl-default-${key}`, `sg-default-${key}`];
    this.put(key, {
      kind: 'vpc',
      name: key,
      region: id('us-east-1'),
      cidr,
      secondaryCidrs: {},
      ipv6Cidrs: {},
      availabilityZones: ['us-east-1a', 'us-east-1b'],
      enableDnsSupport: true,
      enableDnsHostnames: true,
      mainRouteTable: id(table),
      defaultNetworkAcl: id(acl),
      defaultSecurityGroup: id(group),
      ...given,
    });
    this.routeTable(table, key, []);
    this.networkAcl(acl, key, { inbound: ['100 allow all from 0.0.0.0/0'], outbound: ['100 allow all to 0.0.0.0/0'] });
    return this.group(group, key, { inbound: [`all from ${group}`], outbound: ['all to 0.0.0.0/0'] });
  }

  subnet(key: string, given: { readonly vpc: string; readonly cidr: string; readonly zone?: string; readonly table?: string; readonly acl?: string; readonly autoAssign?: boolean }): this {
    return this.put(key, {
      kind: 'subnet',
      name: key,
      vpc: id(given.vpc),
      availabilityZone: given.zone ?? 'us-east-1a',
      cidr: given.cidr,
      autoAssignPublicIp: given.autoAssign ?? false,
      ...(given.table !== undefined && { routeTable: id(given.table) }),
      ...(given.acl !== undefined && { networkAcl: id(given.acl) }),
    });
  }

  routeTable(key: string, vpc: string, lines: readonly string[], propagating: readonly string[] = []): this {
    return this.put(key, { kind: 'route-table', name: key, vpc: id(vpc), routes: routes(lines), propagatingGateways: propagating.map(id) });
  }

  egressOnlyInternetGateway(key: string, vpc?: string): this {
    return this.put(key, { kind: 'egress-only-internet-gateway', name: key, region: id('us-east-1'), ...(vpc !== undefined && { vpc: id(vpc) }) });
  }

  internetGateway(key: string, vpc?: string): this {
    return this.put(key, { kind: 'internet-gateway', name: key, region: id('us-east-1'), ...(vpc !== undefined && { vpc: id(vpc) }) });
  }

  natGateway(key: string, given: { readonly subnet: string; readonly address: string; readonly public?: string; readonly state?: ResourceOfKind<'nat-gateway'>['state'] }): this {
    const address = { privateAddress: given.address, ...(given.public !== undefined && { publicAddress: given.public }) };
    return this.put(key, {
      kind: 'nat-gateway',
      name: key,
      connectivity: given.public === undefined ? 'private' : 'public',
      availability: 'zonal',
      subnet: id(given.subnet),
      state: given.state ?? 'available',
      addresses: { [asRowId('address-1')]: address },
    });
  }

  virtualPrivateGateway(key: string, vpc?: string): this {
    return this.put(key, { kind: 'virtual-private-gateway', name: key, region: id('us-east-1'), ...(vpc !== undefined && { vpc: id(vpc) }) });
  }

  /** An office behind a static or BGP VPN: network `onprem-<key>`, customer gateway `cgw-<key>`, connection `vpn-<key>`. */
  office(key: string, given: { readonly gateway: string; readonly cidr: string; readonly staticRoutes?: readonly string[] }): this {
    this.put(`onprem-${key}`, { kind: 'on-premises-network', name: key, cidrs: { [asRowId('cidr-1')]: { cidr: given.cidr } } });
    this.put(`cgw-${key}`, { kind: 'customer-gateway', name: `cgw-${key}`, region: id('us-east-1'), address: '198.51.100.9', onPremises: id(`onprem-${key}`) });
    return this.put(`vpn-${key}`, {
      kind: 'vpn-connection',
      name: `vpn-${key}`,
      customerGateway: id(`cgw-${key}`),
      gateway: id(given.gateway),
      routing: given.staticRoutes === undefined ? 'bgp' : 'static',
      staticRoutes: Object.fromEntries((given.staticRoutes ?? []).map((cidr, index) => [asRowId(`static-${index + 1}`), { cidr }])),
      tunnels: {},
      state: 'available',
    });
  }

  /** A peering of two VPCs, active unless another state is given; `far` describes a side whose VPC is not in the design. */
  peering(key: string, sides: { readonly requester: string; readonly accepter?: string; readonly far?: Partial<PeeringSide>; readonly state?: ResourceOfKind<'vpc-peering-connection'>['state'] }): this {
    const side = (vpc: string): PeeringSide => ({ vpc: id(vpc), cidrs: [] });
    const accepter: PeeringSide = sides.accepter === undefined ? { cidrs: [], ...sides.far } : side(sides.accepter);
    return this.put(key, { kind: 'vpc-peering-connection', name: key, requester: side(sides.requester), accepter, state: sides.state ?? 'active' });
  }

  /** A prefix list with these blocks; without them it is not known what it holds. */
  prefixList(key: string, cidrs?: readonly string[], given: Given<'prefix-list'> = {}): this {
    const entries = cidrs && Object.fromEntries(cidrs.map((cidr, index) => [asRowId(`entry-${index + 1}`), { cidr }]));
    return this.put(key, { kind: 'prefix-list', name: key, region: id('us-east-1'), ...(entries && { entries }), ...given });
  }

  /** A transit gateway with a table `tgw-rtb-<key>` that new attachments are associated with and propagate to. */
  transitGateway(key: string, given: Given<'transit-gateway'> = {}): this {
    this.put(key, { kind: 'transit-gateway', name: key, region: id('us-east-1'), defaultAssociationRouteTable: id(`tgw-rtb-${key}`), defaultPropagationRouteTable: id(`tgw-rtb-${key}`), state: 'available', ...given });
    return this.transitTable(`tgw-rtb-${key}`, key, []);
  }

  /** A transit gateway without any table. */
  bareTransitGateway(key: string): this {
    return this.put(key, { kind: 'transit-gateway', name: key, region: id('us-east-1'), state: 'available' });
  }

  /** A table of a transit gateway, with routes such as `10.2.0.0/16 -> tgw-attach-b` and `10.9.0.0/16 -> blackhole`. */
  transitTable(key: string, gateway: string, lines: readonly string[], given: { readonly propagations?: readonly string[]; readonly routesKnown?: boolean } = {}): this {
    return this.put(key, { kind: 'transit-gateway-route-table', name: key, transitGateway: id(gateway), state: 'available', ...given, routes: transitRoutes(lines), propagations: (given.propagations ?? []).map(id) });
  }

  /** An attachment; of type `vpc` while nothing else is said, associated with the default table of its transit gateway. */
  attachment(key: string, gateway: string, given: Omit<Given<'transit-gateway-attachment'>, 'subnets' | 'vpc' | 'routeTable' | 'vpnConnection' | 'directConnectGateway'> & { readonly vpc?: string; readonly subnets?: readonly string[]; readonly table?: string | null; readonly vpnConnection?: string; readonly directConnectGateway?: string }): this {
    const { vpc, subnets, table, vpnConnection, directConnectGateway, ...rest } = given;
    return this.put(key, {
      kind: 'transit-gateway-attachment',
      name: key,
      transitGateway: id(gateway),
      type: 'vpc',
      state: 'available',
      ...rest,
      subnets: (subnets ?? []).map(id),
      ...(vpc !== undefined && { vpc: id(vpc) }),
      ...(vpnConnection !== undefined && { vpnConnection: id(vpnConnection) }),
      ...(directConnectGateway !== undefined && { directConnectGateway: id(directConnectGateway) }),
      ...(table !== null && { routeTable: id(table ?? `tgw-rtb-${gateway}`) }),
    });
  }

  /** A Direct Connect gateway with an association for each gateway: `{ 'vgw-1': ['10.1.0.0/16'] }`. */
  directConnectGateway(key: string, prefixes: Readonly<Record<string, readonly string[]>>): this {
    const associations: ResourceOfKind<'direct-connect-gateway'>['associations'] = {};
    for (const [index, [gateway, allowed]] of Object.entries(prefixes).entries()) {
      associations[asRowId(`association-${index + 1}`)] = { gateway: id(gateway), allowedPrefixes: [...allowed], state: 'associated' };
    }
    return this.put(key, { kind: 'direct-connect-gateway', name: key, state: 'available', associations });
  }

  /** A virtual interface that ends at a gateway, with the network `onprem-<key>` at its far end. */
  virtualInterface(key: string, gateway: string, given: { readonly cidr?: string; readonly routes?: readonly string[] } & Omit<Given<'virtual-interface'>, 'routes' | 'gateway'> = {}): this {
    const { cidr, routes: announced, ...rest } = given;
    if (cidr !== undefined) this.put(`onprem-${key}`, { kind: 'on-premises-network', name: `onprem-${key}`, cidrs: { [asRowId('cidr-1')]: { cidr } } });
    return this.put(key, {
      kind: 'virtual-interface',
      name: key,
      region: id('us-east-1'),
      type: 'private',
      state: 'available',
      ...rest,
      gateway: id(gateway),
      ...(cidr !== undefined && { onPremises: id(`onprem-${key}`) }),
      routes: Object.fromEntries((announced ?? []).map((block, index) => [asRowId(`route-${index + 1}`), { cidr: block }])),
    });
  }

  networkAcl(key: string, vpc: string, rules: { readonly inbound: readonly string[]; readonly outbound: readonly string[] }): this {
    return this.put(key, { kind: 'network-acl', name: key, vpc: id(vpc), inbound: aclRules('in', rules.inbound), outbound: aclRules('out', rules.outbound) });
  }

  group(key: string, vpc: string, rules: { readonly inbound: readonly string[]; readonly outbound?: readonly string[] }): this {
    return this.put(key, { kind: 'security-group', name: key, vpc: id(vpc), inbound: groupRules('in', rules.inbound), outbound: groupRules('out', rules.outbound ?? ['all to 0.0.0.0/0']) });
  }

  /** An instance with one interface `eni-<key>`. */
  instance(key: string, given: { readonly subnet: string; readonly address: string; readonly groups: readonly string[]; readonly public?: string; readonly isElastic?: boolean } & { readonly more?: Partial<Instance> }): this {
    this.put(key, { kind: 'instance', name: key, operatingSystem: 'amazon-linux-2023', instanceType: 't3.micro', state: 'running', ...given.more });
    const translated = given.public === undefined ? {} : { public: { address: given.public, type: given.isElastic === true ? ('elastic' as const) : ('auto-assigned' as const) } };
    return this.put(`eni-${key}`, {
      kind: 'network-interface',
      name: '',
      subnet: id(given.subnet),
      attachment: { resource: id(key), deviceIndex: 0 },
      addresses: { [asRowId('address-1')]: { address: given.address, primary: true, ...translated } },
      ipv6Addresses: {},
      securityGroups: given.groups.map(id),
      sourceDestinationCheck: true,
    });
  }

  /** A load balancer with listeners such as `HTTP 80 -> tg-web`. */
  loadBalancer(key: string, given: LoadBalancerWords): this {
    return this.put(key, loadBalancer(key, given));
  }

  /** A target group that takes `HTTP 8080`, with the ids of its targets. */
  targetGroup(key: string, given: TargetGroupWords): this {
    return this.put(key, targetGroup(key, given));
  }

  /** A gateway endpoint in `tables`, or an interface endpoint in `subnets`. */
  vpcEndpoint(key: string, given: Parameters<typeof vpcEndpoint>[1]): this {
    return this.put(key, vpcEndpoint(key, given));
  }

  /** Any other resource, whole. */
  add(key: string, resource: Resource): this {
    return this.put(key, resource);
  }

  build(name = 'test'): Design {
    return { ...emptyDesign(name), resources: this.resources };
  }
}

