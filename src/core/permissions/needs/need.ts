/** One thing that software on an instance asks of AWS. */
export interface Need {
  /** `s3:GetObject`. */
  readonly action: string;
  /** An ARN; parts that nobody knows are `UNKNOWN_PART`. */
  readonly resource: string;
  /** AWS's word for the service, as in the names of its endpoints: `s3`. */
  readonly service: string;
  /** Line of the script, counted from 1; none where a variable of an application tells it. */
  readonly line?: number | undefined;
  /**
   * `guessed`: the action is made of the operation's name, which is right for most services and not for all; `inferred`: an
   * application is known to need it, and its text is not in the design.
   */
  readonly certainty: 'certain' | 'guessed' | 'inferred';
}

/** Where a call is made from: what an ARN holds beside the resource's own name. */
export interface CallPlace {
  readonly partition: string;
  readonly region: string | undefined;
  readonly account: string | undefined;
}
