import { findEphemeralMatrix } from '../diagnosis/ephemeral-matrix.ts';
import type { EphemeralMatrix } from '../findings/diagnosis.ts';
import { buildLookup } from '../lookup/build-lookup.ts';
import { asResourceId } from '../model/ids.ts';
import { fail, succeed, type Reply } from '../model/reply.ts';
import type { RequestOf } from './requests.ts';

/** Which replies a network ACL lets pass; a problem where the id is of no network ACL. */
export function ephemeralMatrix({ design, networkAcl }: RequestOf<'ephemeralMatrix'>): Reply<EphemeralMatrix> {
  const matrix = findEphemeralMatrix(buildLookup(design), asResourceId(networkAcl));
  return matrix ? succeed(matrix) : fail(`${networkAcl} is no network ACL of this design.`);
}
