import type { StoryPart } from '../../findings/diagnosis.ts';
import { bootChain } from './boot-chain.ts';
import type { Chain, Told } from './chain.ts';
import { databaseChain } from './database-chain.ts';
import { permissionChain } from './permission-chain.ts';
import { stoppedChain } from './stopped-chain.ts';

/** In the order in which the causes come: a machine that is off does nothing else. */
const CHAINS: readonly Chain[] = [stoppedChain, bootChain, permissionChain, databaseChain];

/** What follows from what, first cause first; nothing where single blockers say it all. */
export function tellStory(told: Told): readonly StoryPart[] | undefined {
  for (const chain of CHAINS) {
    const story = chain(told);
    if (story.length > 0) return story;
  }
  return undefined;
}
