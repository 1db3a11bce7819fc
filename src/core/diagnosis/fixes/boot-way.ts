import type { Fix } from '../../findings/fix.ts';
import { asResourceId } from '../../model/ids.ts';
import { findBootRefusal, NEEDS_EGRESS } from '../boot-way.ts';
import { senderOf } from '../first-refusal.ts';
import type { FixInput } from './fix-input.ts';

/** Opens the way that a script lacked: what would mend the trace to the same place. */
export function fixBootWay({ lookup, block, question }: FixInput, findFixes: (input: FixInput) => readonly Fix[]): readonly Fix[] {
  const machine = lookup.instances.get(asResourceId(block.resource));
  const [entry] = machine?.interfaces ?? [];
  if (!machine || !entry || block.code !== NEEDS_EGRESS) return [];
  const refusal = findBootRefusal(lookup, { instance: machine.value, interface: entry }, question.port);
  return refusal ? findFixes({ lookup, block: refusal.block, from: senderOf(entry), ...refusal.asked }) : [];
}
