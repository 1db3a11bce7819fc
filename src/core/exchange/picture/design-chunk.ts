import { decodeUtf8, encodeUtf8 } from '../text/utf8.ts';
import { fail, succeed, type Reply } from '../../model/reply.ts';
import { hasRightCheckSum, writePngChunk, type PngChunk } from './png-chunks.ts';

/** The keyword of the international text chunk that carries a design (https://www.w3.org/TR/png-3/#11iTXt). */
const KEYWORD = 'reachable-design';
const TYPE = 'iTXt';
/** A design of this many bytes has some hundred thousand resources. */
export const LARGEST_DESIGN = 64 * 1024 * 1024;

const KEYWORD_BYTES = encodeUtf8(`${KEYWORD}\u0000`);
/** Not compressed, method 0, no language tag, no translated keyword. */
const PREAMBLE = Uint8Array.from([...KEYWORD_BYTES, 0, 0, 0, 0]);

/** Whether a chunk of a picture is one that carries a design, sound or not. */
export function isDesignChunk(bytes: Uint8Array, chunk: PngChunk): boolean {
  if (chunk.type !== TYPE || chunk.data.end - chunk.data.start < KEYWORD_BYTES.length) return false;
  return KEYWORD_BYTES.every((byte, index) => bytes[chunk.data.start + index] === byte);
}

/** The chunk that carries a design. `fail`s on a text larger than {@link LARGEST_DESIGN}. */
export function writeDesignChunk(designText: string): Reply<Uint8Array> {
  const tooLarge = fail('This design is larger than 64 MiB, too large for a picture; save it as JSON.');
  if (designText.length > LARGEST_DESIGN) return tooLarge;
  const text = encodeUtf8(designText);
  if (text.length > LARGEST_DESIGN) return tooLarge;
  const content = new Uint8Array(PREAMBLE.length + text.length);
  content.set(PREAMBLE);
  content.set(text, PREAMBLE.length);
  return succeed(writePngChunk(TYPE, content));
}

/** Where the text of the chunk starts: after compression flag and method, language tag and translated keyword. */
function textStart(content: Uint8Array): number | undefined {
  const languageEnd = content.indexOf(0, KEYWORD_BYTES.length + 2);
  const translatedEnd = languageEnd < 0 ? -1 : content.indexOf(0, languageEnd + 1);
  return translatedEnd < 0 ? undefined : translatedEnd + 1;
}

/** The design's text that a chunk carries; what is wrong with it is said in one sentence. */
export function readDesignChunk(bytes: Uint8Array, chunk: PngChunk): Reply<string> {
  const damaged = fail('The design in this picture is damaged; use another copy of the picture, or the .vpc.json file.');
  if (!hasRightCheckSum(bytes, chunk)) return damaged;
  const content = bytes.subarray(chunk.data.start, chunk.data.end);
  if (content.length > LARGEST_DESIGN) return fail('The design in this picture is larger than 64 MiB; open its .vpc.json file.');
  if (content[KEYWORD_BYTES.length] !== 0) {
    return fail('Another program has compressed the design in this picture; use the picture that Reachable saved, or the .vpc.json file.');
  }
  const start = textStart(content);
  const text = start === undefined ? undefined : decodeUtf8(content.subarray(start));
  return text === undefined ? damaged : succeed(text);
}
