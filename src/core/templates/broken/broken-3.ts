import { changeGroupRule } from '../../editing/security-group-rules.ts';
import { asRowId } from '../../model/ids.ts';
import type { BrokenNetworkSource } from './broken-network.ts';
import { buildBroken, idNamed, placeWebServer } from './web-server.ts';

const title = 'The page loaded at home yesterday and times out today';
const ADDRESS_TODAY = '198.51.100.77';
const ADDRESS_YESTERDAY = '198.51.100.24/32';
const FIRST_RULE = asRowId('rule-1');

export const broken3: BrokenNetworkSource = {
  id: 'broken-3',
  title,
  description: 'The page is meant for one person only, who works at home. Nothing in AWS has changed since yesterday.',
  step: 'security-groups',
  symptom: 'The browser on laptop waits, then says that the connection timed out.',
  blocker: { component: 'security-group', leg: 'request' },
  cause: `web-sg lets in ${ADDRESS_YESTERDAY}, the address laptop had yesterday; today it has ${ADDRESS_TODAY}.`,
  open: () =>
    buildBroken(title, (draft) => {
      const { group, instance } = placeWebServer(draft);
      draft.change(group, 'security-group', {
        inbound: { [FIRST_RULE]: { protocol: 'tcp', fromPort: 80, toPort: 80, peer: { cidr: ADDRESS_YESTERDAY }, description: 'my IP' } },
      });
      const laptop = draft.add('client', { kind: 'client', name: 'laptop', address: ADDRESS_TODAY, operatingSystem: 'macos', blockedPorts: {} });
      return { from: laptop, to: instance, protocol: 'tcp', port: 80, scheme: 'http' };
    }),
  repair: (design) =>
    changeGroupRule(design, { securityGroup: idNamed(design, 'web-sg'), direction: 'inbound', row: FIRST_RULE, rule: { peer: { cidr: `${ADDRESS_TODAY}/32` } } }),
};
