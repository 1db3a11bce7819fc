import { parseCidrOrAddress } from '../address/cidr.ts';

const SEPARATORS = /[\s,;]+/;

export interface CidrList {
  /** Canonical blocks, each once; a bare address is its own /32 or /128. */
  readonly cidrs: readonly string[];
  /** One sentence for each piece of text that is no block. */
  readonly problems: readonly string[];
}

/** Reads blocks and addresses from pasted text, separated by spaces, commas, semicolons or lines. */
export function readCidrList(text: string): CidrList {
  const cidrs = new Set<string>();
  const problems: string[] = [];
  for (const piece of text.split(SEPARATORS).filter((part) => part !== '')) {
    const parsed = parseCidrOrAddress(piece.replace(/^["']|["']$/g, ''));
    if (parsed.ok) cidrs.add(parsed.canonical);
    else problems.push(parsed.problem);
  }
  return { cidrs: [...cidrs], problems };
}
