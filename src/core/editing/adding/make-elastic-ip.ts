import { makeId } from '../../model/ids.ts';
import type { Draft } from '../draft.ts';

/** The allocation id of a new Elastic IP address that is held at once, so that it never stands in the design by itself. */
export function newAllocation(draft: Draft): string {
  return makeId('eipalloc', draft.random, (id) => Object.hasOwn(draft.design.resources, id) || isHeld(draft, id));
}

function isHeld(draft: Draft, allocation: string): boolean {
  const byInterface = draft.list('network-interface').some(({ value }) => Object.values(value.addresses).some((address) => address.public?.allocation === allocation));
  return byInterface || draft.list('nat-gateway').some(({ value }) => Object.values(value.addresses).some((address) => address.allocation === allocation));
}
