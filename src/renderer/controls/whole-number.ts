export interface NumberRange {
  readonly min: number;
  readonly max: number;
}

export type WholeNumberReading =
  { readonly ok: true; readonly value: number } | { readonly ok: false; readonly problem: string };

/** Reads a whole number as people type it, thousands commas allowed; else says in one sentence what is expected. */
export function readWholeNumber(text: string, { min, max }: NumberRange): WholeNumberReading {
  const digits = text.trim().replaceAll(',', '');
  const value = Number(digits);
  if (/^-?\d{1,15}$/.test(digits) && value >= min && value <= max) return { ok: true, value };
  const range = `a whole number from ${writeNumber(min)} to ${writeNumber(max)}`;
  const problem = digits === '' ? `Nothing is typed; type ${range}.` : `“${text.trim()}” is not ${range}.`;
  return { ok: false, problem };
}

/** A number with thousands commas. */
export function writeNumber(value: number): string {
  return value.toLocaleString('en');
}
