/** What a node shows: `near` everything, `middle` glyph, name and a box's block, `coarse` glyph and name, `far` its tile only. */
export type LevelOfDetail = 'near' | 'middle' | 'coarse' | 'far';

const NEAR = 0.85;
/** Below this a box's caption has no room for two rows of readable text. */
const COARSE = 0.66;
const FAR = 0.4;
/** Text on the screen is never smaller than this, in pixels, while it is shown. */
const SMALLEST_TEXT = 10.5;
/** The size captions are set in at 100 %. */
const CAPTION_TEXT = 11;
/** Nothing grows further than this against its surroundings. */
const LARGEST_SCALE = 16;
const STEPS = 20;

/** The level of detail at a zoom; 1 is 100 %. */
export function levelAt(zoom: number): LevelOfDetail {
  if (zoom >= NEAR) return 'near';
  if (zoom >= COARSE) return 'middle';
  return zoom < FAR ? 'far' : 'coarse';
}

// In steps, so that a zoom by wheel does not set every text of the canvas anew at each of its many small moves.
const inSteps = (scale: number): number => Math.round(scale * STEPS) / STEPS;

/** By how much text grows against the zoom, so that it stays readable: 1 near. */
export function textScaleAt(zoom: number): number {
  if (zoom >= NEAR) return 1;
  return inSteps(Math.min(LARGEST_SCALE, Math.max(1, SMALLEST_TEXT / (CAPTION_TEXT * zoom))));
}

/** By how much marks grow against the zoom, so that they keep their size on the screen; at 100 % and above they grow along. */
export const markScaleAt = (zoom: number): number => inSteps(Math.min(LARGEST_SCALE, Math.max(1, 1 / zoom)));
