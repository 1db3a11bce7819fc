import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { locateJsonFault } from './locate-json-fault.ts';
import { parseJson } from './parse-json.ts';

describe('the place of a fault', () => {
  test.each<[string, number, number, string, boolean]>([
    ['', 1, 1, 'a value', true],
    ['{"a": }', 1, 7, 'a value', false],
    ['{"a": 1\n  "b": 2}', 2, 3, '"," or "}"', false],
    ['[1,]', 1, 4, 'a value', false],
    ['[1}', 1, 3, '"," or "]"', false],
    ['{a: 1}', 1, 2, 'a key in quotation marks or "}"', false],
    ['{"a": 1,}', 1, 9, 'a key in quotation marks', false],
    ['{"a" 1}', 1, 6, '":"', false],
    ['{"a": 01}', 1, 7, 'a value', false],
    ['{"a": tru}', 1, 7, 'a value', false],
    ['{"a": "b', 1, 9, 'the rest of a text and its closing "', true],
    ['{"a": "\\x"}', 1, 8, 'the rest of a text and its closing "', false],
    ['{"a": "b\n"}', 1, 9, 'the rest of a text and its closing "', false],
    ['1 2', 1, 3, 'the end of the text', false],
    ['[[1, {"a": [', 1, 13, 'a value or "]"', true],
    ["{'a': 1}", 1, 2, 'a key in quotation marks or "}"', false],
  ])('%j', (text, line, column, expected, ended) => {
    expect(locateJsonFault(text)).toEqual({ line, column, expected, ended });
  });
});

describe('what is JSON', () => {
  const isJson = (text: string): boolean => {
    try {
      JSON.parse(text);
      return true;
    } catch {
      return false;
    }
  };

  test('has no fault', () => {
    fc.assert(fc.property(fc.json(), (text) => locateJsonFault(text) === undefined));
  });

  test('is the same as for the engine, also when a character is changed', () => {
    const changed = fc.tuple(fc.json(), fc.nat(), fc.constantFrom('', ',', '"', '{', '}', '[', ']', ':', '1', '-', '.', 'e', '\\', ' ', 'n')).map(([text, at, character]) => {
      const position = at % (text.length + 1);
      return text.slice(0, position) + character + text.slice(position + 1);
    });
    fc.assert(
      fc.property(changed, (text) => {
        expect(locateJsonFault(text) === undefined).toBe(isJson(text));
      }),
      { numRuns: 2000 },
    );
  });

  test('is read after a byte order mark', () => {
    expect(parseJson('\ufeff[1]')).toEqual({ ok: true, value: [1] });
  });
});
