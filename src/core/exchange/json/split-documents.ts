const STEP: Readonly<Record<string, number>> = { '{': 1, '[': 1, '}': -1, ']': -1 };

/** Whether the sign at a place stands after an odd number of backslashes. */
function isEscaped(text: string, at: number): boolean {
  let first = at;
  while (text[first - 1] === '\\') first -= 1;
  return (at - first) % 2 === 1;
}

/** Where a text in quotation marks that begins at a place ends: at its closing mark, or with the file. */
function endOfText(text: string, start: number): number {
  let end = text.indexOf('"', start + 1);
  while (end !== -1 && isEscaped(text, end)) end = text.indexOf('"', end + 1);
  return end === -1 ? text.length : end;
}

/** Where the JSON object or list that begins at a place of a text ends, after its closing bracket; nothing where it does not. */
function endOf(text: string, start: number): number | undefined {
  let depth = 0;
  for (let at = start; at < text.length; at += 1) {
    const sign = text[at] ?? '';
    if (sign === '"') at = endOfText(text, at);
    depth += STEP[sign] ?? 0;
    if (depth === 0) return STEP[sign] === undefined ? undefined : at + 1;
  }
  return undefined;
}

/**
 * The texts of JSON objects and lists that stand one after another, as several calls append them to one file, or one a line
 * (https://jsonlines.org). Nothing where anything else stands between them, or where there are not at least two.
 */
export function splitDocuments(text: string): readonly string[] | undefined {
  const parts: string[] = [];
  let at = text.startsWith('\uFEFF') ? 1 : 0;
  for (;;) {
    while (/\s/.test(text[at] ?? '')) at += 1;
    if (at >= text.length) return parts.length > 1 ? parts : undefined;
    const end = endOf(text, at);
    if (end === undefined) return undefined;
    parts.push(text.slice(at, end));
    at = end;
  }
}
