import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decodeBase64 } from './base64.ts';
import { decodeText } from './decode-text.ts';
import { decodeUtf8, encodeUtf8 } from './utf8.ts';

describe('UTF-8', () => {
  test('writes the bytes that Node writes', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect([...encodeUtf8(text)]).toEqual([...Buffer.from(text, 'utf8')]);
        expect(decodeUtf8(encodeUtf8(text))).toBe(text);
      }),
    );
  });
  test('accepts the bytes that a strict decoder accepts, and reads the same', () => {
    const strict = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
    const expected = (bytes: Uint8Array): string | undefined => {
      try {
        return strict.decode(bytes);
      } catch {
        return undefined;
      }
    };
    const lead = fc.constantFrom(0x41, 0xc0, 0xc3, 0xe0, 0xe2, 0xed, 0xef, 0xf0, 0xf4, 0xf5, 0xff);
    const follow = fc.constantFrom(0x41, 0x80, 0x82, 0x8f, 0x90, 0x9f, 0xa0, 0xac, 0xbf, 0xc0);
    const sequence = fc.tuple(lead, fc.array(follow, { maxLength: 4 })).map(([first, rest]) => [first, ...rest]);
    fc.assert(
      fc.property(fc.array(sequence, { maxLength: 4 }), (sequences) => {
        const bytes = Uint8Array.from(sequences.flat());
        expect(decodeUtf8(bytes)).toBe(expected(bytes));
      }),
      { numRuns: 1000 },
    );
  });
  test('half a surrogate pair becomes the replacement character', () => {
    expect([...encodeUtf8('a\ud800b')]).toEqual([0x61, 0xef, 0xbf, 0xbd, 0x62]);
  });
  test('long texts are read in pieces', () => {
    const text = 'ä€😀'.repeat(5000);
    expect(decodeUtf8(encodeUtf8(text))).toBe(text);
  });
});

describe('text of files', () => {
  test.each([
    ['UTF-8', Buffer.from('{"a":"ä"}', 'utf8')],
    ['UTF-16 little endian', Buffer.from('\ufeff{"a":"ä"}', 'utf16le')],
    ['UTF-16 big endian', Buffer.from('\ufeff{"a":"ä"}', 'utf16le').swap16()],
  ])('%s', (_, bytes) => {
    expect(decodeText(Uint8Array.from(bytes))).toEqual({ ok: true, value: '{"a":"ä"}' });
  });
});

describe('base64', () => {
  test('reads what Node writes', () => {
    fc.assert(
      fc.property(fc.uint8Array(), (bytes) => {
        expect([...(decodeBase64(Buffer.from(bytes).toString('base64')) ?? [])]).toEqual([...bytes]);
      }),
    );
  });
  test.each(['#!/bin/sh', 'a', 'ab$=', 'äöü'])('%j is none', (text) => {
    expect(decodeBase64(text)).toBeUndefined();
  });
});
