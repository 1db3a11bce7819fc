import { regions } from '../../aws/regions.ts';
import type { ResourceId } from '../../model/ids.ts';
import { containerOf } from '../container.ts';
import type { Draft } from '../draft.ts';
import { refuse } from '../refusal.ts';
import { refusePlace, type Adder, type Adding } from './adding.ts';

const FIRST_REGION = 'us-east-1';

function nextRegionCode(draft: Draft): string {
  const drawn = new Set(draft.list('region').map(({ value }) => value.code));
  if (!drawn.has(FIRST_REGION)) return FIRST_REGION;
  return regions.find(({ code }) => !drawn.has(code))?.code ?? refuse('Every Region is on the canvas already.');
}

function makeRegion(draft: Draft, code: string): ResourceId {
  return draft.add('region', { kind: 'region', name: code, code });
}

/** Puts a Region on the canvas: us-east-1, then the others in AWS's order. */
export const addRegion: Adder = (draft, { container, at, name }) => {
  if (container.kind !== 'canvas') refusePlace('region', container);
  const code = name !== undefined && regions.some((region) => region.code === name) ? name : nextRegionCode(draft);
  const id = makeRegion(draft, code);
  draft.place(id, at);
  return { said: `Add Region ${code}`, select: [id] };
};

/** The Region dropped on; on the canvas the only or first one of the design, and a new one when there is none. */
export function regionFor(draft: Draft, { container }: Pick<Adding, 'container'>): ResourceId | undefined {
  const dropped = containerOf(container, 'region');
  if (dropped) return dropped.id;
  if (container.kind !== 'canvas') return undefined;
  return draft.list('region')[0]?.id ?? makeRegion(draft, FIRST_REGION);
}
