import { changeService } from '../../editing/services.ts';
import { asRowId } from '../../model/ids.ts';
import { service } from '../network-parts.ts';
import type { BrokenNetworkSource } from './broken-network.ts';
import { buildBroken, idNamed, pageFromInternet, placeWebServer } from './web-server.ts';

const title = 'curl works on the server itself, and is refused from outside';
const ROW = asRowId('service-1');

export const broken10: BrokenNetworkSource = {
  id: 'broken-10',
  title,
  description: 'A new application replaced the old one on the same instance and port. Nothing in the network was touched.',
  step: 'application',
  symptom: 'The browser says at once that the connection was refused.',
  blocker: { component: 'service', leg: 'request' },
  cause: 'The application listens on 127.0.0.1, where only web-1 itself can reach it.',
  open: () =>
    buildBroken(title, (draft) => {
      const { instance } = placeWebServer(draft, { instance: { services: { [ROW]: service({ port: 80, name: 'orders', bindAddress: '127.0.0.1' }) } } });
      return pageFromInternet(instance);
    }),
  repair: (design) => changeService(design, { instance: idNamed(design, 'web-1'), row: ROW, service: { bindAddress: '0.0.0.0' } }),
};
