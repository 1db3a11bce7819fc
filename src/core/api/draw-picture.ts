import { drawDesign } from '../drawing/draw-design.ts';
import { succeed, type Reply } from '../model/reply.ts';
import type { Picture } from './core-api.ts';
import type { RequestOf } from './requests.ts';

/** The design as SVG text, drawn from the model and never from a screen. */
export function drawPicture({ design, options }: RequestOf<'drawPicture'>): Reply<Picture> {
  return succeed(drawDesign(design, options));
}
