import { nameOfService } from '../../aws/service-names.ts';
import { awsServicesIn } from '../../scripts/aws-services.ts';
import { readUserData } from '../../scripts/read-user-data.ts';
import { needsOf, type Asker } from './judge-needs.ts';

export interface AskedServices {
  /** Every service that the software is known to call, by its name. */
  readonly names: readonly string[];
  /** Those of them of which the design does not say what is asked. */
  readonly vague: readonly string[];
}

/** The AWS services that the software of an instance calls, as far as its start-up script tells. */
export function askedServices(asker: Asker): AskedServices {
  const told = new Set(needsOf(asker).map(({ service }) => nameOfService(service)));
  const mentioned = awsServicesIn(readUserData(asker.instance.userData ?? ''));
  return { names: [...new Set([...mentioned, ...told])], vague: mentioned.filter((name) => !told.has(name)) };
}
