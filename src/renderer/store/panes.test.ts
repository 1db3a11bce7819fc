import { expect, test } from 'vitest';
import { defaultPanes, readPanes, writePanes } from './panes.ts';

test('panes come back as they were remembered', () => {
  const panes = { ...defaultPanes, left: 300, dockOpen: false };
  expect(readPanes(writePanes(panes))).toEqual(panes);
});

test('what is missing or of another type stands at its default', () => {
  expect(readPanes({ left: 'wide', right: Number.NaN, dockOpen: 1, minimap: false, unknown: true })).toEqual({ ...defaultPanes, minimap: false });
});
