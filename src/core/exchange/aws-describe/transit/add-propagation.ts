import { z } from 'zod';
import { asResourceId, type ResourceId } from '../../../model/ids.ts';
import type { Draft } from '../draft.ts';
import { optionalText } from '../record-fields.ts';

/** https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_TransitGatewayRouteTablePropagation.html */
export const propagationFields = z.object({ TransitGatewayAttachmentId: optionalText, State: optionalText });

const ON = ['enabled', 'enabling'];

/** Notes that a table learns the routes of an attachment. */
export function addPropagation(draft: Draft, table: ResourceId, { TransitGatewayAttachmentId, State }: z.infer<typeof propagationFields>): void {
  if (TransitGatewayAttachmentId === undefined || (State !== undefined && !ON.includes(State))) return;
  const attachment = asResourceId(TransitGatewayAttachmentId);
  draft.change(table, 'transit-gateway-route-table', (value) => (value.propagations.includes(attachment) ? value : { ...value, propagations: [...value.propagations, attachment] }));
}
