import { parseCidr, type Cidr } from '@core/address/cidr.ts';
import type { EditResult } from '@core/editing/edit-result.ts';

/** What there is to say about a block while it is typed. */
export interface BlockJudgement {
  /** The block meant, where the text is one: host bits cleared. */
  readonly cidr: Cidr | undefined;
  /** Why it cannot be taken, in one sentence. */
  readonly problem?: string | undefined;
  /** What will be different from what was typed, or what goes along with it. */
  readonly warning?: string | undefined;
  /** A block that could be taken instead. */
  readonly instead?: string | undefined;
}

export interface BlockTrial {
  readonly typed: string;
  /** The block as it is now; typing it again is no change. */
  readonly current: string | undefined;
  /** Tries the edit; it changes nothing by itself. */
  readonly attempt: (text: string) => EditResult;
  /** Names free blocks of that prefix length, the best first, for when the one typed is refused. */
  readonly suggest?: ((prefixLength: number) => readonly string[]) | undefined;
}

/** The word for host bits: AWS clears them and does not refuse them. `undefined` where there is nothing to say. */
export function noteCanonical(typed: string): string | undefined {
  const parsed = parseCidr(typed);
  return parsed.ok && parsed.changed ? sayCanonical(typed.trim(), parsed.canonical) : undefined;
}

const sayCanonical = (typed: string, canonical: string): string => `${typed} has bits behind its prefix; AWS takes it as ${canonical}.`;

/** What goes along with an edit is what its words say after the first comma: "Change a to b, and renumber 2 addresses in it". */
function sayConsequence(said: string): string | undefined {
  const comma = said.indexOf(', ');
  if (comma < 0) return undefined;
  const rest = said.slice(comma + 2).replace(/^and /, '');
  return `This will ${rest}.`;
}

const findInstead = (offered: readonly string[], { current, attempt }: Pick<BlockTrial, 'current' | 'attempt'>): string | undefined =>
  offered.find((cidr) => cidr !== current && attempt(cidr).ok);

/** Judges a typed block: is it one, does AWS take it, what would change along with it, and what could be taken instead. */
export function judgeBlock({ typed, current, attempt, suggest }: BlockTrial): BlockJudgement {
  const parsed = parseCidr(typed);
  if (!parsed.ok) return { cidr: undefined, problem: parsed.problem };
  const { cidr, canonical, changed } = parsed;
  const rewritten = changed ? sayCanonical(typed.trim(), canonical) : undefined;
  if (canonical === current) return { cidr, warning: rewritten };
  const result = attempt(canonical);
  if (!result.ok) return { cidr, problem: result.refused, instead: findInstead(suggest?.(cidr.prefixLength) ?? [], { current, attempt }) };
  const warnings = [rewritten, sayConsequence(result.said)].filter((sentence) => sentence !== undefined);
  return { cidr, warning: warnings.length === 0 ? undefined : warnings.join(' ') };
}
