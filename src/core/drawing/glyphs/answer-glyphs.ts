import { circle, line, rectangle } from './glyph.ts';
import type { Glyph } from './glyph.ts';

const OCTAGON = 'M6.9 2.5h6.2l4.4 4.4v6.2l-4.4 4.4H6.9l-4.4-4.4V6.9z';
const TRIANGLE = 'M10 2.6 18 16.4a.8.8 0 0 1-.7 1.1H2.7a.8.8 0 0 1-.7-1.1z';
const QUESTION_HOOK = 'M7.9 8.2c.2-2.6 4.2-2.5 4.2 0 0 1.6-2.1 1.7-2.1 3.3';

/** The answers: each has a shape of its own, so that it is read without its colour. They carry their colours. */
export const answerGlyphs = {
  'answer-pass': {
    paths: [
      circle([10, 10], 7.6, { fill: 'pass', stroke: 'none' }),
      line('M6.6 10.3l2.3 2.3 4.6-5', { stroke: 'on-pass', width: 1.8 }),
    ],
  },
  'answer-fail': {
    paths: [line(OCTAGON, { fill: 'fail', stroke: 'none' }), line('M6.4 10h7.2', { stroke: 'on-fail', width: 2.4 })],
  },
  'answer-warn': {
    paths: [
      line(TRIANGLE, { fill: 'warn', stroke: 'none' }),
      line('M10 8v4', { stroke: 'on-warn', width: 1.8 }),
      circle([10, 14.6], 1.1, { fill: 'on-warn', stroke: 'none' }),
    ],
  },
  'answer-turn': {
    paths: [
      rectangle({ x: 2.8, y: 2.8, width: 14.4, height: 14.4, radius: 3 }, { stroke: 'turn', width: 1.6 }),
      line('M6.4 7l3 3-3 3M10.8 13.2h3.2', { stroke: 'turn', width: 1.6 }),
    ],
  },
  'answer-none': { paths: [line('M5.5 10h9', { stroke: 'line-3', width: 1.8 })] },
  'answer-undetermined': {
    paths: [
      circle([10, 10], 7, { stroke: 'turn', width: 1.6, dash: '2.6 2' }),
      line(QUESTION_HOOK, { stroke: 'turn' }),
      circle([10, 13.9], 1, { fill: 'turn', stroke: 'none' }),
    ],
  },
  'answer-ambiguous': {
    paths: [
      circle([10, 10], 7, { stroke: 'warn-text', width: 1.6 }),
      line('M10 3a7 7 0 0 1 0 14z', { fill: 'warn', stroke: 'warn-text', width: 1.6 }),
    ],
  },
  'filter-error': { paths: [line(OCTAGON), line('M7 10h6')] },
  'filter-warning': { paths: [line(TRIANGLE), line('M10 8v4M10 14.5v.1')] },
} as const satisfies Readonly<Record<string, Glyph>>;
