import { describeSteps } from '../diagnosis/checklist.ts';
import { succeed, type Reply } from '../model/reply.ts';
import type { StepDescription } from './core-api.ts';

/** The ten steps with their questions, 1 to 10. */
export function listSteps(): Reply<readonly StepDescription[]> {
  return succeed(describeSteps());
}
