import { z } from 'zod';

/** Building blocks for the fields that readers take out of AWS's records; all others of a record are passed over. */
export const text = z.string();
/** Text; AWS and the programs that copy it write an empty text where there is none. */
export const optionalText = z
  .string()
  .optional()
  .transform((value) => (value === '' ? undefined : value));
export const flag = z.boolean();
export const number = z.number();
/** A whole number that some programs write as text (`BgpAsn`). */
export const looseNumber = z.union([z.number(), z.string().regex(/^\d{1,15}$/).transform(Number)]);

export const listOf = <Item extends z.ZodType>(item: Item): z.ZodDefault<z.ZodArray<Item>> => z.array(item).default([]);

export const groupsField = listOf(z.object({ GroupId: text, GroupName: optionalText }));

/** `{ "State": "associated" }` and its like. */
export const stateField = z.object({ State: optionalText }).optional();

/** A copy without the keys that are `null`, at every level: other programs print them for what AWS leaves out. */
export function withoutNulls(value: unknown): unknown {
  if (Array.isArray(value)) return value.filter((item) => item !== null).map(withoutNulls);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, member]) => member !== null)
      .map(([key, member]) => [key, withoutNulls(member)]),
  );
}
