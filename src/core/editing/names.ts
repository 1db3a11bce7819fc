import type { Design } from '../model/design.ts';

/** Whether a resource of the design has that name. */
export function isNameTaken(design: Design, name: string): boolean {
  return Object.values(design.resources).some((resource) => resource.name === name);
}

/** The name itself, else the first of `name-2`, `name-3`, … that no resource has: names are endpoints of questions. */
export function uniqueName(design: Design, name: string): string {
  if (!isNameTaken(design, name)) return name;
  let number = 2;
  while (isNameTaken(design, `${name}-${number}`)) number += 1;
  return `${name}-${number}`;
}

/** The first of `prefix-1`, `prefix-2`, … that no resource has. */
export function numberedName(design: Design, prefix: string): string {
  let number = 1;
  while (isNameTaken(design, `${prefix}-${number}`)) number += 1;
  return `${prefix}-${number}`;
}

const NUMBERED = /^(.*\D)-(\d+)$/;

/** `app` of `app-4`; a name without a number is its own stem. */
export const stemOf = (name: string): string => NUMBERED.exec(name)?.[1] ?? name;

/** The next name of a row of siblings: after `app-1` and `app-2` comes `app-3`; `undefined` when they are not numbered. */
export function nextSiblingName(design: Design, siblings: readonly string[]): string | undefined {
  const stem = siblings.map((name) => NUMBERED.exec(name)?.[1]).find((found) => found !== undefined);
  if (stem === undefined) return undefined;
  const numbers = Object.values(design.resources).map(({ name }) => {
    const match = NUMBERED.exec(name);
    return match?.[1] === stem ? Number(match[2]) : 0;
  });
  return `${stem}-${Math.max(...numbers) + 1}`;
}
