import type { Blocker } from '../../findings/diagnosis.ts';
import type { Design } from '../../model/design.ts';

/** A small network and a question that AWS's Reachability Analyzer would answer with a certain explanation code. */
export interface CodeScenario {
  readonly code: string;
  /** What the network is like, to be read after “yes:”. */
  readonly like: string;
  readonly design: () => Design;
  /** Words of a question, as `question` reads them. */
  readonly asked: string;
  /** The blocker that has to carry the code: `leg component resource`. */
  readonly at: `${Blocker['leg']} ${Blocker['component']} ${string}`;
}
