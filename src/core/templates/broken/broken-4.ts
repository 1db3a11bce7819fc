import { addAclRule, byNumber } from '../../editing/network-acl-rules.ts';
import { rowsFrom } from '../../editing/rows.ts';
import { allowTcp, EPHEMERAL, EVERYWHERE } from '../network-parts.ts';
import type { BrokenNetworkSource } from './broken-network.ts';
import { buildBroken, idNamed, pageFromInternet, placeWebServer } from './web-server.ts';

const title = 'The shop lets 443 in everywhere, and still times out';

export const broken4: BrokenNetworkSource = {
  id: 'broken-4',
  title,
  description: 'The rules were tightened after a review. The security group and the network ACL both let TCP 443 in.',
  step: 'network-acls',
  symptom: 'The browser waits, then says that the connection timed out; the server sees the requests come in.',
  blocker: { component: 'network-acl', leg: 'reply' },
  cause: 'acl-public lets 443 in, and no rule lets the replies out to the ports of the clients: a network ACL does not remember connections.',
  open: () =>
    buildBroken(title, (draft) => {
      const { networkAcl, instance } = placeWebServer(draft, { port: 443 });
      const rules = draft.need(networkAcl, 'network-acl').outbound;
      const [ephemeral] = EPHEMERAL;
      draft.change(networkAcl, 'network-acl', { outbound: rowsFrom(byNumber(rules).filter(([, { fromPort }]) => fromPort !== ephemeral)) });
      return pageFromInternet(instance, 443, 'https');
    }),
  repair: (design) => addAclRule(design, { networkAcl: idNamed(design, 'acl-public'), direction: 'outbound', rule: allowTcp(EVERYWHERE, ...EPHEMERAL) }),
};
