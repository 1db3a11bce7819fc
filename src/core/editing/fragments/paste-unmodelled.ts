import { withChanges } from '../draft.ts';
import { pastedOf, type Pasting } from './pasting.ts';

/** Ids as EC2 makes them: a word, a hyphen and 8 or 17 hexadecimal digits. https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/resource-ids.html */
const AWS_ID = /^[a-z][a-z-]*-(?:[0-9a-f]{8}|[0-9a-f]{17})$/;

interface Identity {
  readonly id: string;
  readonly name: string;
}

/** What a text of the original's record is in the copy's: nothing, where it names what only the original has. */
function renewText(text: string, { draft, ids }: Pasting, { id, name }: Identity): string | undefined {
  const copy = ids.get(text);
  if (copy !== undefined) return copy;
  if (AWS_ID.test(text) && draft.find(text) === undefined) return undefined;
  const isOwnArn = text.startsWith('arn:') && [id, name].some((own) => own !== '' && text.includes(own));
  return isOwnArn ? undefined : text;
}

/** A record without the ids, and the ARN, of what it was copied from; ids of what was copied with it are those of the copies. */
function renewRecord(value: unknown, pasting: Pasting, own: Identity): unknown {
  if (typeof value === 'string') return renewText(value, pasting, own);
  if (Array.isArray(value)) return value.map((item) => renewRecord(item, pasting, own)).filter((item) => item !== undefined);
  if (typeof value !== 'object' || value === null) return value;
  const fields = Object.entries(value).map(([key, field]) => [key, renewRecord(field, pasting, own)] as const);
  return Object.fromEntries(fields.filter(([, field]) => field !== undefined));
}

/** The record that AWS gave of an unmodelled resource is not that of its copy: what identifies the original is taken out. */
export function pasteUnmodelled(pasting: Pasting): void {
  const { draft, fragment } = pasting;
  for (const { old, id, value } of pastedOf(pasting, 'unmodelled')) {
    const name = Object.entries(fragment.resources).find(([key]) => key === old)?.[1].name ?? '';
    const data = renewRecord(value.data, pasting, { id: old, name });
    draft.put(id, withChanges(value, { data }));
  }
}
