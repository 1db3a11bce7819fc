/** One step of a patch: the subset of RFC 6902 that can be reversed. `path` is a JSON pointer (RFC 6901). */
export type Operation =
  | { readonly op: 'test'; readonly path: string; readonly value: unknown }
  | { readonly op: 'add'; readonly path: string; readonly value: unknown }
  | { readonly op: 'replace'; readonly path: string; readonly value: unknown }
  | { readonly op: 'remove'; readonly path: string };

/** Steps that apply in order, all or none. */
export type Patch = readonly Operation[];
