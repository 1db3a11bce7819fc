import { defineUnmodelledReader } from '../define-unmodelled-reader.ts';

export const virtualInterfaces = defineUnmodelledReader({
  key: 'virtualInterfaces',
  call: 'directconnect describe-virtual-interfaces',
  nouns: { one: 'Direct Connect virtual interface', many: 'Direct Connect virtual interfaces' },
  type: 'virtual-interface',
  ids: ['virtualInterfaceId'],
  nameField: 'virtualInterfaceName',
});
