/** A part of a multi-part text, and the line of the whole that it begins at, from 1. */
export interface MimePart {
  readonly text: string;
  readonly firstLine: number;
}

const boundaryOf = (text: string): string | undefined => /boundary="?([^"\s;]+)"?/i.exec(text)?.[1];

/** The body behind the headers of a part: what comes after its first empty line. */
function bodyOf(lines: readonly string[], firstLine: number): MimePart | undefined {
  const blank = lines.findIndex((line) => line.trim() === '');
  if (blank < 0) return undefined;
  return { text: lines.slice(blank + 1).join('\n'), firstLine: firstLine + blank + 1 };
}

/** The parts of a MIME multi-part text (RFC 2046 section 5.1); none where it has no boundary. */
export function splitMimeParts(text: string): readonly MimePart[] {
  const boundary = boundaryOf(text);
  if (boundary === undefined) return [];
  const parts: MimePart[] = [];
  const lines = text.split(/\r?\n/);
  let start: number | undefined;
  for (const [index, line] of lines.entries()) {
    const isEnd = line.trimEnd() === `--${boundary}--`;
    if (!isEnd && line.trimEnd() !== `--${boundary}`) continue;
    const part = start === undefined ? undefined : bodyOf(lines.slice(start, index), start + 1);
    if (part) parts.push(part);
    if (isEnd) return parts;
    start = index + 1;
  }
  const last = start === undefined ? undefined : bodyOf(lines.slice(start), start + 1);
  return last ? [...parts, last] : parts;
}
