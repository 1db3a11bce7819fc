import type { Resource } from '../../model/resources/index.ts';
import { isServiceResource, serviceReferences } from '../../model/service-references.ts';
import { isTransitResource, transitReferences } from '../../model/transit-references.ts';
import { isRecord, recordIn, textIn, textsIn, type AwsRecord } from './record.ts';
import { NO_TARGET } from './readers/route-tables.ts';

/** Fields of resources of every kind that hold the id of another one that must be in the files too. */
const SINGLE = ['vpc', 'subnet', 'gateway', 'customerGateway', 'subnetGroup'] as const;
/** Fields that hold several. */
const SEVERAL = ['subnets', 'securityGroups', 'propagatingGateways', 'gateways'] as const;

const rowsIn = (record: AwsRecord, key: string): readonly AwsRecord[] => Object.values(recordIn(record, key)).filter(isRecord);

function referencesOfRoute(route: AwsRecord): readonly string[] {
  const target = textIn(route, 'target');
  const destination = textIn(route, 'destination') ?? '';
  return [...(target === undefined || target === 'local' || target === NO_TARGET ? [] : [target]), ...(destination.startsWith('pl-') ? [destination] : [])];
}

const textList = (text: string | undefined): readonly string[] => (text === undefined ? [] : [text]);

/**
 * The ids of all that a resource of an import names. A NAT gateway's interfaces are parts of it; Regions and on-premises
 * networks are made along with what names them.
 */
export function referencesOf(resource: Resource): readonly string[] {
  if (isTransitResource(resource)) return transitReferences(resource).flatMap(({ field, to }) => (to === undefined || field === 'region' || field === 'onPremises' ? [] : [to]));
  if (isServiceResource(resource)) return serviceReferences(resource).flatMap(({ to }) => to ?? []);
  const record: AwsRecord = { ...resource };
  const rules = [...rowsIn(record, 'inbound'), ...rowsIn(record, 'outbound')];
  return [
    ...SINGLE.flatMap((key) => textList(textIn(record, key))),
    ...SEVERAL.flatMap((key) => textsIn(record, key)),
    ...textList(textIn(recordIn(record, 'attachment'), 'resource')),
    ...rowsIn(record, 'routes').flatMap(referencesOfRoute),
    ...rules.flatMap((rule) => textList(textIn(recordIn(rule, 'peer'), 'group', 'prefixList'))),
  ];
}
