import type { Patch } from '../patch/patch.ts';

/** A change that would remove a finding or a blocker. Its patch opens with `test` operations that guard it. */
export interface Fix {
  /** A verb phrase: "Add outbound rule 120 to acl-public". */
  readonly title: string;
  /** What it opens and for how many: the blast radius in a sentence. */
  readonly effect?: string;
  readonly patch: Patch;
}
