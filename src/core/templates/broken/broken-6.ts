import { changeService } from '../../editing/services.ts';
import { asRowId } from '../../model/ids.ts';
import { service } from '../network-parts.ts';
import type { BrokenNetworkSource } from './broken-network.ts';
import { buildBroken, idNamed, pageFromInternet, placeWebServer } from './web-server.ts';

const title = 'The browser says that the shop sent an invalid response';
const ROW = asRowId('service-1');

export const broken6: BrokenNetworkSource = {
  id: 'broken-6',
  title,
  description: 'The shop was switched to port 443. The connection is made at once, and the page does not appear.',
  step: 'http-or-https',
  symptom: 'The browser shows a TLS error: the site sent an invalid response.',
  blocker: { component: 'service', leg: 'request' },
  cause: 'nginx on web-1 listens on 443 and speaks plain HTTP there, where the browser expects TLS.',
  open: () =>
    buildBroken(title, (draft) => {
      const { instance } = placeWebServer(draft, { port: 443, instance: { services: { [ROW]: service({ port: 443, name: 'nginx', scheme: 'http' }) } } });
      return pageFromInternet(instance, 443, 'https');
    }),
  repair: (design) => changeService(design, { instance: idNamed(design, 'web-1'), row: ROW, service: { scheme: 'https', certificate: 'valid' } }),
};
