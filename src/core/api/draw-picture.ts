import { diagnose } from '../diagnosis/diagnose.ts';
import { drawDesign } from '../drawing/draw-design.ts';
import { succeed, type Reply } from '../model/reply.ts';
import type { Picture } from './core-api.ts';
import type { RequestOf } from './requests.ts';

/** The design as SVG text, drawn from the model and never from a screen; with a question, its path on top. */
export function drawPicture({ design, options }: RequestOf<'drawPicture'>): Reply<Picture> {
  if (options.question === null) return succeed(drawDesign(design, options));
  const answer = diagnose(design, options.question);
  return answer.ok ? succeed(drawDesign(design, options, { diagnosis: answer.value })) : answer;
}
