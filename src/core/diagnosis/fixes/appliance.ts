import { edit } from '../../editing/edit.ts';
import type { Fix } from '../../findings/fix.ts';
import type { InterfaceEntry } from '../../lookup/entries.ts';
import type { Instance } from '../../model/resources/index.ts';
import { asResourceId } from '../../model/ids.ts';
import { fixFrom, type FixInput } from './fix-input.ts';

const WORDS: readonly (readonly [forwards: NonNullable<Instance['forwards']>, title: string, effect: string])[] = [
  ['nat', 'is a NAT instance', 'Says in the design that it passes traffic on under an address of its own; AWS does not tell what runs on an instance.'],
  ['router', 'is a router or firewall', 'Says in the design that it passes traffic on unchanged; AWS does not tell what runs on an instance.'],
];

function entryAt({ lookup, block }: FixInput): InterfaceEntry | undefined {
  const id = asResourceId(block.subject.target ?? '');
  return lookup.interfaces.get(id) ?? lookup.instances.get(id)?.interfaces[0];
}

/** Says what the instance does that a route leads through, one way or the other: only the person can know which. */
export function fixAppliance(input: FixInput): readonly Fix[] {
  const { lookup, block } = input;
  const holder = block.code === 'X_APPLIANCE_NOT_MODELLED' ? entryAt(input)?.holder : undefined;
  if (holder?.kind !== 'instance') return [];
  return WORDS.flatMap(([forwards, title, effect]) => {
    const result = edit(lookup.design, (draft) => {
      draft.change(holder.id, 'instance', { forwards });
      return { said: title };
    });
    return fixFrom(result, { title: `Say that ${lookup.nameOf(holder.id)} ${title}`, effect });
  });
}
