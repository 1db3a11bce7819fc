import type { StoryPart } from '../../findings/diagnosis.ts';
import type { Lookup } from '../../lookup/entries.ts';
import type { ScriptNeed } from '../../scripts/script-needs.ts';
import type { Booting } from '../boot-egress.ts';
import { namedDestination } from '../boot-way.ts';
import { firstBlockOf } from './first-block.ts';

/** What stops a machine on its way to what its script needs, by the evaluator; nothing where there is a way or nobody knows. */
export function findEgressCause(lookup: Lookup, booting: Booting, need: ScriptNeed): StoryPart | undefined {
  const told = namedDestination(lookup, booting, need);
  return told && firstBlockOf(lookup, booting.interface, told);
}
