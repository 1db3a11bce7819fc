import type { Block } from '../../tracing/flight.ts';
import { instanceOf } from '../case.ts';
import { readScriptNeeds } from '../read-user-data.ts';
import { makeBlock, type MachineInput } from './machine-input.ts';

/** A role that is missing, where the script calls AWS services. */
export function permissionBlocks(input: MachineInput): readonly Block[] {
  const target = instanceOf(input.to);
  if (!target || target.instance.role !== undefined) return [];
  const { awsServices } = readScriptNeeds(target.instance.userData ?? '');
  return awsServices.length > 0 ? [makeBlock(input, { component: 'permissions', resource: target.id, code: 'X_IAM_NO_INSTANCE_PROFILE' })] : [];
}
