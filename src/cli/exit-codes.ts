/** What a command ends with; scripts build on these numbers. */
export const exitCode = {
  /** Clean: nothing found, reachable, all hold, done. */
  clean: 0,
  /** Findings, blocked or ambiguous, an expectation failed, an import with warnings. */
  found: 1,
  /** The command or its input cannot be used: one line on standard error says why. */
  unusable: 2,
  /** `why`: cannot be known from the design. */
  undetermined: 3,
} as const;

export type ExitCode = (typeof exitCode)[keyof typeof exitCode];
