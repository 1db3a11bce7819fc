import { makeInterface } from '../../editing/adding/make-interface.ts';
import { associateElasticIp } from '../../editing/elastic-ip.ts';
import { repeatableNumbers } from '../../editing/repeatable-numbers.ts';
import type { BrokenNetworkSource } from './broken-network.ts';
import { buildBroken, idNamed, pageFromInternet, placeWebServer } from './web-server.ts';

const title = 'The bookmark of the shop is dead after the night';

export const broken5: BrokenNetworkSource = {
  id: 'broken-5',
  title,
  description: 'To save money, web-1 is stopped in the evening and started in the morning. Last week it got a second network interface.',
  step: 'public-ip',
  symptom: 'The browser waits, then says that the connection timed out; the instance is running.',
  blocker: { component: 'public-ip', leg: 'request' },
  cause: 'Stopping web-1 released its auto-assigned address, and an instance with two interfaces gets no new one when it starts.',
  open: () =>
    buildBroken(title, (draft) => {
      const { subnet, group, instance } = placeWebServer(draft, { elasticIp: false });
      makeInterface(draft, { subnet, name: 'eni-web-1-backup', securityGroups: [group], attachment: { resource: instance, deviceIndex: 1 } });
      draft.change(subnet, 'subnet', { autoAssignPublicIp: true });
      return pageFromInternet(instance);
    }),
  repair: (design) => associateElasticIp(design, { target: idNamed(design, 'web-1'), random: repeatableNumbers() }),
};
