import { readTraffic } from '@core/editing/rule-traffic.ts';
import { describe, expect, test } from 'vitest';
import { readPortsCell, writePortsCell } from './ports-cell.ts';
import { readTypedProtocol, trafficOfType, typeOf, typeSections } from './traffic-presets.ts';

describe('the ports cell', () => {
  test.each([
    ['tcp', '443', { fromPort: 443, toPort: 443 }],
    ['udp', '1024-65535', { fromPort: 1024, toPort: 65535 }],
    ['tcp', 'all', { fromPort: undefined, toPort: undefined }],
    ['icmp', 'type 8', { icmpType: 8, icmpCode: undefined }],
    ['icmp', '3/4', { icmpType: 3, icmpCode: 4 }],
    ['icmp', 'type 3 code 4', { icmpType: 3, icmpCode: 4 }],
    ['icmpv6', 'all', { icmpType: undefined, icmpCode: undefined }],
    ['all', 'whatever', {}],
    [47, '', {}],
  ] as const)('%s %j', (protocol, text, traffic) => {
    expect(readPortsCell(protocol, text)).toEqual({ ok: true, traffic });
  });

  test.each([
    ['tcp', 'https', '“https” is no port; write 443, 1024–65535 or all.'],
    ['icmp', 'echo', '“echo” is no ICMP type; write type 8, type 3 code 4 or all.'],
    ['icmp', '300', '300 is no ICMP type or code; they are 0 to 255.'],
  ] as const)('%s %j is refused', (protocol, text, problem) => {
    expect(readPortsCell(protocol, text)).toEqual({ ok: false, problem });
  });
});

describe('the type cell', () => {
  const everyPreset = typeSections.flatMap(({ choices }) => choices.map(({ value, detail }) => [value, detail] as const));

  test.each(everyPreset)('%s gives traffic that a rule can hold', (value, detail) => {
    const traffic = readTraffic(trafficOfType(value));
    expect(readTraffic({ protocol: traffic.protocol, ...(readPortsCell(traffic.protocol, writePortsCell(traffic)) as { traffic: object }).traffic })).toEqual(
      traffic,
    );
    if (detail !== undefined) expect(`${String(traffic.protocol).toUpperCase()} ${writePortsCell(traffic)}`).toBe(detail);
  });

  test.each([
    ['47', { value: '47', label: 'GRE' }],
    ['esp', { value: '50', label: 'ESP' }],
    ['tcp', undefined],
    ['quic', undefined],
  ])('typing %s', (typed, expected) => {
    if (expected) expect(readTypedProtocol(typed)).toMatchObject(expected);
    else expect(readTypedProtocol(typed)).toBeUndefined();
  });

  test('a protocol alone keeps the ports of the rule', () => {
    expect(readTraffic({ protocol: 'tcp', fromPort: 53, toPort: 53, ...trafficOfType('udp') })).toEqual({ protocol: 'udp', fromPort: 53, toPort: 53 });
    expect(typeOf({ protocol: 47 })).toBe('47');
  });
});
