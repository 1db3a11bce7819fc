import type { Block } from '../../tracing/flight.ts';
import { nameOfNeed } from '../boot-egress.ts';
import { findBootRefusal, NEEDS_EGRESS } from '../boot-way.ts';
import { instanceOf } from '../case.ts';
import { findStoppingFault } from '../known-services.ts';
import { askedPort, makeBlock, type MachineInput } from './machine-input.ts';
import { serviceAt } from './service-blocks.ts';

type Target = NonNullable<ReturnType<typeof instanceOf>>;

/** A broken script only matters while nobody has said that the service it was to start runs all the same. */
function isDeclaredRunning(input: MachineInput, { instance }: Target): boolean {
  const asked = askedPort(input);
  return instance.services !== undefined && asked !== undefined && serviceAt(instance, asked.port, asked.protocol)?.[1].running === true;
}

/** What a script could not fetch, with the place of the network that stops it. */
function wayBlocks(input: MachineInput, target: Target): readonly Block[] {
  const refusal = findBootRefusal(input.lookup, target, askedPort(input)?.port);
  if (!refusal) return [];
  const block = makeBlock(input, { component: 'user-data', resource: target.id, code: NEEDS_EGRESS });
  const { line, words } = refusal.need;
  return [{ ...block, evidence: [...refusal.block.evidence, ...block.evidence], subject: { target: `${nameOfNeed(refusal.need)}, which line ${line} of its user data (${words}) needs` } }];
}

/** What keeps the start-up script from starting what is asked for: its first fault before that, or a way it does not have. */
export function scriptBlocks(input: MachineInput): readonly Block[] {
  const target = instanceOf(input.to);
  if (!target || isDeclaredRunning(input, target)) return [];
  const fault = findStoppingFault(target.instance, askedPort(input)?.port);
  return fault ? [makeBlock(input, { component: 'user-data', resource: target.id, code: fault.code })] : wayBlocks(input, target);
}
