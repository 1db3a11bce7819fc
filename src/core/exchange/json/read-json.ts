import { parseJson } from '../../model/parse-json.ts';
import { shorten } from '../../model/quote.ts';
import { fail, succeed, type Reply } from '../../model/reply.ts';
import { decodeText } from '../text/decode-text.ts';
import { splitDocuments } from './split-documents.ts';

const continueWith = (sentence: string): string => sentence.replace(/^(?:This|The|Another)\b/, (word) => word.toLowerCase());

/** The same reply with the file's path before the sentence and the place. */
export function nameFile<Value>(reply: Reply<Value>, path: string): Reply<Value> {
  if (reply.ok) return reply;
  const { message, at } = reply.problem;
  return fail(`${shorten(path)}: ${continueWith(message)}`, at === undefined ? path : `${path} › ${at}`);
}

/** The text of a file, whether a host handed it over as text or as bytes. */
export function readText(content: string | Uint8Array): Reply<string> {
  if (typeof content === 'string') return succeed(content);
  return decodeText(content);
}

/** Documents that stand one after another in a file, as one list; nothing where they do not. */
function readSeveral(text: string): readonly unknown[] | undefined {
  const replies = (splitDocuments(text) ?? []).map(parseJson);
  const values = replies.flatMap((reply) => (reply.ok ? [reply.value] : []));
  return values.length > 0 && values.length === replies.length ? values.flat() : undefined;
}

/** Reads a file of JSON into a document; an empty file is `undefined`, several documents in it are a list. Faults name the file. */
export function readJson(path: string, content: string | Uint8Array): Reply<unknown> {
  const text = readText(content);
  if (!text.ok) return nameFile(text, path);
  if (text.value.replace(/^\uFEFF/, '').trim() === '') return succeed(undefined);
  const document = parseJson(text.value);
  const several = document.ok ? undefined : readSeveral(text.value);
  return several ? succeed(several) : nameFile(document, path);
}
