import { makeInstance } from '../../editing/adding/add-instance.ts';
import { associateRouteTable } from '../../editing/associations.ts';
import { asRowId } from '../../model/ids.ts';
import { giveElasticIp, placeSubnets, service } from '../network-parts.ts';
import type { BrokenNetworkSource } from './broken-network.ts';
import { buildBroken, idNamed, pageFromInternet, placeWebServer } from './web-server.ts';

const title = 'web-1 answers, web-2 times out';

export const broken2: BrokenNetworkSource = {
  id: 'broken-2',
  title,
  description: 'A second web server was added in another zone, with the same security group and an address of its own.',
  step: 'route-table',
  symptom: 'The page of web-1 loads; the same page on web-2 times out.',
  blocker: { component: 'route-table', leg: 'reply' },
  cause: 'public-b was associated with no route table, so it uses the main one, which has no route to the internet gateway.',
  open: () =>
    buildBroken(title, (draft) => {
      const { vpc, group, networkAcl } = placeWebServer(draft);
      const { 'public-b': subnet } = placeSubnets(draft, [{ vpc, zone: 'us-east-1b', name: 'public-b', cidr: '10.0.1.0/24' }]);
      draft.change(subnet, 'subnet', { networkAcl });
      const web = makeInstance(draft, { subnet, name: 'web-2', securityGroups: [group], services: { [asRowId('service-1')]: service({ port: 80, name: 'nginx' }) } });
      giveElasticIp(draft, web);
      return pageFromInternet(web);
    }),
  repair: (design) => associateRouteTable(design, { subnet: idNamed(design, 'public-b'), routeTable: idNamed(design, 'rtb-public') }),
};
