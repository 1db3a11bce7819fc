/** The values of an option, by any of its names: `--port 80`, `--port=80`; in the order they are given. */
export function optionValues(args: readonly string[], names: readonly string[]): readonly string[] {
  return args.flatMap((word, index): readonly string[] => {
    if (names.includes(word)) return args.slice(index + 1, index + 2);
    const named = names.find((name) => word.startsWith(`${name}=`));
    return named === undefined ? [] : [word.slice(named.length + 1)];
  });
}

/** The first value of an option. */
export const optionValue = (args: readonly string[], names: readonly string[]): string | undefined => optionValues(args, names)[0];
