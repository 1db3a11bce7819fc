import { setField } from '../../editing/set-field.ts';
import { DIRECTORY_ROLE, placeDirectory } from '../employee-directory.ts';
import type { BrokenNetworkSource } from './broken-network.ts';
import { buildBroken, idNamed, pageFromInternet } from './web-server.ts';

const title = 'The employee directory loads, its photos and names do not';

export const broken8: BrokenNetworkSource = {
  id: 'broken-8',
  title,
  description: 'The application keeps photos in S3 and names in DynamoDB. It was launched again from the same script.',
  step: 'permissions',
  symptom: 'Parts of the page fail; the log of the application says AccessDenied.',
  blocker: { component: 'permissions', leg: 'request' },
  cause: 'The instance was launched without an instance profile, so it has no role that S3 and DynamoDB would accept.',
  open: () => buildBroken(title, (draft) => pageFromInternet(placeDirectory(draft, undefined).instance)),
  repair: (design) => setField(design, { resource: idNamed(design, 'employee-directory'), path: ['role'], value: DIRECTORY_ROLE }),
};
