import type { ScriptReading, ScriptRemark } from '../findings/script-reading.ts';
import type { InstanceEntry, Lookup } from '../lookup/entries.ts';
import { regionCodeOf } from '../lookup/interfaces.ts';
import type { ResourceId } from '../model/ids.ts';
import { describeScript } from '../scripts/describe-script.ts';
import { mendableFaults } from '../scripts/mend-script.ts';
import { readUserData } from '../scripts/read-user-data.ts';
import { bootNeeds, nameOfNeed } from './boot-egress.ts';
import { NEEDS_EGRESS } from './boot-way.ts';
import { fixesOfMend } from './fixes/script.ts';
import { findEgressCause } from './story/egress-cause.ts';

function remarkFaults(lookup: Lookup, { id, value, interfaces }: InstanceEntry): readonly ScriptRemark[] {
  const region = regionCodeOf(interfaces[0]);
  return mendableFaults({ ...value, region }).map(([{ line, code, sentence, harm }, mended]) => ({ line: line ?? null, code, sentence, harm, fixes: mended ? fixesOfMend(lookup, id, mended).map((fix) => ({ ...fix, title: mended.title })) : [] }));
}

function remarkNeeds(lookup: Lookup, { value, interfaces: [entry] }: InstanceEntry): readonly ScriptRemark[] {
  if (!entry) return [];
  const booting = { instance: value, interface: entry };
  return bootNeeds(lookup, booting).flatMap(({ need, fate }): readonly ScriptRemark[] => {
    if (fate === 'yes') return [];
    const said = { line: need.line, code: NEEDS_EGRESS };
    const what = `Line ${need.line} (${need.words}) needs ${nameOfNeed(need)}`;
    if (fate === 'unknown') return [{ ...said, sentence: `${what}; whether there is a way cannot be known from the drawing.`, harm: 'unknown', fixes: [] }];
    const cause = findEgressCause(lookup, booting, need);
    return [{ ...said, sentence: `${what}, and there is no way.${cause ? ` ${cause.sentence}` : ''}`, harm: 'stops', fixes: cause?.fixes ?? [] }];
  });
}

/** Reads the start-up script of an instance where it stands; nothing where the id is of no instance. */
export function readScript(lookup: Lookup, id: ResourceId): ScriptReading | undefined {
  const machine = lookup.instances.get(id);
  if (!machine) return undefined;
  const data = readUserData(machine.value.userData ?? '');
  const remarks = [...remarkFaults(lookup, machine), ...remarkNeeds(lookup, machine)].sort((a, b) => (a.line ?? 0) - (b.line ?? 0));
  return { instance: id, remarks, understood: describeScript(data, machine.value.operatingSystem), isWhole: data.isWhole };
}
