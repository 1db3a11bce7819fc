import { z } from 'zod';
import { asResourceId } from '../../../model/ids.ts';
import { cidrField } from '../../../model/fields.ts';
import { readCommonFields } from '../common-fields.ts';
import { defineReader } from '../define-reader.ts';
import { makeRows } from '../make-rows.ts';
import { flag, listOf, optionalText, text } from '../record-fields.ts';
import { textIn } from '../record.ts';

const connectionFields = z.object({
  VpnConnectionId: text,
  CustomerGatewayId: text,
  VpnGatewayId: optionalText,
  TransitGatewayId: optionalText,
  CoreNetworkArn: optionalText,
  State: z.enum(['pending', 'available', 'deleting', 'deleted']),
  Options: z.object({ StaticRoutesOnly: flag.default(false) }).optional(),
  Routes: listOf(z.object({ DestinationCidrBlock: optionalText, State: optionalText })),
  VgwTelemetry: listOf(z.object({ OutsideIpAddress: optionalText, Status: optionalText })),
});
const tunnelSchema = z.object({ outsideAddress: z.string().optional(), status: z.enum(['up', 'down']) });
const GONE = ['deleting', 'deleted'];

/**
 * Site-to-Site VPN connections. `CustomerGatewayConfiguration` holds the tunnels' pre-shared keys and is never taken
 * over: https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_VpnConnection.html
 */
export const vpnConnections = defineReader({
  key: 'VpnConnections',
  call: 'ec2 describe-vpn-connections',
  nouns: { one: 'VPN connection', many: 'VPN connections' },
  idOf: ({ record }) => textIn(record, 'VpnConnectionId'),
  fields: connectionFields,
  read: (entry, draft) => {
    const { fields, id } = entry;
    const gateway = fields.VpnGatewayId ?? fields.TransitGatewayId ?? fields.CoreNetworkArn;
    const routes = fields.Routes.filter(({ State }) => State === undefined || !GONE.includes(State));
    const tunnels = fields.VgwTelemetry.map(({ OutsideIpAddress, Status }) => ({
      ...(OutsideIpAddress === undefined ? {} : { outsideAddress: OutsideIpAddress }),
      status: Status?.toLowerCase(),
    }));
    draft.put(asResourceId(id), {
      ...readCommonFields(draft, entry),
      kind: 'vpn-connection',
      customerGateway: asResourceId(fields.CustomerGatewayId),
      ...(gateway === undefined ? {} : { gateway: asResourceId(gateway) }),
      routing: fields.Options?.StaticRoutesOnly === true ? 'static' : 'bgp',
      staticRoutes: makeRows(draft, {
        key: 'VpnConnections',
        id,
        prefix: 'route',
        schema: z.object({ cidr: cidrField }),
        values: routes.map(({ DestinationCidrBlock }) => ({ cidr: DestinationCidrBlock })),
      }),
      tunnels: makeRows(draft, { key: 'VpnConnections', id, prefix: 'tunnel', schema: tunnelSchema, values: tunnels }),
      state: fields.State,
    });
  },
});
