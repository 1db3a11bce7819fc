import { attachGateway } from '../../editing/attach-gateway.ts';
import { blackholeRoutes } from '../../editing/blackholes.ts';
import { repeatableNumbers } from '../../editing/repeatable-numbers.ts';
import type { BrokenNetworkSource } from './broken-network.ts';
import { buildBroken, idNamed, pageFromInternet, placeWebServer } from './web-server.ts';

const title = 'The page of web-1 times out for everybody';

export const broken1: BrokenNetworkSource = {
  id: 'broken-1',
  title,
  description: 'The shop was moved to a VPC that was built anew. Since then its page does not load from anywhere.',
  step: 'internet-gateway',
  symptom: 'The browser waits, then says that the connection timed out.',
  blocker: { component: 'internet-gateway', leg: 'request' },
  cause: 'igw-shop exists, and is attached to no VPC.',
  open: () =>
    buildBroken(title, (draft) => {
      const { gateway, vpc, instance } = placeWebServer(draft);
      draft.change(gateway, 'internet-gateway', { vpc: undefined });
      blackholeRoutes(draft, new Set([gateway]), vpc);
      return pageFromInternet(instance);
    }),
  repair: (design) => attachGateway(design, { gateway: idNamed(design, 'igw-shop'), vpc: idNamed(design, 'shop'), random: repeatableNumbers() }),
};
