import { z } from 'zod';
import { asResourceId } from '../../model/ids.ts';
import { defineReader, type Entry, type Reader } from './define-reader.ts';
import type { Draft } from './draft.ts';
import { isRecord, textIn, type AwsRecord, type SourcedRecord } from './record.ts';
import { regionOf } from './regions.ts';
import { withoutSecrets } from './without-secrets.ts';

export interface DetailDefinition extends Pick<Reader, 'key' | 'call' | 'nouns'> {
  /** The field that names what the detail is of: in the element, or beside the list. */
  readonly parentField: string;
  /** The parent's id in a file's path, for calls whose answers do not name it. */
  readonly parentInPath?: RegExp;
  /** The type of the parent, for one that no file told of. */
  readonly parentType: string;
}

function parentOf({ parentField, parentInPath }: DetailDefinition, { record, document, source }: SourcedRecord): string | undefined {
  return textIn(record, parentField) ?? textIn(document, parentField) ?? parentInPath?.exec(source.path)?.[0];
}

function put(definition: DetailDefinition, entry: Entry<AwsRecord>, draft: Draft): void {
  const { key, parentType } = definition;
  const parent = parentOf(definition, entry);
  if (parent === undefined) {
    const sentence = `An entry of "${key}" in ${entry.source.path} does not say which ${parentType} it is of; put ${definition.parentField} beside the list.`;
    draft.note({ type: key, count: 1, outcome: 'broken-reference', sentence });
    return;
  }
  const id = asResourceId(parent);
  if (!draft.has(parent)) {
    draft.put(id, { kind: 'unmodelled', name: parent, type: parentType, region: regionOf(draft, entry), subnets: [], data: {} });
  }
  draft.change(id, 'unmodelled', (one) => {
    const data = isRecord(one.data) ? one.data : {};
    const earlier = Array.isArray(data[key]) ? (data[key] as readonly unknown[]) : [];
    return { ...one, data: { ...data, [key]: [...earlier, withoutSecrets(entry.record)] } };
  });
}

/**
 * A reader of what is no thing of its own but belongs to one (the routes of a transit gateway's table, the listeners of a
 * load balancer): it is kept with that one's data, under its key.
 */
export function defineDetailReader(definition: DetailDefinition): Reader {
  const { key, call, nouns } = definition;
  return defineReader<AwsRecord>({
    key,
    call,
    nouns,
    isModelled: false,
    // Details have no ids that are unique beyond their parent, so none are taken for the same.
    idOf: (sourced) => `${parentOf(definition, sourced) ?? sourced.source.path} ${JSON.stringify(sourced.record)}`,
    fields: z.looseObject({}),
    read: (entry, draft) => {
      put(definition, entry, draft);
    },
  });
}
