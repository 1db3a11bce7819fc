import type { PictureOptions } from '../app/host-types.ts';
import { fail, succeed, type Reply } from '@core/model/reply.ts';
import { product } from '@shared/product.ts';
import type { App } from '../app/app-context.ts';
import { themeOf } from '../store/workspace-slice.ts';
import { drawPng } from './draw-png.ts';
import { embedOwnFonts } from './embed-own-fonts.ts';
import { suggestFileName } from './save-design.ts';

export interface PictureRequest {
  readonly format: 'png' | 'svg';
  /** 1 to 4: pixels of the picture for one of the canvas. */
  readonly scale: number;
  readonly theme: PictureOptions['theme'];
  readonly transparent: boolean;
  /** Only what is selected, and what it contains. */
  readonly onlySelected: boolean;
  /** With the path of the question that is asked. */
  readonly withPath: boolean;
}

interface DrawnSvg {
  readonly svg: string;
  readonly width: number;
  readonly height: number;
}

async function drawSvg({ store, host }: App, { theme, transparent, onlySelected, withPath }: PictureRequest): Promise<Reply<DrawnSvg>> {
  const { design, selection, question } = store.getState();
  const options = { theme, transparent, only: onlySelected ? selection.keys : [], question: withPath ? question.value : null };
  const reply = await host.drawPicture({ design, options });
  if (!reply.ok) return reply;
  return succeed({ ...reply.value, svg: await embedOwnFonts(reply.value.svg) });
}

/** The picture as PNG with the design in it, so that the picture opens again as a design. */
async function makePng(app: App, request: PictureRequest): Promise<Reply<Uint8Array>> {
  const drawn = await drawSvg(app, request);
  if (!drawn.ok) return drawn;
  const png = await drawPng(drawn.value, request.scale);
  if (!png) return fail('The picture is too large for this scale; choose a smaller one, or SVG.');
  return app.host.embedDesign({ design: app.store.getState().design, png });
}

/** Asks for a file and writes the picture to it. Answers whether it was written. */
export async function exportPicture(app: App, request: PictureRequest): Promise<boolean> {
  const { format } = request;
  const drawn = await (format === 'png' ? makePng(app, request) : drawSvg(app, request));
  if (!drawn.ok) {
    app.store.notify('problem', drawn.problem.message);
    return false;
  }
  const content = drawn.value instanceof Uint8Array ? drawn.value : drawn.value.svg;
  const extension = format === 'png' ? product.pictureExtension : '.svg';
  const suggestedName = suggestFileName(app.store.getState().design.name, extension);
  const reply = await app.host.exportFile({ kind: format, suggestedName, content });
  if (!reply.ok) app.store.notify('problem', reply.problem.message);
  else if (reply.value !== null) app.store.notify('note', `Exported ${reply.value}.`);
  return reply.ok && reply.value !== null;
}

const COPY_SCALE = 2;

/** Puts the whole design on the clipboard as a picture, at twice its size, in the theme that is shown. */
export async function copyPicture(app: App): Promise<void> {
  const { workspace, question } = app.store.getState();
  const withPath = question.value !== null && question.pathShown;
  const request = { format: 'png', scale: COPY_SCALE, theme: themeOf(workspace), transparent: false, onlySelected: false, withPath } as const;
  const made = await makePng(app, request);
  const reply = made.ok ? await app.host.writeClipboard({ png: made.value }) : made;
  if (reply.ok) app.store.notify('note', 'Copied the design as a picture.');
  else app.store.notify('problem', reply.problem.message);
}
