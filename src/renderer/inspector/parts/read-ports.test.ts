import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readPorts, writePorts } from './read-ports.ts';

describe('readPorts', () => {
  test.each([
    ['443', { ok: true, fromPort: 443, toPort: 443 }],
    [' 1024-65535 ', { ok: true, fromPort: 1024, toPort: 65535 }],
    ['1024 – 65535', { ok: true, fromPort: 1024, toPort: 65535 }],
    ['20 to 21', { ok: true, fromPort: 20, toPort: 21 }],
    ['all', { ok: true }],
    ['0-65535', { ok: true }],
    ['', { ok: false, problem: 'Write a port such as 443, a range such as 1024–65535, or all.' }],
    ['https', { ok: false, problem: '“https” is no port; write 443, 1024–65535 or all.' }],
    ['70000', { ok: false, problem: '70000 is not a port; ports are 0 to 65535.' }],
    ['90-80', { ok: false, problem: 'The port range 90–80 ends before it begins.' }],
  ])('%j', (text, expected) => {
    expect(readPorts(text)).toEqual(expected);
  });

  test('reads what it writes', () => {
    fc.assert(
      fc.property(fc.nat(65535), fc.nat(65535), (a, b) => {
        const ports = { fromPort: Math.min(a, b), toPort: Math.max(a, b) };
        fc.pre(ports.toPort - ports.fromPort < 65535);
        expect(readPorts(writePorts(ports))).toEqual({ ok: true, ...ports });
      }),
    );
  });
});
