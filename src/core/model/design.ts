import { z } from 'zod';
import { resourceIdList, rowsOf } from './fields.ts';
import { resourceIdSchema } from './ids.ts';
import { keepUnknown } from './keep-unknown.ts';
import { questionSchema, verdicts } from './question.ts';
import { resourceSchema } from './resources/index.ts';

/** The version this program writes; older ones are migrated on reading, newer ones are refused. */
export const DESIGN_VERSION = 1;

/** Place of a node, in canvas pixels at 100 %, relative to its container. Containers carry their size; one that is collapsed hides what it holds. */
export const boxSchema = keepUnknown({
  x: z.number(),
  y: z.number(),
  width: z.number().positive().optional(),
  height: z.number().positive().optional(),
  collapsed: z.boolean().optional(),
});
export type Box = z.infer<typeof boxSchema>;

/** A saved question with the verdict it must have. */
export const expectationSchema = keepUnknown({
  title: z.string().optional(),
  question: questionSchema,
  verdict: z.enum(verdicts),
});
export type Expectation = z.infer<typeof expectationSchema>;

/** What the person answered to a step that the drawing cannot decide. */
export const answerSchema = keepUnknown({
  question: questionSchema,
  step: z.string(),
  answer: z.enum(['yes', 'no']),
});
export type Answer = z.infer<typeof answerSchema>;

/**
 * What an import could not see: files that were missing, so that defaults had to stand in for them; and which resources it
 * brought and which of AWS's top-level keys it had, so that a later import knows what is the person's own.
 */
export const snapshotSchema = keepUnknown({
  missing: z.array(z.string()),
  imported: resourceIdList.optional(),
  answered: z.array(z.string()).optional(),
});

/** What kind of network a declared range belongs to. `container`: a bridge or an overlay on hosts, as Docker and Kubernetes make them. */
export const declaredRangeKinds = ['peer', 'on-premises', 'partner', 'container'] as const;

/** A block that a network outside the drawing uses or will use: the address plan keeps clear of it. */
export const declaredRangeSchema = keepUnknown({
  name: z.string(),
  cidr: z.string(),
  kind: z.enum(declaredRangeKinds),
});
export type DeclaredRange = z.infer<typeof declaredRangeSchema>;

export const designSchema = keepUnknown({
  version: z.literal(DESIGN_VERSION),
  name: z.string(),
  resources: z.record(resourceIdSchema, resourceSchema),
  layout: z.record(z.string(), boxSchema),
  expectations: rowsOf(expectationSchema).optional(),
  answers: rowsOf(answerSchema).optional(),
  declaredRanges: rowsOf(declaredRangeSchema).optional(),
  snapshot: snapshotSchema.optional(),
});
export type Design = z.infer<typeof designSchema>;
export type Layout = Design['layout'];

/** A design with nothing in it. */
export const emptyDesign = (name = 'untitled'): Design => ({ version: DESIGN_VERSION, name, resources: {}, layout: {} });
