import { defineUnmodelledReader } from '../define-unmodelled-reader.ts';

export const coreNetworks = defineUnmodelledReader({
  key: 'CoreNetworks',
  call: 'networkmanager list-core-networks',
  nouns: { one: 'core network', many: 'core networks' },
  type: 'core-network',
  ids: ['CoreNetworkArn', 'CoreNetworkId'],
});
