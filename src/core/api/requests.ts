import { z } from 'zod';
import { viewNames } from '../drawing/views/views.ts';
import { fail, succeed, type Reply } from '../model/reply.ts';
import { questionSchema, symptoms } from '../model/question.ts';
import type { Design } from '../model/design.ts';
import type { CoreApi } from './core-api.ts';
import { receiveDesign } from './known-designs.ts';

/** What a method is asked with; `undefined` for those that are asked with nothing. */
export type RequestOf<Method extends keyof CoreApi> = Parameters<CoreApi[Method]>[0];

const designField = z.unknown().transform((value, context): Design => {
  const received = receiveDesign(value);
  if (received.ok) return received.value;
  context.addIssue({ code: 'custom', message: received.problem.message });
  return z.NEVER;
});

const BYTES = '[object Uint8Array]';
/** Bytes by their tag, not by `instanceof`: what crossed a worker or a process may be of another realm. */
const bytesField = z.custom<Uint8Array>((value) => Object.prototype.toString.call(value) === BYTES, 'is not a list of bytes');

const pathField = z.string();
const operationSchema = z.discriminatedUnion('op', [
  z.object({ op: z.literal('test'), path: pathField, value: z.unknown() }),
  z.object({ op: z.literal('add'), path: pathField, value: z.unknown() }),
  z.object({ op: z.literal('replace'), path: pathField, value: z.unknown() }),
  z.object({ op: z.literal('remove'), path: pathField }),
]);

const pictureOptionsSchema = z.object({
  theme: z.enum(['light', 'dark']),
  transparent: z.boolean(),
  only: z.array(z.string()),
  question: questionSchema.nullable(),
  titleBlock: z.object({ date: z.string().regex(/^\d{4}-\d{2}-\d{2}$/, 'is no day; write it like 2026-11-24') }).nullable().exactOptional(),
  views: z.array(z.enum(viewNames)).exactOptional(),
  plain: z.boolean().exactOptional(),
});

const MOST_ZONES = 6;
const MOST_SUBNETS_PER_ZONE = 20;
const blankVpcOptionsSchema = z.object({
  region: z.string().min(1),
  cidr: z.string(),
  zones: z.number().int().min(1).max(MOST_ZONES),
  publicSubnetsPerZone: z.number().int().min(0).max(MOST_SUBNETS_PER_ZONE),
  privateSubnetsPerZone: z.number().int().min(0).max(MOST_SUBNETS_PER_ZONE),
  natGateways: z.enum(['none', 'one', 'per-zone']),
});

const inputFileSchema = z.object({ path: z.string().min(1), content: z.union([z.string(), bytesField]) });
const designRequest = z.object({ design: designField });
const nothing = z.undefined();

/** The shape of every request. A method added to the interface alone does not compile here. */
export const requestSchemas = {
  check: designRequest,
  diagnose: z.object({ design: designField, question: questionSchema, symptom: z.enum(symptoms).exactOptional() }),
  groupTraffic: designRequest,
  exposure: z.object({ design: designField, from: z.string().min(1).exactOptional() }),
  previewFix: z.object({ design: designField, patch: z.array(operationSchema) }),
  compare: z.object({ before: designField, after: designField, mostSubnets: z.number().int().min(0).exactOptional() }),
  arrange: designRequest,
  readFiles: z.object({ files: z.array(inputFileSchema) }),
  mergeImport: z.object({ design: designField, imported: designField }),
  writeCloudFormation: designRequest,
  writeDesign: designRequest,
  drawPicture: z.object({ design: designField, options: pictureOptionsSchema }),
  embedDesign: z.object({ design: designField, png: bytesField }),
  readSockets: z.object({ text: z.string() }),
  ephemeralMatrix: z.object({ design: designField, networkAcl: z.string().min(1) }),
  readScript: z.object({ design: designField, instance: z.string().min(1) }),
  listRules: nothing,
  listSteps: nothing,
  listTemplates: nothing,
  openTemplate: z.object({ id: z.string().min(1), options: blankVpcOptionsSchema.exactOptional() }),
} as const satisfies { readonly [Method in keyof CoreApi]: z.ZodType<RequestOf<Method>> };

const describePlace = (path: readonly PropertyKey[]): string => path.map(String).join(' › ');

/** Checks a request that came from outside; one sentence with the place when it is not one. Never throws. */
export function parseRequest<Request>(schema: z.ZodType<Request>, value: unknown): Reply<Request> {
  const parsed = schema.safeParse(value);
  if (parsed.success) return succeed(parsed.data);
  const issue = parsed.error.issues[0];
  const at = describePlace(issue?.path ?? []);
  const message = issue?.message ?? 'The request cannot be understood.';
  return at === '' || at === 'design' ? fail(message) : fail(`${at}: ${message}`, at);
}
