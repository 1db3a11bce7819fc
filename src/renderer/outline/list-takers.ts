import { parseStandbyKey } from '@core/drawing/node-keys.ts';
import { judgeDrop } from '@core/editing/judge-drop.ts';
import type { Design } from '@core/model/design.ts';
import type { Choice, ChoiceSection } from '../controls/choice.ts';
import type { OutlineRow } from './outline-rows.ts';

/** The choice that means the canvas itself; no key of a container is empty. */
export const CANVAS_CHOICE = '';
const MOST_ALLOWED = 60;
const MOST_REFUSED = 5;
/** Trying a move on a design of thousands takes a while; typing a name makes the rest short. In milliseconds. */
const LONGEST = 300;

export interface Takers {
  readonly sections: readonly ChoiceSection[];
  /** Whether everything that fits what was typed was tried. */
  readonly isWhole: boolean;
}

export interface TakersRequest {
  readonly design: Design;
  /** What is moved. */
  readonly keys: readonly string[];
  /** Every line of the outline, none folded. */
  readonly rows: readonly OutlineRow[];
  readonly typed: string;
  /** Milliseconds from any start. */
  readonly now: () => number;
}

const CANVAS: Choice = { value: CANVAS_CHOICE, label: 'Canvas', glyph: 'grid' };

const toChoice = ({ key, name, noun, glyph, detail }: OutlineRow): Choice => ({ value: key, label: name, glyph, hue: 'own', detail, keywords: [noun] });

const fits = ({ label, detail = '', keywords = [] }: Choice, typed: string): boolean => {
  const text = [label, detail, ...keywords].join(' ').toLowerCase();
  return typed.toLowerCase().split(/\s+/).every((word) => text.includes(word));
};

/**
 * Where resources may be moved to, each with what that would do: the answers of the drag, as a list. What was typed finds
 * places by name; those that cannot take the resources say why.
 */
export function listTakers({ design, keys, rows, typed, now }: TakersRequest): Takers {
  // The standby of a database is no second place.
  const places = rows.filter(({ key }) => parseStandbyKey(key) === undefined);
  const fitting = [...places.map(toChoice), CANVAS].filter((choice) => fits(choice, typed) && !keys.includes(choice.value));
  const [allowed, refused]: [Choice[], Choice[]] = [[], []];
  const end = now() + LONGEST;
  let tried = 0;
  for (const choice of fitting) {
    if (allowed.length >= MOST_ALLOWED || now() > end) break;
    tried += 1;
    const judgement = judgeDrop(design, { keys }, choice.value === CANVAS_CHOICE ? undefined : choice.value);
    if (judgement.ok) allowed.push({ ...choice, sentence: judgement.effect });
    else refused.push({ ...choice, sentence: judgement.refused, disabled: true });
  }
  const reasons = typed.trim() === '' ? [] : refused.slice(0, MOST_REFUSED);
  const sections = [
    { title: 'Possible', choices: allowed },
    { title: 'Not possible', choices: reasons },
  ];
  return { sections: sections.filter(({ choices }) => choices.length > 0), isWhole: tried === fitting.length };
}
