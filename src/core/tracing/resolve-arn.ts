import type { DbInstanceEntry, Lookup } from '../lookup/entries.ts';
import { regionCodeOf } from '../lookup/interfaces.ts';
import { asResourceId, type ResourceId } from '../model/ids.ts';

/** `arn:partition:service:region:account:resource` (IAM guide, reference-arns). */
const ARN = /^arn:[^:]+:([^:]+):([^:]*):[^:]*:(.+)$/;

const regionOf = ({ interfaces, standIns }: DbInstanceEntry): string | undefined => regionCodeOf(interfaces[0] ?? standIns[0]);

/** The resource of the design that an ARN names although the design calls it by the id in it: an EC2 resource or a DB instance. */
export function resourceOfArn(lookup: Lookup, text: string): ResourceId | undefined {
  const [, service, region, rest = ''] = ARN.exec(text) ?? [];
  if (service === 'ec2') {
    const id = asResourceId(rest.slice(rest.indexOf('/') + 1));
    return lookup.resource(id) ? id : undefined;
  }
  if (service !== 'rds' || !rest.startsWith('db:')) return undefined;
  const named = [...lookup.dbInstances.values()].filter(({ value }) => value.name === rest.slice('db:'.length));
  return (named.find((one) => regionOf(one) === region) ?? (named.length === 1 ? named[0] : undefined))?.id;
}
