import { asResourceId, type ResourceId } from '../../../model/ids.ts';
import { transitGatewayAttachmentSchema } from '../../../model/resources/transit-gateway-attachment.ts';
import type { TransitGatewayAttachment } from '../../../model/resources/index.ts';
import { readCommonFields } from '../common-fields.ts';
import type { Draft } from '../draft.ts';
import type { SourcedRecord } from '../record.ts';

export const attachmentStates = transitGatewayAttachmentSchema.shape.state;

/** What one answer tells of an attachment. */
export interface TellsOfAttachment {
  readonly id: string;
  readonly transitGateway: ResourceId;
  readonly type: TransitGatewayAttachment['type'];
  readonly state: TransitGatewayAttachment['state'];
  readonly more: Partial<Omit<TransitGatewayAttachment, 'kind' | 'name' | 'transitGateway' | 'type' | 'state' | 'subnets'>> & { readonly subnets?: ResourceId[] };
}

/** A peering is one attachment of two transit gateways; what the accepter's side tells belongs to `peer`. */
function withFarSide(known: TransitGatewayAttachment, told: TellsOfAttachment): TransitGatewayAttachment {
  const { routeTable } = told.more;
  return { ...known, peer: { ...known.peer, transitGateway: told.transitGateway, ...(routeTable !== undefined && { routeTable }) } };
}

/**
 * Puts an attachment into the draft, or adds to it what another answer tells: AWS prints its subnets in one place and its
 * association in another. https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_TransitGatewayAttachment.html
 */
export function putAttachment(draft: Draft, sourced: SourcedRecord & { readonly id: string }, told: TellsOfAttachment): void {
  const known = draft.get(told.id, 'transit-gateway-attachment');
  if (known && known.type === 'peering' && known.transitGateway !== told.transitGateway) {
    draft.put(asResourceId(told.id), withFarSide(known, told));
    return;
  }
  const common = readCommonFields(draft, { ...sourced, id: told.id });
  const base: TransitGatewayAttachment = known ?? {
    ...common,
    kind: 'transit-gateway-attachment',
    transitGateway: told.transitGateway,
    type: told.type,
    state: told.state,
    subnets: [],
    routeTableKnown: false,
  };
  draft.put(asResourceId(told.id), { ...base, ...told.more, ...(known && known.name === told.id && { name: common.name }) });
}

/** The id for a patch: nothing where AWS printed nothing. */
export const optionalId = (id: string | undefined): ResourceId | undefined => (id === undefined ? undefined : asResourceId(id));
