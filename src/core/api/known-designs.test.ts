import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Design } from '../model/design.ts';
import { parseDesign } from '../model/parse-design.ts';
import { arbitraryBrokenDesign } from '../testing/broken-designs.ts';
import { receiveDesign } from './known-designs.ts';

const receive = (value: unknown): Design => {
  const reply = receiveDesign(value);
  if (!reply.ok) throw new Error(reply.problem.message);
  return reply.value;
};

/** What may come in under an id: nothing, another resource, something that is none, host bits to clear. */
const arbitraryChange = fc.oneof(
  fc.constant(undefined),
  fc.constant({ kind: 'instance', name: 'new', operatingSystem: 'ubuntu', state: 'running' }),
  fc.constant({ kind: 'region', name: 'r', code: 'eu-west-1', more: { kept: true } }),
  fc.constant({ kind: 'subnet', name: 's', vpc: 'vpc-1', cidr: '10.1.1.77/24', availabilityZone: 'a', autoAssignPublicIp: false }),
  fc.constant({ kind: 'castle' }),
  fc.constant(7),
);

describe('an edited design', () => {
  test('is received as if all of it were parsed', () => {
    fc.assert(
      fc.property(arbitraryBrokenDesign, fc.array(fc.tuple(fc.nat(60), arbitraryChange), { maxLength: 4 }), (design, changes) => {
        const start = receive(structuredClone(design));
        const resources: Record<string, unknown> = { ...start.resources };
        const ids = Object.keys(resources);
        for (const [index, change] of changes) {
          const id = ids[index] ?? `added-${index}`;
          if (change === undefined) delete resources[id];
          else resources[id] = change;
        }
        const edited = { ...start, resources };
        for (const value of [structuredClone(edited), edited]) {
          const received = receiveDesign(value);
          expect(received).toEqual(parseDesign(structuredClone(edited)));
          if (received.ok) expect(Object.keys(received.value.resources)).toEqual(Object.keys(resources));
        }
      }),
      { numRuns: 100 },
    );
  });

  test.each([
    ['handed over', (value: unknown) => value],
    ['copied', structuredClone],
  ])('that is %s keeps the resources that were not edited as the objects they are', (_how, send) => {
    const start = receive({ version: 1, name: 'd', layout: {}, resources: { a: { kind: 'region', name: 'a', code: 'us-east-1' }, b: { kind: 'region', name: 'b', code: 'eu-west-1' } } });
    const edited = receive(send({ ...start, resources: { ...start.resources, b: { kind: 'region', name: 'c', code: 'eu-west-1' } } }));
    const [first] = Object.values(edited.resources);
    expect(first).toBe(Object.values(start.resources)[0]);
    expect(edited.layout).toBe(start.layout);
  });

  test('does not take a known resource under another id for granted, nor a refused key', () => {
    const start = receive({ version: 1, name: 'd', layout: {}, resources: { a: { kind: 'region', name: 'a', code: 'us-east-1' } } });
    const [region] = Object.values(start.resources);
    expect(receiveDesign({ ...start, resources: { ...start.resources, constructor: region } }).ok).toBe(false);
    expect(receiveDesign({ ...start, resources: { ...start.resources, ['__proto__']: region } }).ok).toBe(false);
  });
});
