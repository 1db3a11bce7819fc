import { subnetsOverlap } from './addressing/subnets-overlap.ts';
import type { Rule } from './define-rule.ts';
import { danglingReference } from './references/dangling-reference.ts';

/** Every rule, by area. */
export const rules: readonly Rule[] = [danglingReference, subnetsOverlap];
