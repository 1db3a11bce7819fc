import type { ViewName } from '@core/drawing/views/views.ts';
import { inEditor, windowCommand, type Command } from './command.ts';

/** Puts a view of the canvas on or off. */
export const viewCommand = (view: ViewName, { title, accelerator, keywords }: { readonly title: string; readonly accelerator: string; readonly keywords: string }): Command =>
  windowCommand(
    { id: `view-${view}`, title, accelerator },
    { group: 'View', glyph: 'eye', keywords: `show hide toggle layer ${keywords}`, onCanvasOnly: true, isEnabled: inEditor, run: ({ store }) => store.toggleView(view) },
  );
