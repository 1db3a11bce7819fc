import { crc32 as crcOfNode, inflateSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { encodeUtf8 } from '../text/utf8.ts';
import { crc32 } from './crc32.ts';
import { embedInPng } from './embed-in-png.ts';
import { extractFromPng } from './extract-from-png.ts';
import { readPngChunks } from './png-chunks.ts';
import { smallPng } from './small-png.ts';

const embed = (png: Uint8Array, text: string): Uint8Array => {
  const embedded = embedInPng(png, text);
  if (!embedded.ok) throw new Error(embedded.problem.message);
  return embedded.value;
};
const typesOf = (png: Uint8Array): string[] => {
  const chunks = readPngChunks(png);
  return chunks.ok ? chunks.value.map(({ type }) => type) : [];
};
const isoText = (keyword: string, text = ''): { type: string; content: Uint8Array } => ({ type: 'iTXt', content: Uint8Array.from([...encodeUtf8(`${keyword}\0`), 0, 0, 0, 0, ...encodeUtf8(text)]) });

describe('crc32', () => {
  test.each([
    ['', 0],
    ['123456789', 0xcbf43926],
    ['IEND', 0xae426082],
  ])('%j', (text, sum) => {
    expect(crc32(encodeUtf8(text))).toBe(sum);
  });
  test('is the sum that zlib computes', () => {
    fc.assert(fc.property(fc.uint8Array(), (bytes) => crc32(bytes) === crcOfNode(bytes)));
  });
});

describe('a design in a picture', () => {
  test('comes out as it went in, whatever its text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(extractFromPng(embed(smallPng(), text))).toEqual({ ok: true, value: text });
      }),
    );
  });

  test('lies after the header, once, and everything else stays as it was', () => {
    const png = smallPng([isoText('Title', 'a map'), { type: 'gAMA', content: Uint8Array.from([0, 0, 0xb1, 0x8f]) }]);
    const twice = embed(embed(png, 'first'), 'second');
    expect(typesOf(twice)).toEqual(['IHDR', 'iTXt', 'iTXt', 'gAMA', 'IDAT', 'IEND']);
    expect(extractFromPng(twice)).toEqual({ ok: true, value: 'second' });
    const added = embed(png, 'second').length - png.length;
    expect([...twice.subarray(0, 33), ...twice.subarray(33 + added)]).toEqual([...png]);
  });

  test('replaces one that stands elsewhere', () => {
    const png = smallPng([isoText('Title'), isoText('reachable-design', 'old')]);
    expect(typesOf(embed(png, 'new'))).toEqual(['IHDR', 'iTXt', 'iTXt', 'IDAT', 'IEND']);
  });

  test('has the bytes that the PNG specification asks for', () => {
    const chunk = embed(smallPng(), '{}').subarray(33, 33 + 12 + 23);
    const content = encodeUtf8('reachable-design\0\0\0\0\0{}');
    expect([...chunk.subarray(0, 8)]).toEqual([0, 0, 0, content.length, ...encodeUtf8('iTXt')]);
    expect([...chunk.subarray(8, 8 + content.length)]).toEqual([...content]);
    expect(chunk.length).toBe(12 + content.length);
  });

  test('leaves a picture that other programs can read', () => {
    const chunks = readPngChunks(embed(smallPng(), 'x'));
    const pixels = chunks.ok ? chunks.value.find(({ type }) => type === 'IDAT') : undefined;
    expect(pixels && [...inflateSync(embed(smallPng(), 'x').subarray(pixels.data.start, pixels.data.end - 4), { finishFlush: 2 })]).toEqual([0, 0]);
  });

  test('what follows the end of the picture is left behind', () => {
    expect(embed(Uint8Array.from([...smallPng(), 1, 2, 3]), 'x')).toEqual(embed(smallPng(), 'x'));
  });

  test('is found behind a language tag and a translated keyword', () => {
    const content = Uint8Array.from([...encodeUtf8('reachable-design\0'), 0, 0, ...encodeUtf8('de\0Entwurf\0{"a":1}')]);
    expect(extractFromPng(smallPng([{ type: 'iTXt', content }]))).toEqual({ ok: true, value: '{"a":1}' });
  });

  test('never throws on damaged bytes', () => {
    const png = embed(smallPng(), '{"version":1}');
    fc.assert(
      fc.property(fc.nat(png.length - 1), fc.nat(255), fc.nat(png.length), (at, byte, length) => {
        const damaged = Uint8Array.from(png).subarray(0, length);
        damaged[at] = byte;
        const extracted = extractFromPng(damaged);
        const embedded = embedInPng(damaged, 'x');
        expect([typeof extracted.ok, typeof embedded.ok]).toEqual(['boolean', 'boolean']);
        if (extracted.ok && length === png.length) expect(extracted.value).toBe('{"version":1}');
      }),
    );
  });
});
