/** Whether something holds; `unknown` where the design cannot tell. */
export type Truth = 'yes' | 'no' | 'unknown';

/** Both: `no` wins over `unknown`. */
export const both = (a: Truth, b: Truth): Truth => (a === 'no' || b === 'no' ? 'no' : a === 'yes' && b === 'yes' ? 'yes' : 'unknown');

/** All of these: `no` wins over `unknown`; of none at all, yes. */
export const allOf = (truths: readonly Truth[]): Truth => truths.reduce(both, 'yes');

/** Any of these: `yes` wins over `unknown`; of none at all, no. */
export const anyOf = (truths: readonly Truth[]): Truth => (truths.includes('yes') ? 'yes' : truths.includes('unknown') ? 'unknown' : 'no');

export const opposite = (truth: Truth): Truth => (truth === 'yes' ? 'no' : truth === 'no' ? 'yes' : 'unknown');

/** What is known for certain, as a truth. */
export const truthOf = (holds: boolean): Truth => (holds ? 'yes' : 'no');
