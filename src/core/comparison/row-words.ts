import { describeTraffic } from '../editing/rule-traffic.ts';
import type { RuleTraffic } from '../model/fields.ts';
import type { GroupPeer, ResourceKind, ResourceOfKind } from '../model/resources/index.ts';
import { describeValue, isObject, type NameOf } from './describe-value.ts';
import { nameOfField } from './field-names.ts';

/** How the rows of one table of one kind are told. */
export interface RowTable {
  /** What makes a row of the one version the same row, changed, in the other. */
  readonly keyOf: (row: unknown) => string | undefined;
  readonly describe: (row: unknown, nameOf: NameOf) => string;
}

type FieldOf<Kind extends ResourceKind> = keyof ResourceOfKind<Kind> & string;
type RowOf<Kind extends ResourceKind, Field extends FieldOf<Kind>> = NonNullable<ResourceOfKind<Kind>[Field]> extends Readonly<Record<string, infer Row>> ? Row : never;

interface Given<Row> {
  readonly key?: (row: Row) => string | number | undefined;
  readonly words: (row: Row, nameOf: NameOf) => string;
  /** The properties that the words tell. All others follow behind, so that nothing that differs is left unsaid. */
  readonly told: readonly (keyof Row)[];
}

function describeRest(row: unknown, told: readonly PropertyKey[], nameOf: NameOf): readonly string[] {
  if (!isObject(row)) return [];
  const left = Object.keys(row).filter((key) => !told.includes(key) && row[key] !== undefined && row[key] !== false);
  return left.map((key) => {
    const name = nameOfField(undefined, key);
    const spoken = /^[A-Z][a-z]/.test(name) ? `${name.charAt(0).toLowerCase()}${name.slice(1)}` : name;
    return row[key] === true ? spoken : `${spoken} ${describeValue(row[key], nameOf)}`;
  });
}

function tell<Kind extends ResourceKind, Field extends FieldOf<Kind>>(kind: Kind, field: Field, { key, words, told }: Given<RowOf<Kind, Field>>): readonly [string, RowTable] {
  type Row = RowOf<Kind, Field>;
  const table: RowTable = {
    keyOf: (row) => key?.(row as Row)?.toString(),
    describe: (row, nameOf) => [words(row as Row, nameOf), ...describeRest(row, told as readonly PropertyKey[], nameOf)].filter((part) => part !== '').join(', '),
  };
  return [`${kind} ${field}`, table];
}

const PORTS = ['protocol', 'fromPort', 'toPort'] as const satisfies readonly (keyof RuleTraffic)[];
const TRAFFIC = [...PORTS, 'icmpType'] as const;
const quoted = (text: string | undefined): string => (text === undefined || text === '' ? '' : ` “${text}”`);

function describePeer(peer: GroupPeer, nameOf: NameOf): string {
  if ('cidr' in peer) return peer.cidr;
  if ('prefixList' in peer) return nameOf(peer.prefixList);
  const { group, account, peering } = peer;
  const beyond = [...(account === undefined ? [] : [`account ${account}`]), ...(peering === undefined ? [] : [`over ${nameOf(peering)}`])];
  return beyond.length === 0 ? nameOf(group) : `${nameOf(group)} (${beyond.join(', ')})`;
}

const byCidr: Given<{ readonly cidr: string }> = { key: ({ cidr }) => cidr, words: ({ cidr }) => cidr, told: ['cidr'] };
const byAddress: Given<{ readonly address: string }> = { key: ({ address }) => address, words: ({ address }) => address, told: ['address'] };
const byPorts: Given<RuleTraffic> = { words: describeTraffic, told: PORTS };

const PREPOSITION = { inbound: 'from', outbound: 'to' } as const;
const directions = ['inbound', 'outbound'] as const;

const aclRules = directions.map((direction) =>
  tell('network-acl', direction, {
    key: ({ number }) => number,
    words: (rule) => `${rule.number} ${rule.action} ${describeTraffic(rule)} ${PREPOSITION[direction]} ${rule.cidr}`,
    told: [...TRAFFIC, 'number', 'action', 'cidr'],
  }),
);
const groupRules = directions.map((direction) =>
  tell('security-group', direction, {
    words: (rule, nameOf) => `${describeTraffic(rule)} ${PREPOSITION[direction]} ${describePeer(rule.peer, nameOf)}${quoted(rule.description)}`,
    told: [...TRAFFIC, 'peer', 'description'],
  }),
);

/** Rows of other tables than these are told by all their properties. */
const tables: ReadonlyMap<string, RowTable> = new Map([
  ...aclRules,
  ...groupRules,
  tell('route-table', 'routes', {
    key: ({ destination }) => destination,
    words: ({ destination, target, origin }, nameOf) => `${nameOf(destination)} to ${nameOf(target)}${origin === 'propagated' ? ' (propagated)' : ''}`,
    told: ['destination', 'target', 'origin'],
  }),
  tell('transit-gateway-route-table', 'routes', {
    key: ({ destination }) => destination,
    words: ({ destination, attachment, origin }, nameOf) => `${destination} to ${attachment === undefined ? 'nowhere' : nameOf(attachment)}${origin === 'propagated' ? ' (propagated)' : ''}`,
    told: ['destination', 'attachment', 'origin'],
  }),
  tell('instance', 'services', {
    words: ({ name, protocol, port, bindAddress, running }) => `${name} ${protocol.toUpperCase()} ${port} on ${bindAddress}${running ? '' : ', not running'}`,
    told: ['name', 'protocol', 'port', 'bindAddress', 'running'],
  }),
  tell('network-interface', 'addresses', {
    key: ({ address }) => address,
    words: ({ address, primary, public: held }) => `${address}${primary ? ' (primary)' : ''}${held === undefined ? '' : `, public ${held.address} (${held.type === 'elastic' ? 'Elastic IP' : 'auto-assigned'})`}`,
    told: ['address', 'primary', 'public'],
  }),
  tell('nat-gateway', 'addresses', {
    key: ({ privateAddress }) => privateAddress,
    words: ({ privateAddress, publicAddress, primary }) => [privateAddress, publicAddress === undefined ? undefined : `public ${publicAddress}`, primary === true ? 'primary' : undefined].filter((part) => part !== undefined).join(', '),
    told: ['privateAddress', 'publicAddress', 'primary'],
  }),
  tell('network-interface', 'ipv6Addresses', byAddress),
  tell('network-interface', 'prefixes', byCidr),
  tell('vpc', 'secondaryCidrs', byCidr),
  tell('vpc', 'ipv6Cidrs', byCidr),
  tell('on-premises-network', 'cidrs', byCidr),
  tell('on-premises-network', 'blockedPorts', byPorts),
  tell('client', 'blockedPorts', byPorts),
  tell('client', 'formerAddresses', byAddress),
  tell('prefix-list', 'entries', { key: ({ cidr }) => cidr, words: ({ cidr, description }) => `${cidr}${quoted(description)}`, told: ['cidr', 'description'] }),
  tell('vpn-connection', 'staticRoutes', byCidr),
  tell('vpn-connection', 'tunnels', { key: ({ outsideAddress }) => outsideAddress, words: ({ outsideAddress, status }) => `${outsideAddress === undefined ? '' : `${outsideAddress} `}${status}`, told: ['outsideAddress', 'status'] }),
  tell('virtual-interface', 'routes', byCidr),
  tell('direct-connect-gateway', 'associations', {
    key: ({ gateway }) => gateway,
    words: ({ gateway, state, allowedPrefixes }, nameOf) => `${nameOf(gateway)} ${state}${allowedPrefixes.length === 0 ? '' : `, allowed prefixes ${[...allowedPrefixes].sort().join(', ')}`}`,
    told: ['gateway', 'state', 'allowedPrefixes'],
  }),
  tell('load-balancer', 'listeners', {
    key: ({ protocol, port }) => `${protocol} ${port}`,
    words: ({ protocol, port, targetGroups }, nameOf) => `${protocol} ${port}${targetGroups.length === 0 ? '' : ` to ${targetGroups.map(nameOf).sort().join(', ')}`}`,
    told: ['protocol', 'port', 'targetGroups'],
  }),
  tell('target-group', 'targets', {
    key: ({ target, port }) => `${target} ${port ?? ''}`,
    words: ({ target, port, health }, nameOf) => `${nameOf(target)}${port === undefined ? '' : ` port ${port}`}${health === undefined ? '' : ` (${health})`}`,
    told: ['target', 'port', 'health'],
  }),
  tell('iam-role', 'policies', { key: ({ name }) => name, words: ({ name }) => name, told: ['name'] }),
  tell('iam-role', 'resourcePolicies', { key: ({ resource }) => resource, words: ({ resource }) => resource, told: ['resource'] }),
  tell('region', 'blockPublicAccessExclusions', {
    key: ({ vpc, subnet }) => subnet ?? vpc,
    words: ({ vpc, subnet, mode }, nameOf) => `${nameOf(subnet ?? vpc ?? '')} ${mode}`,
    told: ['vpc', 'subnet', 'mode'],
  }),
]);

/** How the rows of a table are told; `undefined` for a property that is no table. */
export const rowTableOf = (kind: ResourceKind, field: string): RowTable | undefined => tables.get(`${kind} ${field}`);
