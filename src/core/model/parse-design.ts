import { z } from 'zod';
import { checkPlainData } from './check-plain-data.ts';
import { describeIssue } from './describe-issue.ts';
import { DESIGN_VERSION, designSchema, type Design } from './design.ts';
import { migrations } from './migrations/index.ts';
import { parseJson } from './parse-json.ts';
import { quote } from './quote.ts';
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

function checkVersion(version: unknown): Reply<never> | undefined {
  if (version === undefined) return fail('This is not a Reachable design: it has no "version" at the top.', 'version');
  if (typeof version !== 'number' || !Number.isInteger(version) || version < 1) {
    return fail(`version: this must be a whole number, ${DESIGN_VERSION} or less, not ${quote(version)}.`, 'version');
  }
  if (version > DESIGN_VERSION) {
    return fail(`This design was written by a newer Reachable (version ${quote(version)}; this one reads up to ${DESIGN_VERSION}); update Reachable to open it.`, 'version');
  }
  return undefined;
}

/**
 * The only door for outside data: checks any value and returns a design, or one sentence that says what is wrong and
 * where. Host bits of CIDR blocks are cleared, unknown keys are kept. Never throws.
 */
export function parseDesign(value: unknown): Reply<Design> {
  if (!isObject(value)) return fail('This is not a Reachable design: a JSON object { … } is expected.');
  const versionProblem = checkVersion(value['version']);
  if (versionProblem) return versionProblem;
  const dataProblem = checkPlainData(value);
  if (dataProblem) return { ok: false, problem: dataProblem };
  const document = migrate(value);
  const parsed = designSchema.safeParse(document);
  if (parsed.success) return succeed(parsed.data);
  const issue = parsed.error.issues[0];
  return issue ? { ok: false, problem: describeIssue(issue, document) } : fail('This is not a Reachable design.');
}

/** Reads the text of a `.vpc.json` file. */
export function parseDesignText(text: string): Reply<Design> {
  const value = parseJson(text);
  return value.ok ? parseDesign(value.value) : value;
}
