/** Below this many characters wrapped text is harder to read than a long line. */
const NARROWEST = 24;

function wrapParagraph(text: string, width: number): readonly string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    if (line !== '' && line.length + 1 + word.length > width) {
      lines.push(line);
      line = word;
    } else line = line === '' ? word : `${line} ${word}`;
  }
  return [...lines, line];
}

/** Breaks a text at spaces so that no line is longer than `width` characters, unless a single word is. */
export function wrap(text: string, width: number | undefined): readonly string[] {
  const paragraphs = text.split('\n');
  if (width === undefined) return paragraphs;
  return paragraphs.flatMap((paragraph) => wrapParagraph(paragraph, Math.max(width, NARROWEST)));
}

/** A text behind a lead (a sign, a number, a word); further lines stand under the first one's text. */
export function hang(lead: string, text: string, options: { readonly width?: number | undefined; readonly leadLength?: number } = {}): string {
  const indent = options.leadLength ?? lead.length;
  const width = options.width === undefined ? undefined : options.width - indent;
  return wrap(text, width)
    .map((line, index) => (index === 0 ? `${lead}${line}` : `${' '.repeat(indent)}${line}`.trimEnd()))
    .join('\n');
}

/** Columns of plain text, two spaces apart; the last column is not padded. */
export function columns(rows: readonly (readonly string[])[]): string {
  const widths: number[] = [];
  for (const row of rows) row.forEach((cell, index) => (widths[index] = Math.max(widths[index] ?? 0, cell.length)));
  return rows
    .map((row) => row.map((cell, index) => (index === row.length - 1 ? cell : cell.padEnd(widths[index] ?? 0))).join('  ').trimEnd())
    .join('\n');
}

/** `1 error`, `2 errors`; `3 pieces of advice` has its own plural. */
export function countWords(count: number, singular: string, plural = `${singular}s`): string {
  return `${count} ${count === 1 ? singular : plural}`;
}
