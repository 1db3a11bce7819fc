import { z } from 'zod';
import { asResourceId } from '../../model/ids.ts';
import { readCommonFields } from './common-fields.ts';
import { defineReader, type Entry, type Reader } from './define-reader.ts';
import type { Draft } from './draft.ts';
import { mergeRecords } from './merge-records.ts';
import { isRecord, recordsIn, textIn, textsIn, type AwsRecord, type SourcedRecord } from './record.ts';
import { regionOf } from './regions.ts';
import { withoutSecrets } from './without-secrets.ts';

export interface UnmodelledDefinition extends Pick<Reader, 'key' | 'call' | 'nouns'> {
  /** AWS's word for such a thing: `transit-gateway`. */
  readonly type: string;
  /** The fields that hold its id; the first that is there counts. */
  readonly ids: readonly string[];
  /** The field that holds its name, where it has one beside the tag `Name`. */
  readonly nameField?: string;
  /** Where its VPC and its subnets are told, when not in `VpcId` and the usual lists. */
  readonly placeOf?: (record: AwsRecord) => { readonly vpc?: string | undefined; readonly subnets?: readonly string[] };
}

/** The subnets of the usual fields of AWS's records. */
const subnetsIn = (record: AwsRecord): readonly string[] => [
  ...textsIn(record, 'SubnetIds'),
  ...textsIn(record, 'Subnets'),
  ...recordsIn(record, 'AvailabilityZones').flatMap((zone) => textIn(zone, 'SubnetId') ?? []),
  ...(textIn(record, 'SubnetId') === undefined ? [] : [textIn(record, 'SubnetId') ?? '']),
];

function put(definition: UnmodelledDefinition, entry: Entry<AwsRecord>, draft: Draft): void {
  const known = draft.get(entry.id, 'unmodelled');
  if (known?.type === definition.type && isRecord(known.data)) {
    draft.put(asResourceId(entry.id), { ...known, data: withoutSecrets(mergeRecords(known.data, entry.record)) });
    return;
  }
  const { record } = entry;
  const place = definition.placeOf?.(record) ?? {};
  const vpc = place.vpc ?? textIn(record, 'VpcId', 'VPCId');
  const name = definition.nameField === undefined ? undefined : textIn(record, definition.nameField);
  draft.put(draft.claim(entry.id, `${definition.type}-${entry.id}`), {
    ...readCommonFields(draft, entry, name),
    kind: 'unmodelled',
    type: definition.type,
    region: regionOf(draft, entry, vpc),
    ...(vpc === undefined ? {} : { vpc: asResourceId(vpc) }),
    subnets: [...new Set(place.subnets ?? subnetsIn(record))].map(asResourceId),
    data: withoutSecrets(record),
  });
}

/** A reader of things that nothing in the core understands yet: each is kept whole, with its id, its VPC and its subnets. */
export function defineUnmodelledReader(definition: UnmodelledDefinition): Reader {
  const { key, call, nouns } = definition;
  return defineReader<AwsRecord>({
    key,
    call,
    nouns,
    isModelled: false,
    idOf: ({ record }: SourcedRecord) => textIn(record, ...definition.ids),
    fields: z.looseObject({}),
    read: (entry, draft) => {
      put(definition, entry.id === '' ? { ...entry, id: `${definition.type}-without-id` } : entry, draft);
    },
  });
}
