import type { PictureOptions } from '../app/host-types.ts';
import { fail, succeed, type Reply } from '@core/model/reply.ts';
import { formatDay } from '@shared/format-day.ts';
import { product } from '@shared/product.ts';
import type { App } from '../app/app-context.ts';
import { themeOf } from '../store/workspace-slice.ts';
import { drawPng } from './draw-png.ts';
import { embedOwnFonts } from './embed-own-fonts.ts';
import { printPicture } from './print-picture.ts';
import { suggestFileName } from './suggest-file-name.ts';

export interface PictureRequest {
  readonly format: 'png' | 'svg' | 'pdf';
  /** 1 to 4: pixels of the picture for one of the canvas. */
  readonly scale: number;
  readonly theme: PictureOptions['theme'];
  readonly transparent: boolean;
  /** Only what is selected, and what it contains. */
  readonly onlySelected: boolean;
  /** With the path of the question that is asked. */
  readonly withPath: boolean;
  /** With name, day, counts and legend below. */
  readonly withTitle: boolean;
  /** With the views that are on. */
  readonly withViews: boolean;
  /** On white, without washes. */
  readonly plain: boolean;
}

interface DrawnSvg {
  readonly svg: string;
  readonly width: number;
  readonly height: number;
}

async function drawSvg({ store, host }: App, { theme, transparent, onlySelected, withPath, withTitle, withViews, plain }: PictureRequest): Promise<Reply<DrawnSvg>> {
  const { design, selection, question, views } = store.getState();
  const options = { theme, transparent, only: onlySelected ? selection.keys : [], question: withPath ? question.value : null, titleBlock: withTitle ? { date: formatDay(new Date()) } : null, views: withViews ? views.on : [], plain };
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

/** The picture as a page of its own size; `null` where the browser's own dialog has written it. */
async function makePdf(app: App, request: PictureRequest): Promise<Reply<Uint8Array | null>> {
  const drawn = await drawSvg(app, request);
  return drawn.ok ? printPicture(drawn.value, app.host) : drawn;
}

async function makeSvg(app: App, request: PictureRequest): Promise<Reply<string>> {
  const drawn = await drawSvg(app, request);
  return drawn.ok ? succeed(drawn.value.svg) : drawn;
}

const makers = { png: makePng, svg: makeSvg, pdf: makePdf } as const satisfies Record<PictureRequest['format'], (app: App, request: PictureRequest) => Promise<Reply<unknown>>>;
const EXTENSIONS = { png: product.pictureExtension, svg: '.svg', pdf: '.pdf' } as const;

/** Asks for a file and writes the picture to it. Answers whether it was written. */
export async function exportPicture(app: App, request: PictureRequest): Promise<boolean> {
  const { format } = request;
  const made = await makers[format](app, request);
  if (!made.ok) app.store.notify('problem', made.problem.message);
  if (!made.ok || made.value === null) return made.ok;
  const content = made.value;
  const suggestedName = suggestFileName(app.store.getState().design.name, EXTENSIONS[format]);
  const reply = await app.host.exportFile({ kind: format, suggestedName, content });
  if (!reply.ok) app.store.notify('problem', reply.problem.message);
  else if (reply.value !== null) app.store.notify('note', `Exported ${reply.value}.`);
  return reply.ok && reply.value !== null;
}

const COPY_SCALE = 2;

/** Puts what is selected, else the whole design, on the clipboard as a picture, at twice its size, in the theme that is shown. */
export async function copyPicture(app: App): Promise<void> {
  const { workspace, question, selection, views } = app.store.getState();
  const withPath = question.value !== null && question.pathShown;
  const onlySelected = selection.keys.length > 0;
  const request = { format: 'png', scale: COPY_SCALE, theme: themeOf(workspace), transparent: false, onlySelected, withPath, withTitle: false, withViews: true, plain: views.plain } as const;
  const made = await makePng(app, request);
  const reply = made.ok ? await app.host.writeClipboard({ png: made.value }) : made;
  if (reply.ok) app.store.notify('note', onlySelected ? 'Copied what is selected as a picture.' : 'Copied the design as a picture.');
  else app.store.notify('problem', reply.problem.message);
}

/** Writes the picture that was asked for at every save beside the design; says nothing unless it cannot. */
export async function writePictureBeside(app: App): Promise<void> {
  const { files, workspace } = app.store.getState();
  const { savedPicture } = workspace;
  if (!savedPicture || !files.document || workspace.host?.kind !== 'desktop') return;
  const { format: kind } = savedPicture;
  const { token } = files.document;
  const request = { ...savedPicture, onlySelected: false, withPath: false, withViews: false, plain: false };
  const made = await (kind === 'png' ? makePng(app, request) : makeSvg(app, request));
  const reply = made.ok ? await app.host.savePictureBeside({ token, kind, content: made.value }) : made;
  if (!reply.ok) app.store.notify('problem', `The picture beside the design was not written. ${reply.problem.message}`);
}
