import type { TransitGatewayAttachment } from '@core/model/resources/index.ts';

const WORDS: Readonly<Record<TransitGatewayAttachment['type'], string>> = {
  vpc: 'VPC',
  vpn: 'VPN',
  peering: 'peering',
  'direct-connect-gateway': 'Direct Connect',
  connect: 'Connect',
};

/** What a type of attachment is called. */
export const wordOfType = (type: TransitGatewayAttachment['type']): string => WORDS[type];

/** The states of an attachment that people choose from; others come from imports. */
export const attachmentStates = ['pendingAcceptance', 'pending', 'available', 'modifying', 'deleting', 'deleted', 'failed', 'rejected'] as const;
