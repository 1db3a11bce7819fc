import { removeBlockedPorts } from '../../editing/blocked-ports.ts';
import { asRowId } from '../../model/ids.ts';
import type { BrokenNetworkSource } from './broken-network.ts';
import { buildBroken, idNamed, placeWebServer } from './web-server.ts';

const title = 'Logging in works over a telephone’s hotspot, not over the hotel’s network';
const ROW = asRowId('port-1');

export const broken9: BrokenNetworkSource = {
  id: 'broken-9',
  title,
  description: 'web-1 takes SSH from everywhere. From one place it cannot be reached, from all others it can.',
  step: 'personal-network',
  symptom: 'ssh waits, then says that the connection timed out.',
  blocker: { component: 'personal-network', leg: 'request' },
  cause: 'The network that laptop is in lets nothing out to TCP 22.',
  open: () =>
    buildBroken(title, (draft) => {
      const { instance } = placeWebServer(draft, { port: 22 });
      const laptop = draft.add('client', {
        kind: 'client',
        name: 'laptop',
        address: '198.51.100.77',
        operatingSystem: 'macos',
        blockedPorts: { [ROW]: { protocol: 'tcp', fromPort: 22, toPort: 22 } },
      });
      return { from: laptop, to: instance, protocol: 'tcp', port: 22 };
    }),
  repair: (design) => removeBlockedPorts(design, { client: idNamed(design, 'laptop'), row: ROW }),
};
