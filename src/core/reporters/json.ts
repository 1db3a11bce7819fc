const INDENT = 2;

/** An answer as JSON for programs: two spaces, closing newline. The shapes lie in `docs/schemas`. */
export function writeJson(value: unknown): string {
  return `${JSON.stringify(value, null, INDENT)}\n`;
}

/** The same on one line, for answers that come line by line. */
export function writeJsonLine(value: unknown): string {
  return `${JSON.stringify(value)}\n`;
}
