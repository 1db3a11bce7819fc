const END = '<!-- end -->';

/**
 * A page with a written part in it: what stands between `<!-- begin: NAME -->` and the next `<!-- end -->` is replaced.
 * @throws Error for a page without these two marks.
 */
export function fillIn(page: string, name: string, lines: readonly string[]): string {
  const begin = `<!-- begin: ${name} -->`;
  const start = page.indexOf(begin);
  const end = page.indexOf(END, start);
  if (start === -1 || end === -1) throw new Error(`The page has no place for "${name}"; write ${begin} and ${END}.`);
  return [page.slice(0, start + begin.length), '\n', ...lines.map((line) => `${line}\n`), page.slice(end)].join('');
}
