import type { GlyphId } from '@core/drawing/glyphs/index.ts';
import type { Hue } from '@core/drawing/tokens.ts';

/** One thing to choose in a select or a combobox. */
export interface Choice {
  readonly value: string;
  readonly label: string;
  readonly glyph?: GlyphId | undefined;
  readonly hue?: Hue | 'own' | undefined;
  /** Set at the end in mono: an address, a range. */
  readonly detail?: string | undefined;
  /** A short sentence below the label. */
  readonly sentence?: string | undefined;
  readonly disabled?: boolean | undefined;
  /** More words it is found by. */
  readonly keywords?: readonly string[] | undefined;
  /** Sets the label in mono. */
  readonly mono?: boolean | undefined;
}

/** Choices under a heading. */
export interface ChoiceSection {
  readonly title: string;
  readonly choices: readonly Choice[];
}

/** The choice of a value, or undefined. */
export function findChoice(sections: readonly ChoiceSection[], value: string | undefined): Choice | undefined {
  return sections.flatMap(({ choices }) => choices).find((choice) => choice.value === value);
}

/**
 * How well a choice fits what was typed: 0 not at all, 1 best. Every typed word has to occur; words at the start of the
 * label count more than words inside, and both more than words found in details and keywords.
 */
export function scoreChoice(choice: Choice, typed: string): number {
  const words = typed.toLowerCase().split(/\s+/).filter(Boolean);
  const label = choice.label.toLowerCase();
  const rest = [choice.detail, choice.sentence, ...(choice.keywords ?? [])].join(' ').toLowerCase();
  const scores = words.map((word) => scoreWord(word, label, rest));
  return scores.length === 0 ? 1 : Math.min(...scores);
}

function scoreWord(word: string, label: string, rest: string): number {
  if (label.startsWith(word)) return 1;
  if (label.includes(word)) return 0.8;
  return rest.includes(word) ? 0.5 : 0;
}
