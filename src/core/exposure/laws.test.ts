import fc from 'fast-check';
import { expect, test } from 'vitest';
import { containsAddress, readCidr } from '../address/cidr.ts';
import { protocolNumber } from '../address/protocol.ts';
import { isPublicIpv4 } from '../address/special-ranges.ts';
import type { ExposureRow } from '../findings/exposure.ts';
import { buildLookup } from '../lookup/build-lookup.ts';
import type { InterfaceEntry, Lookup } from '../lookup/entries.ts';
import type { Question } from '../model/question.ts';
import { arbitraryDesign } from '../testing/arbitraries.ts';
import { traceRoundTrip } from '../tracing/round-trip.ts';
import { startFlights } from '../tracing/start-flights.ts';
import { listExposure } from './list-exposure.ts';

/** A packet from the internet; the destination port of ICMP is type * 256 + code. */
interface Packet {
  readonly source: number;
  readonly protocol: number;
  readonly port: number;
  readonly question: Partial<Question>;
}

const tcp = (protocol: 'tcp' | 'udp', port: number) => ({ protocol: protocol === 'tcp' ? 6 : 17, port, question: { protocol, port } });
const icmp = (icmpType: number, icmpCode: number) => ({ protocol: 1, port: icmpType * 256 + icmpCode, question: { protocol: 'icmp', icmpType, icmpCode } as const });
const other = (protocol: number) => ({ protocol, port: 0, question: { protocol } });

const kinds = fc.oneof(
  fc.constantFrom(22, 80, 443, 1023, 1024, 3306, 60_999, 65_535).map((port) => tcp('tcp', port)),
  fc.constantFrom(53, 443).map((port) => tcp('udp', port)),
  fc.constantFrom([8, 0], [3, 4], [0, 0]).map(([type = 0, code = 0]) => icmp(type, code)),
  fc.constantFrom(47, 50).map(other),
);
const sources = fc.oneof(fc.constantFrom(0xc6336407, 0xc6336408, 0xc63364ff, 0x08080808, 0xcb007101), fc.nat(2 ** 32 - 1).filter(isPublicIpv4));
const packets: fc.Arbitrary<Packet> = fc.tuple(sources, kinds).map(([source, kind]) => ({ source, ...kind }));

function coversProtocol(text: string, protocol: number): boolean {
  const [first = '', last = first] = text.split('-');
  const single = protocolNumber(text);
  return single === undefined ? Number(first) <= protocol && protocol <= Number(last) : single === protocol;
}

const isInBlock = (text: string, address: number): boolean => {
  const block = readCidr(text);
  return block !== undefined && containsAddress(block, address);
};

/** Whether a row says that the packet arrives. */
const isIn = ({ protocol, ports, from }: ExposureRow, packet: Packet): boolean =>
  coversProtocol(protocol, packet.protocol) && ports.some(([first, last]) => first <= packet.port && packet.port <= last) && from.some((block) => isInBlock(block, packet.source));

/** Whether the evaluator delivers the packet alone, request and reply, from some port a client may use. */
function isDelivered(lookup: Lookup, entry: InterfaceEntry, { source, question }: Packet): boolean {
  const starts = startFlights({ kind: 'internet', range: [source, source + 1] }, { kind: 'interfaces', interfaces: [entry], address: undefined, via: 'private' }, { from: 'internet', to: entry.id, ...question });
  return starts.ok && traceRoundTrip({ lookup, policy: 'strict' }, starts.value).some(({ blocks }) => blocks.length === 0);
}

test('a packet arrives according to the rows exactly when the evaluator delivers it alone', () => {
  fc.assert(
    fc.property(arbitraryDesign, fc.array(packets, { minLength: 8, maxLength: 8 }), (design, sent) => {
      const lookup = buildLookup(design);
      const reply = listExposure(design);
      const rows = reply.ok ? reply.value : [];
      const wrong = [...lookup.instances.values()].flatMap(({ id, interfaces: [entry] }) =>
        sent.flatMap((packet) => {
          const said = rows.some((row) => row.resource === id && isIn(row, packet));
          const delivered = entry !== undefined && isDelivered(lookup, entry, packet);
          return said === delivered ? [] : [{ id, packet, said, delivered }];
        }),
      );
      expect(wrong).toEqual([]);
    }),
    { numRuns: 150 },
  );
});

test('rows of one resource and protocol are disjoint', () => {
  fc.assert(
    fc.property(arbitraryDesign, packets, (design, packet) => {
      const reply = listExposure(design);
      const rows = reply.ok ? reply.value : [];
      const counts = new Map<string, number>();
      for (const row of rows.filter((candidate) => isIn(candidate, packet))) counts.set(row.resource, (counts.get(row.resource) ?? 0) + 1);
      expect([...counts].filter(([, count]) => count > 1)).toEqual([]);
    }),
    { numRuns: 100 },
  );
});
