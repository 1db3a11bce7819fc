import { removeBlockedPorts } from '../../editing/blocked-ports.ts';
import { asRowId } from '../../model/ids.ts';
import type { BrokenNetworkSource } from './broken-network.ts';
import { buildBroken, idNamed, placeWebServer } from './web-server.ts';

const title = 'The preview loads over a telephone’s hotspot, not over the hotel’s network';
const PREVIEW_PORT = 8080;
const ROW = asRowId('port-1');

export const broken9: BrokenNetworkSource = {
  id: 'broken-9',
  title,
  description: 'The preview of the shop is served on TCP 8080 to everybody. From one place it does not load, from all others it does.',
  step: 'personal-network',
  symptom: 'The browser on laptop waits, then says that the connection timed out.',
  blocker: { component: 'personal-network', leg: 'request' },
  cause: 'The network that laptop is in lets nothing out to TCP 8080.',
  open: () =>
    buildBroken(title, (draft) => {
      const { instance } = placeWebServer(draft, { port: PREVIEW_PORT });
      const laptop = draft.add('client', {
        kind: 'client',
        name: 'laptop',
        address: '198.51.100.77',
        operatingSystem: 'macos',
        blockedPorts: { [ROW]: { protocol: 'tcp', fromPort: PREVIEW_PORT, toPort: PREVIEW_PORT } },
      });
      return { from: laptop, to: instance, protocol: 'tcp', port: PREVIEW_PORT, scheme: 'http' };
    }),
  repair: (design) => removeBlockedPorts(design, { client: idNamed(design, 'laptop'), row: ROW }),
};
