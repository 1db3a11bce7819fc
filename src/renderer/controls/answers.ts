/** What an answer can be. Each has a shape, a colour and a word of its own; the word is always there. */
export type Answer = 'pass' | 'fail' | 'warn' | 'turn' | 'none' | 'undetermined' | 'ambiguous';

/** The colour family of an answer. */
export type Tone = 'pass' | 'fail' | 'warn' | 'turn' | 'none';

export const answerWords: Readonly<Record<Answer, string>> = {
  pass: 'Pass',
  fail: 'Fail',
  warn: 'Warning',
  turn: 'Your turn',
  none: 'Not needed',
  undetermined: 'Undetermined',
  ambiguous: 'Ambiguous',
};

export const answerTones: Readonly<Record<Answer, Tone>> = {
  pass: 'pass',
  fail: 'fail',
  warn: 'warn',
  turn: 'turn',
  none: 'none',
  undetermined: 'turn',
  ambiguous: 'warn',
};
