import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { AnyBox } from '../filtering/rule-match.ts';
import { buildLookup } from '../lookup/build-lookup.ts';
import type { Design } from '../model/design.ts';
import type { Question } from '../model/question.ts';
import { applyPatch } from '../patch/apply-patch.ts';
import { arbitraryDesign, arbitraryQuestion } from '../testing/arbitraries.ts';
import { arbitraryDualStackDesign, arbitraryDualStackQuestion } from '../testing/dual-stack-designs.ts';
import { resolveEndpoint } from '../tracing/resolve-endpoint.ts';
import { traceRoundTrip, type Outcome } from '../tracing/round-trip.ts';
import { startFlights, type Start } from '../tracing/start-flights.ts';
import type { Policy } from '../tracing/advance.ts';
import { diagnose } from './diagnose.ts';

const RUNS = 2000;

/** Where the traffic of a question starts; nothing when it cannot be asked of the design. */
function startsOf(design: Design, question: Question): readonly Start[] {
  const lookup = buildLookup(design);
  const [from, to] = [resolveEndpoint(lookup, question.from, 'source'), resolveEndpoint(lookup, question.to, 'destination')];
  if (!from.ok || !to.ok) return [];
  const starts = startFlights(from.value, to.value, question);
  return starts.ok ? starts.value : [];
}

const trace = (design: Design, starts: readonly Start[], policy: Policy): readonly Outcome[] => traceRoundTrip({ lookup: buildLookup(design), policy }, starts);

const pick = ([start, end]: readonly [number | bigint, number | bigint], share: number): readonly [number | bigint, number | bigint] => {
  const value = Number(start) + Math.floor((Number(end) - Number(start)) * share);
  return [value, value + 1];
};

/** One packet of a box, at a random place in it. */
function packetOf(box: AnyBox, shares: readonly number[]): AnyBox {
  const [a = 0, b = 0, c = 0, d = 0, e = 0] = shares;
  const port = (interval: AnyBox['sourcePort'], share: number): AnyBox['sourcePort'] => pick(interval, share) as AnyBox['sourcePort'];
  return { source: pick(box.source, a), destination: pick(box.destination, b), protocol: port(box.protocol, c), sourcePort: port(box.sourcePort, d), destinationPort: port(box.destinationPort, e) };
}

const FIELDS = ['source', 'destination', 'protocol', 'sourcePort', 'destinationPort'] as const;
const covers = (box: AnyBox, packet: AnyBox): boolean => FIELDS.every((field) => box[field][0] <= packet[field][0] && packet[field][1] <= box[field][1]);

/** How a packet fares by these outcomes: some of `passes`, `stops`. Behind a NAT gateway it may be both: the port is the gateway's choice. */
const faresOf = (outcomes: readonly Outcome[], packet: AnyBox): string =>
  [...new Set(outcomes.filter(({ asked }) => asked.some((box) => covers(box, packet))).map(({ blocks }) => (blocks.length === 0 ? 'passes' : 'stops')))].sort().join(' ');

const share = fc.double({ min: 0, max: 0.999999, noNaN: true });
const shares = fc.tuple(share, share, share, share, share);

describe('laws of the walk', { timeout: 120_000 }, () => {
  test('a set fares as each packet drawn from it fares alone', () => {
    fc.assert(
      fc.property(arbitraryDesign, arbitraryQuestion, fc.nat(), shares, (design, question, index, at) => {
        const starts = startsOf(design, question);
        const start = starts[index % Math.max(1, starts.length)];
        const parcel = start?.flight.parcels[index % start.flight.parcels.length];
        if (!start || !parcel) return;
        const packet = packetOf(parcel.now, at);
        const alone: Start = { ...start, flight: { ...start.flight, parcels: [{ now: packet, asked: packet, replaced: [] }] } };
        expect(faresOf(trace(design, [start], 'strict'), packet)).toBe(faresOf(trace(design, [alone], 'strict'), packet));
      }),
      { numRuns: RUNS },
    );
  });

  test('what a strict walk delivers, a persistent one delivers without a block, and nothing else', () => {
    fc.assert(
      fc.property(arbitraryDesign, arbitraryQuestion, shares, (design, question, at) => {
        const starts = startsOf(design, question);
        const [strict, persistent] = [trace(design, starts, 'strict'), trace(design, starts, 'persist')];
        for (const { flight } of starts) {
          for (const parcel of flight.parcels) {
            const packet = packetOf(parcel.now, at);
            expect(faresOf(persistent, packet)).toBe(faresOf(strict, packet));
          }
        }
      }),
      { numRuns: RUNS },
    );
  });

  test('none of steps 1–5 fails if and only if the round trip is delivered', () => {
    let [delivered, blocked] = [0, 0];
    fc.assert(
      fc.property(arbitraryDesign, arbitraryQuestion, (design, question) => {
        const reply = diagnose(design, question);
        if (!reply.ok) return;
        const outcomes = trace(design, startsOf(design, reply.value.question), 'strict');
        const isUnknown = outcomes.some(({ blocks }) => blocks.some(({ certainty }) => certainty === 'unknown'));
        if (isUnknown || outcomes.length === 0) return;
        const isDelivered = outcomes.every(({ blocks }) => blocks.length === 0);
        const fails = reply.value.steps.slice(0, 5).filter(({ status }) => status === 'fail');
        expect(fails.length === 0).toBe(isDelivered);
        if (isDelivered) delivered += 1;
        else blocked += 1;
      }),
      { numRuns: RUNS },
    );
    // Random designs that were all blocked would prove little.
    expect(delivered).toBeGreaterThan(RUNS / 50);
    expect(blocked).toBeGreaterThan(RUNS / 50);
  });

  test('no blocker exactly when the verdict is reachable', () => {
    fc.assert(
      fc.property(arbitraryDesign, arbitraryQuestion, (design, question) => {
        const reply = diagnose(design, question);
        if (!reply.ok) return;
        expect(reply.value.blockers.length === 0).toBe(reply.value.verdict === 'reachable');
      }),
      { numRuns: RUNS },
    );
  });

  test.each([
    ['IPv4', arbitraryDesign, arbitraryQuestion],
    ['both families, with tables of gateways', arbitraryDualStackDesign, arbitraryDualStackQuestion],
  ])('a fix takes its blocker away in networks of %s', (_name, designs, questions) => {
    fc.assert(
      fc.property(designs, questions, fc.nat(), (design, question, index) => {
        const reply = diagnose(design, question);
        if (!reply.ok) return;
        const fixable = reply.value.blockers.filter(({ fixes }) => fixes.length > 0);
        const blocker = fixable[index % Math.max(1, fixable.length)];
        const fix = blocker?.fixes[0];
        if (!blocker || !fix) return;
        const changed = applyPatch(design, fix.patch);
        if (!changed.ok) throw new Error(changed.problem);
        const after = diagnose(changed.document, question);
        if (!after.ok) throw new Error(after.problem.message);
        const isSame = ({ leg, component, resource, row, sentence }: typeof blocker): boolean =>
          leg === blocker.leg && component === blocker.component && resource === blocker.resource && row === blocker.row && sentence === blocker.sentence;
        expect(after.value.blockers.filter(isSame)).toEqual([]);
      }),
      { numRuns: RUNS },
    );
  });
});
