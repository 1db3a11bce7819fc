import fc from 'fast-check';
import { expect, test } from 'vitest';
import { buildLookup } from '../lookup/build-lookup.ts';
import type { Design } from '../model/design.ts';
import { asRowId } from '../model/ids.ts';
import type { NetworkInterface, Resource } from '../model/resources/index.ts';
import { arbitraryDesign } from '../testing/arbitraries.ts';
import { arbitraryBrokenDesign } from '../testing/broken-designs.ts';
import { fareOf } from './fare-alike.ts';
import { traceExposure } from './trace-exposure.ts';

const withAddress = (value: NetworkInterface, host: number): NetworkInterface => {
  const [row] = Object.values(value.addresses);
  const address = row?.address.replace(/\d+$/, String(host)) ?? '';
  return { ...value, addresses: { [asRowId('address-1')]: { address, primary: true, public: { address: `198.51.101.${host}`, type: 'elastic' } } } };
};

/** Every instance with a public address and a twin beside it: same subnet, same groups, another address. */
function addTwins(design: Design): Design {
  const resources: Record<string, Resource> = { ...design.resources };
  let host = 30;
  for (const [id, value] of Object.entries(design.resources)) {
    const { attachment } = value.kind === 'network-interface' ? value : {};
    const holder = attachment && design.resources[attachment.resource];
    if (value.kind !== 'network-interface' || attachment?.deviceIndex !== 0 || holder?.kind !== 'instance') continue;
    resources[id] = withAddress(value, host);
    resources[`twin-${attachment.resource}`] = { ...holder, name: `twin-${holder.name}` };
    resources[`twin-${id}`] = { ...withAddress(value, host + 1), attachment: { ...attachment, resource: `twin-${attachment.resource}` as typeof attachment.resource } };
    host += 2;
  }
  return { ...design, resources };
}

test.each([
  ['sound', arbitraryDesign],
  ['broken', arbitraryBrokenDesign],
])('in %s networks the internet reaches those that fare alike in the same way', (_name, designs) => {
  let compared = 0;
  fc.assert(
    fc.property(designs, (design) => {
      const lookup = buildLookup(addTwins(design));
      const first = new Map<string, { readonly id: string; readonly boxes: string; readonly path: readonly string[] }>();
      for (const entry of lookup.interfaces.values()) {
        const fare = entry.holder.kind === 'instance' && entry.holder.instance.state === 'running' ? fareOf(lookup, entry) : undefined;
        if (fare === undefined) continue;
        const { boxes, path } = traceExposure(lookup, { from: { kind: 'internet', range: undefined }, to: entry });
        // What is asked of is named by the private address of the interface.
        const words = JSON.stringify(boxes.map(({ protocol, source, sourcePort, destinationPort }) => [protocol, source, sourcePort, destinationPort]), (_key, value: unknown) => (typeof value === 'bigint' ? String(value) : value));
        const known = first.get(fare);
        if (known) {
          compared += 1;
          expect(words).toBe(known.boxes);
          expect(path.map((id) => (id === entry.id ? 'itself' : id))).toEqual(known.path.map((id) => (id === known.id ? 'itself' : id)));
        } else first.set(fare, { id: entry.id, boxes: words, path });
      }
    }),
    { numRuns: 60 },
  );
  expect(compared).toBeGreaterThan(20);
});
