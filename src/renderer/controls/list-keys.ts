/** The part of a list that keys need: what can be chosen, by its words. */
export interface ListLine {
  readonly label: string;
  readonly disabled?: boolean | undefined;
}

const PAGE = 8;

type Step = (lines: readonly ListLine[], active: number) => number | undefined;

const steps: Readonly<Record<string, Step>> = {
  ArrowDown: (lines, active) => nearestEnabled(lines, active + 1, 1),
  ArrowUp: (lines, active) => nearestEnabled(lines, (active === -1 ? lines.length : active) - 1, -1),
  Home: (lines) => nearestEnabled(lines, 0, 1),
  End: (lines) => nearestEnabled(lines, lines.length - 1, -1),
  PageDown: (lines, active) => nearestEnabled(lines, Math.min(lines.length - 1, active + PAGE), -1),
  PageUp: (lines, active) => nearestEnabled(lines, Math.max(0, active - PAGE), 1),
};

/**
 * The line that is active after a key: arrows, Home, End, Page Up and Page Down, leaving out what is disabled. Undefined for
 * any other key. `active` is -1 while none is.
 */
export function lineAfterKey(key: string, active: number, lines: readonly ListLine[]): number | undefined {
  const step = steps[key];
  return step && (step(lines, active) ?? active);
}

/**
 * The next line that starts with what was typed; the same letter again goes on to the next one. Undefined where none does.
 */
export function lineAfterTyping(typed: string, active: number, lines: readonly ListLine[]): number | undefined {
  const isRepeated = /^(.)\1+$/.test(typed);
  const wanted = (isRepeated ? typed.charAt(0) : typed).toLowerCase();
  const start = wanted.length === 1 ? active + 1 : Math.max(0, active);
  const order = lines.map((_line, index) => (start + index) % lines.length);
  return order.find((index) => lines[index]?.label.toLowerCase().startsWith(wanted) && !lines[index].disabled);
}

function nearestEnabled(lines: readonly ListLine[], from: number, step: 1 | -1): number | undefined {
  for (let index = from; index >= 0 && index < lines.length; index += step) {
    if (!lines[index]?.disabled) return index;
  }
  return undefined;
}
