import { expect, test } from 'vitest';
import { arrange } from '../drawing/arrange.ts';
import { drawDesign } from '../drawing/draw-design.ts';
import { openTemplate } from '../templates/index.ts';

/**
 * Pictures that were looked at and found right. A change of the drawing shows here as a change of a file that a browser
 * opens; `npx vitest run src/core/testing/stable-pictures.test.ts -u` writes the new ones, to be looked at again.
 */
test.each([
  ['three-tiers', 'light'],
  ['three-tiers', 'dark'],
  ['hub-and-spoke', 'light'],
  ['load-balanced-web', 'light'],
] as const)('%s, %s, is drawn byte for byte as before', async (id, theme) => {
  const opened = openTemplate({ id });
  if (!opened.ok) throw new Error(opened.problem.message);
  const design = { ...opened.value, layout: arrange(opened.value) };
  await expect(drawDesign(design, { theme, transparent: false, only: [] }).svg).toMatchFileSnapshot(`pictures/${id}-${theme}.svg`);
});
