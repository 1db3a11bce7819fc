import { z } from 'zod';

/**
 * An object schema that is strict for the compiler and lenient at run time: keys written by a newer or another program
 * are kept and written back, yet no code can read a key the schema does not name.
 */
export function keepUnknown<Shape extends z.core.$ZodLooseShape>(shape: Shape): z.ZodObject<Shape> {
  const loose: z.ZodObject<Shape> = z.looseObject(shape);
  return loose;
}
