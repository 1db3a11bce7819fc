/** A fault of the user's input, said in one sentence; `at` is the place (a path in the file, a line, a row). */
export interface Problem {
  readonly message: string;
  readonly at?: string;
}

/** The answer of everything that reads outside data: a value, or what is wrong with what was given. Never an exception. */
export type Reply<Value> = { readonly ok: true; readonly value: Value } | { readonly ok: false; readonly problem: Problem };

export const succeed = <Value>(value: Value): Reply<Value> => ({ ok: true, value });
export const fail = (message: string, at?: string): Reply<never> => ({
  ok: false,
  problem: at === undefined ? { message } : { message, at },
});
