import { viewCommand } from './toggle-view.ts';

export const viewAddressesCommand = viewCommand('addresses', { title: 'View: Addresses', accelerator: 'Shift+A', keywords: 'usable range cidr ip' });
