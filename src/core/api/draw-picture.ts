import { diagnose } from '../diagnosis/diagnose.ts';
import { drawDesign } from '../drawing/draw-design.ts';
import type { ViewKnowledge } from '../drawing/views/views.ts';
import { listExposure } from '../exposure/list-exposure.ts';
import { listGroupTraffic } from '../exposure/list-group-traffic.ts';
import type { Design } from '../model/design.ts';
import { succeed, type Reply } from '../model/reply.ts';
import type { Picture, PictureOptions } from './core-api.ts';
import type { RequestOf } from './requests.ts';

/** What the evaluator says, as far as the views of a picture need it. */
function knowFor(design: Design, { views = [] }: PictureOptions): ViewKnowledge {
  const exposure = views.includes('exposure') ? listExposure(design) : undefined;
  return { exposure: exposure?.ok === true ? exposure.value : undefined, groupTraffic: views.includes('security') ? listGroupTraffic(design) : undefined };
}

/** The design as SVG; with a question, its path and marks on top. */
export function drawPicture({ design, options }: RequestOf<'drawPicture'>): Reply<Picture> {
  const knowledge = knowFor(design, options);
  if (options.question === null) return succeed(drawDesign(design, options, { knowledge }));
  const answer = diagnose(design, options.question);
  return answer.ok ? succeed(drawDesign(design, options, { knowledge, diagnosis: answer.value })) : answer;
}
