/** For sources that came without their history. */
export const SEED_WITHOUT_COMMIT = 1;

/**
 * The seed that the laws of a commit are tried with: the same at every run of one commit, another one for the next.
 * `commit` is its hash in hexadecimal; the first 31 bits of it are taken, which fast-check accepts as a seed.
 */
export function seedOfCommit(commit: string): number {
  if (!/^[0-9a-f]{8,}$/.test(commit)) throw new Error(`"${commit}" is no hash of a commit.`);
  return Number.parseInt(commit.slice(0, 8), 16) >>> 1;
}
