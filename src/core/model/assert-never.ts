/** Closes a switch over a union: a new arm that is not handled does not compile. */
export function assertNever(value: never): never {
  throw new Error(`Unhandled value: ${JSON.stringify(value)}`);
}
