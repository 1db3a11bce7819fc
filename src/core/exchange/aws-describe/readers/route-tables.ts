import { z } from 'zod';
import { parseCidr } from '../../../address/cidr.ts';
import { asResourceId } from '../../../model/ids.ts';
import { routeSchema } from '../../../model/resources/route-table.ts';
import type { Vpc } from '../../../model/resources/index.ts';
import { readCommonFields } from '../common-fields.ts';
import { defineReader, type Entry } from '../define-reader.ts';
import type { Draft } from '../draft.ts';
import { makeRows } from '../make-rows.ts';
import { noteMissing } from '../note-missing.ts';
import { flag, listOf, optionalText, stateField, text } from '../record-fields.ts';
import { textIn, type AwsRecord } from '../record.ts';

const tableFields = z.object({
  RouteTableId: text,
  VpcId: text,
  Associations: listOf(
    z.object({
      Main: flag.default(false),
      RouteTableAssociationId: optionalText,
      SubnetId: optionalText,
      GatewayId: optionalText,
      AssociationState: stateField,
    }),
  ),
  PropagatingVgws: listOf(z.object({ GatewayId: text })),
  Routes: listOf(z.record(z.string(), z.unknown())),
});
type TableFields = z.infer<typeof tableFields>;

/**
 * The fields that name a target, the telling ones first: AWS prints the instance beside its interface.
 * https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_Route.html
 */
const TARGET_FIELDS = [
  'NatGatewayId',
  'VpcPeeringConnectionId',
  'TransitGatewayId',
  'EgressOnlyInternetGatewayId',
  'NetworkInterfaceId',
  'InstanceId',
  'VpcEndpointId',
  'LocalGatewayId',
  'CarrierGatewayId',
  'CoreNetworkArn',
  'OdbNetworkArn',
  'GatewayId',
];
const NOT_TARGETS = ['InstanceOwnerId', 'DestinationPrefixListId'];
/** Stands for the target of a route that names none: what it led to is deleted. */
export const NO_TARGET = 'deleted-target';

function targetOf(route: AwsRecord): string {
  const known = textIn(route, ...TARGET_FIELDS);
  if (known !== undefined) return known;
  const other = Object.keys(route).find((key) => /(?:Id|Arn)$/.test(key) && !NOT_TARGETS.includes(key) && textIn(route, key) !== undefined);
  return (other === undefined ? undefined : textIn(route, other)) ?? NO_TARGET;
}

const canonical = (cidr: string): string => {
  const parsed = parseCidr(cidr);
  return parsed.ok ? parsed.canonical : cidr;
};

/** Whether a route is the `local` one that every table has for a block of its VPC. A VPC that is in no file is believed. */
function isImplied(destination: string | undefined, target: string, vpc: Vpc | undefined): boolean {
  if (target !== 'local' || destination === undefined) return false;
  if (!vpc) return true;
  const blocks = [vpc.cidr, ...[...Object.values(vpc.secondaryCidrs), ...Object.values(vpc.ipv6Cidrs)].map(({ cidr }) => cidr)];
  return blocks.includes(canonical(destination));
}

function readRoutes(routes: TableFields['Routes'], vpc: Vpc | undefined): readonly unknown[] {
  return routes.flatMap((route) => {
    const destination = textIn(route, 'DestinationCidrBlock', 'DestinationIpv6CidrBlock', 'DestinationPrefixListId');
    const target = targetOf(route);
    if (isImplied(destination, target, vpc)) return [];
    const state = textIn(route, 'State');
    return [
      {
        destination,
        target,
        origin: textIn(route, 'Origin') === 'EnableVgwRoutePropagation' ? 'propagated' : 'static',
        ...(state === 'active' || state === 'blackhole' ? { state } : {}),
      },
    ];
  });
}

const isCurrent = ({ AssociationState }: TableFields['Associations'][number]): boolean => AssociationState?.State === undefined || AssociationState.State === 'associated' || AssociationState.State === 'associating';

function readAssociations(draft: Draft, entry: Entry<TableFields>): void {
  const table = asResourceId(entry.id);
  for (const association of entry.fields.Associations) {
    if (!isCurrent(association)) continue;
    if (association.Main) draft.change(entry.fields.VpcId, 'vpc', (vpc) => ({ ...vpc, mainRouteTable: table }));
    const { SubnetId } = association;
    if (SubnetId !== undefined && !draft.change(SubnetId, 'subnet', (subnet) => ({ ...subnet, routeTable: table }))) {
      noteMissing(draft, SubnetId, entry.id);
    }
  }
}

/** Route tables with their routes; `local` routes are left out, because every table has them. */
export const routeTables = defineReader({
  key: 'RouteTables',
  call: 'ec2 describe-route-tables',
  nouns: { one: 'route table', many: 'route tables' },
  idOf: ({ record }) => textIn(record, 'RouteTableId'),
  fields: tableFields,
  read: (entry, draft) => {
    const { VpcId, Routes, PropagatingVgws, Associations } = entry.fields;
    const gateways = Associations.flatMap((association) => (isCurrent(association) && association.GatewayId !== undefined ? [asResourceId(association.GatewayId)] : []));
    draft.put(asResourceId(entry.id), {
      ...readCommonFields(draft, entry),
      kind: 'route-table',
      vpc: asResourceId(VpcId),
      routes: makeRows(draft, { key: 'RouteTables', id: entry.id, prefix: 'route', schema: routeSchema, values: readRoutes(Routes, draft.get(VpcId, 'vpc')) }),
      propagatingGateways: PropagatingVgws.map(({ GatewayId }) => asResourceId(GatewayId)),
      ...(gateways.length === 0 ? {} : { gateways }),
    });
    readAssociations(draft, entry);
  },
});
