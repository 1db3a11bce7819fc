import { setField } from '../../editing/set-field.ts';
import type { BrokenNetworkSource } from './broken-network.ts';
import { buildBroken, idNamed, pageFromInternet, placeWebServer } from './web-server.ts';

const title = 'A freshly launched web server refuses every connection';

/** Written for Amazon Linux 2: its extras are how that image gets nginx, and no later one has them. */
const SCRIPT = `#!/bin/bash -ex
# Installs a web server and starts it.
amazon-linux-extras install -y nginx1
systemctl enable --now nginx
`;

const MENDED = SCRIPT.replace('amazon-linux-extras install -y nginx1', 'dnf -y install nginx');

export const broken7: BrokenNetworkSource = {
  id: 'broken-7',
  title,
  description: 'web-1 was launched again on the newest Amazon Linux, with the start-up script that has worked for years.',
  step: 'user-data',
  symptom: 'The browser says at once that the connection was refused.',
  blocker: { component: 'user-data', leg: 'request' },
  cause: 'The script installs nginx with amazon-linux-extras, which Amazon Linux 2023 does not have, so nothing was installed.',
  open: () =>
    buildBroken(title, (draft) => {
      const { instance } = placeWebServer(draft, { instance: { userData: SCRIPT } });
      // Nobody has said what runs: the script was to start it.
      draft.change(instance, 'instance', { services: undefined });
      return pageFromInternet(instance);
    }),
  repair: (design) => setField(design, { resource: idNamed(design, 'web-1'), path: ['userData'], value: MENDED }),
};
