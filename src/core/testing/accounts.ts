import type { Design } from '../model/design.ts';
import { parseDesign } from '../model/parse-design.ts';
import type { Question, Verdict } from '../model/question.ts';
import { applyPatch } from '../patch/apply-patch.ts';
import type { Patch } from '../patch/patch.ts';

/** A question with the answer that was thought out from AWS's documentation before it was asked. */
export interface AnsweredQuestion extends Question {
  readonly verdict: Verdict;
  /** Every blocker, in any order: component, resource (`null` for any), leg. Not said where missing. */
  readonly blockers?: readonly (readonly [component: string, resource: string | null, leg: string])[];
  /** Each stands in a blocker written as `component/resource/leg/code`. */
  readonly mentions?: readonly string[];
}

export interface Account {
  readonly name: string;
  readonly design: Design;
  readonly questions: readonly AnsweredQuestion[];
}

/** An account as it is written: whole, or as what differs from an earlier one of the same file. */
interface WrittenAccount {
  readonly name: string;
  readonly design?: unknown;
  readonly of?: string;
  readonly patch?: Patch;
  readonly questions: readonly AnsweredQuestion[];
}

function readDesign({ name, design, of, patch = [] }: WrittenAccount, earlier: ReadonlyMap<string, Design>): Design {
  const base = of === undefined ? design : earlier.get(of);
  const applied = applyPatch<unknown>(base, patch);
  const parsed = applied.ok ? parseDesign(applied.document) : undefined;
  if (!parsed?.ok) throw new Error(`The account ${name} holds no valid design.`);
  return parsed.value;
}

/** The accounts of a file in `accounts`: networks as an import makes them, with their questions. */
export function readAccounts(text: string): readonly Account[] {
  const designs = new Map<string, Design>();
  return (JSON.parse(text) as readonly WrittenAccount[]).map((written) => {
    const design = readDesign(written, designs);
    designs.set(written.name, design);
    return { name: written.name, design, questions: written.questions };
  });
}
