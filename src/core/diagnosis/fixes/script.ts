import { edit } from '../../editing/edit.ts';
import type { Fix } from '../../findings/fix.ts';
import type { Lookup } from '../../lookup/entries.ts';
import { regionCodeOf } from '../../lookup/interfaces.ts';
import { asResourceId, type ResourceId } from '../../model/ids.ts';
import { mendableFaults, sayMend, type MendedScript } from '../../scripts/mend-script.ts';
import { fixFrom, type FixInput } from './fix-input.ts';

/** A mended script as a change of the design. */
export function fixesOfMend(lookup: Lookup, id: ResourceId, mended: MendedScript): readonly Fix[] {
  const result = edit(lookup.design, (draft) => {
    draft.change(id, 'instance', { userData: mended.script });
    return { said: mended.title };
  });
  return fixFrom(result, sayMend(mended, lookup.nameOf(id)));
}

/** Mends the fault of a script that blocks, where it can be mended without knowing what its author meant. */
export function fixUserData({ lookup, block }: FixInput): readonly Fix[] {
  const machine = lookup.instances.get(asResourceId(block.resource));
  if (!machine) return [];
  const region = regionCodeOf(machine.interfaces[0]);
  const [, mended] = mendableFaults({ ...machine.value, region }).find(([{ code, harm }]) => code === block.code && harm === 'stops') ?? [];
  return mended ? fixesOfMend(lookup, machine.id, mended) : [];
}
