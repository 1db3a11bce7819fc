import { windowCommand } from './command.ts';

export const newVpcCommand = windowCommand(
  { id: 'new-vpc', title: 'New VPC with subnets…' },
  { group: 'File', glyph: 'vpc', keywords: 'wizard blank subnets nat', run: async ({ store }) => void (await store.openDialog({ kind: 'blank-vpc' })) },
);
