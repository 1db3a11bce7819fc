import type { Instance } from '../../model/resources/index.ts';
import type { Block } from '../../tracing/flight.ts';
import { instanceOf } from '../case.ts';
import { findScriptFaults } from '../../scripts/find-script-faults.ts';
import { askedPort, makeBlock, type MachineInput } from './machine-input.ts';
import { serviceAt } from './service-blocks.ts';

/** A broken script only matters while nobody has said that the service it was to start runs all the same. */
function isDeclaredRunning(input: MachineInput, instance: Instance): boolean {
  const asked = askedPort(input);
  return asked !== undefined && serviceAt(instance, asked.port, asked.protocol)?.[1].running === true;
}

/** The first fault that stops the start-up script, where the asked service hangs on it. */
export function scriptBlocks(input: MachineInput): readonly Block[] {
  const target = instanceOf(input.to);
  if (!target || isDeclaredRunning(input, target.instance)) return [];
  const fault = findScriptFaults(target.instance).find(({ harm }) => harm === 'stops');
  return fault ? [makeBlock(input, { component: 'user-data', resource: target.id, code: fault.code })] : [];
}
