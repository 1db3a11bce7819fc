import { z } from 'zod';
import type { Draft } from './draft.ts';
import { withoutNulls } from './record-fields.ts';
import { textIn, type AwsRecord } from './record.ts';

type Tag = readonly [key: string, value: string];

/** `[{ "Key": …, "Value": … }]`, or the map that newer services print. */
const tagsSchema = z
  .union([z.array(z.object({ Key: z.string(), Value: z.string().default('') })), z.record(z.string(), z.string())])
  .default([])
  .transform((tags): readonly Tag[] => (Array.isArray(tags) ? tags.map(({ Key, Value }): Tag => [Key, Value]) : Object.entries(tags)));

const tagLists = new WeakMap<Draft, ReadonlyMap<string, readonly Tag[]>>();

/** The tags that `describe-tags` printed, by resource. */
function tagsOfCall(draft: Draft, id: string): readonly Tag[] {
  const known = tagLists.get(draft);
  if (known) return known.get(id) ?? [];
  const byResource = new Map<string, Tag[]>();
  for (const { record } of draft.recordsOf('Tags')) {
    const [resource, key] = [textIn(record, 'ResourceId'), textIn(record, 'Key')];
    if (resource === undefined || key === undefined) continue;
    const tags = byResource.get(resource) ?? [];
    byResource.set(resource, tags);
    tags.push([key, textIn(record, 'Value') ?? '']);
  }
  tagLists.set(draft, byResource);
  return byResource.get(id) ?? [];
}

/** The tags of a record, wherever they were printed. A tag that JavaScript cannot keep under its key is noted. */
export function readTags(draft: Draft, id: string, record: AwsRecord): Readonly<Record<string, string>> {
  const own = tagsSchema.safeParse(withoutNulls(record['Tags'] ?? record['TagSet'] ?? record['TagList'] ?? undefined));
  const skip = (sentence: string): void => draft.note({ type: 'Tags', count: 1, outcome: 'skipped', sentence });
  if (!own.success) skip(`The tags of ${id} are not a list of Key and Value; they were left out.`);
  const tags = [...tagsOfCall(draft, id), ...(own.success ? own.data : [])];
  if (tags.some(([key]) => key === '__proto__')) skip(`A tag of ${id} has the key "__proto__", which a design cannot hold; it was left out.`);
  return Object.fromEntries(tags.filter(([key]) => key !== '__proto__'));
}
