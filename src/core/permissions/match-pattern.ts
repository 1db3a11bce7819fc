/** Whether something holds; `unknown` where the design cannot tell. */
export type Truth = 'yes' | 'no' | 'unknown';

/** Both: `no` wins over `unknown`. */
export const both = (a: Truth, b: Truth): Truth => (a === 'no' || b === 'no' ? 'no' : a === 'yes' && b === 'yes' ? 'yes' : 'unknown');

/** Any of these: `yes` wins over `unknown`. */
export const anyOf = (truths: readonly Truth[]): Truth => (truths.includes('yes') ? 'yes' : truths.includes('unknown') ? 'unknown' : 'no');

export const opposite = (truth: Truth): Truth => (truth === 'yes' ? 'no' : truth === 'no' ? 'yes' : 'unknown');

/**
 * Whether `*` (any run of characters) and `?` (any one) of a pattern fit a text. A policy variable `${…}` is not
 * resolved: `unknown`. https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_resource.html
 */
export function matchPattern(pattern: string, text: string): Truth {
  if (pattern.includes('${')) return 'unknown';
  const source = pattern.replace(/[.+^$()|[\]\\{}]/g, '\\$&').replace(/\*+/g, '[^]*').replace(/\?/g, '[^]');
  return new RegExp(`^${source}$`).test(text) ? 'yes' : 'no';
}
