import { z } from 'zod';
import { DESIGN_VERSION, designSchema, type Design } from './design.ts';
import { migrations } from './migrations/index.ts';
import { fail, succeed, type Reply } from './reply.ts';

// The content security policy forbids `new Function`, which zod would otherwise probe for.
z.config({ jitless: true });

type Document = Record<string, unknown>;
const isObject = (value: unknown): value is Document => typeof value === 'object' && value !== null && !Array.isArray(value);

function migrate(document: Document): Document {
  let current = document;
  for (const step of migrations) if (current['version'] === step.from) current = step.up(current);
  return current;
}

function describeIssue(issue: z.core.$ZodIssue): { message: string; at: string } {
  const at = issue.path.map(String).join(' › ');
  if (issue.code === 'invalid_union' && issue.note === 'No matching discriminator') {
    return { at, message: 'This resource has no kind that this version of Reachable knows.' };
  }
  return { at, message: issue.message };
}

function describeVersion(version: unknown): Reply<never> | undefined {
  if (version === undefined) return fail('This is not a Reachable design: it has no "version" at the top.', 'version');
  if (typeof version !== 'number' || !Number.isInteger(version) || version < 1) {
    return fail(`"version" must be a whole number from 1 to ${DESIGN_VERSION}, not ${JSON.stringify(version)}.`, 'version');
  }
  if (version > DESIGN_VERSION) {
    return fail(`This design was written by a newer Reachable (version ${version}; this one reads up to ${DESIGN_VERSION}). Update Reachable to open it.`, 'version');
  }
  return undefined;
}

/**
 * The only door for outside data: checks any value and returns a design, or one sentence that says what is wrong and
 * where. Host bits of CIDR blocks are cleared, unknown keys are kept. Never throws.
 */
export function parseDesign(value: unknown): Reply<Design> {
  if (!isObject(value)) return fail('This is not a Reachable design: a JSON object is expected.');
  const versionProblem = describeVersion(value['version']);
  if (versionProblem) return versionProblem;
  const parsed = designSchema.safeParse(migrate(value));
  if (parsed.success) return succeed(parsed.data);
  const issue = parsed.error.issues[0];
  if (!issue) return fail('This is not a Reachable design.');
  const { at, message } = describeIssue(issue);
  return at === '' ? fail(message) : fail(`${at}: ${message}`, at);
}

/** Reads the text of a `.vpc.json` file. */
export function parseDesignText(text: string): Reply<Design> {
  let value: unknown;
  try {
    value = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch (error) {
    return fail(`This is not JSON: ${error instanceof Error ? error.message : 'it cannot be parsed'}.`);
  }
  return parseDesign(value);
}
