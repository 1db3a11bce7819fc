import { edit } from '../../editing/edit.ts';
import type { Fix } from '../../findings/fix.ts';
import { asResourceId } from '../../model/ids.ts';
import { mendableFaults } from '../../scripts/mend-script.ts';
import { fixFrom, type FixInput } from './fix-input.ts';

/** Mends the fault of a script that blocks, where it can be mended without knowing what its author meant. */
export function fixUserData({ lookup, block }: FixInput): readonly Fix[] {
  const id = asResourceId(block.resource);
  const machine = lookup.instances.get(id);
  if (!machine) return [];
  const region = machine.interfaces[0]?.subnet.vpc.region?.value.code;
  const [, mended] = mendableFaults({ ...machine.value, region }).find(([{ code, harm }]) => code === block.code && harm === 'stops') ?? [];
  if (!mended) return [];
  const result = edit(lookup.design, (draft) => {
    draft.change(id, 'instance', { userData: mended.script });
    return { said: mended.title };
  });
  return fixFrom(result, { title: `${mended.title} (user data of ${lookup.nameOf(id)})`, effect: 'User data runs once, at the first start: the instance has to be launched anew.' });
}
