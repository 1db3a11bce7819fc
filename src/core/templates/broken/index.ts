import type { Design } from '../../model/design.ts';
import type { Question } from '../../model/question.ts';
import { broken1 } from './broken-1.ts';
import { broken2 } from './broken-2.ts';
import { broken3 } from './broken-3.ts';
import { broken4 } from './broken-4.ts';
import { broken5 } from './broken-5.ts';
import { broken6 } from './broken-6.ts';
import { broken7 } from './broken-7.ts';
import { broken8 } from './broken-8.ts';
import { broken9 } from './broken-9.ts';
import { broken10 } from './broken-10.ts';
import type { BrokenNetwork, BrokenNetworkSource } from './broken-network.ts';

const NOBODY: Question = { from: 'internet', to: 'internet' };

function savedQuestion({ expectations = {} }: Design): Question {
  return Object.values(expectations)[0]?.question ?? NOBODY;
}

function withQuestion(source: BrokenNetworkSource): BrokenNetwork {
  return {
    ...source,
    /** Read from the design when it is asked for, so that listing the networks builds none of them. */
    get question(): Question {
      return savedQuestion(source.open());
    },
  };
}

/** Ten networks with one fault each, in the order of the checklist's steps. */
export const brokenNetworks: readonly BrokenNetwork[] = [broken1, broken2, broken3, broken4, broken5, broken6, broken7, broken8, broken9, broken10].map(withQuestion);
