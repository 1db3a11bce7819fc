import { locateJsonFault } from './locate-json-fault.ts';
import { parseJson } from './parse-json.ts';
import type { PolicyDocument } from './resources/iam-role.ts';

/** A policy document, or one sentence that says where the text is at fault and what has to come there. */
export type PolicyText = { readonly ok: true; readonly document: PolicyDocument } | { readonly ok: false; readonly problem: string };

type Fields = Readonly<Record<string, unknown>>;
const isFields = (value: unknown): value is Fields => typeof value === 'object' && value !== null && !Array.isArray(value);

/** What a document is attached to decides what its statements have to say. */
export type PolicyUse = 'identity' | 'resource' | 'trust';

const fault = (problem: string): PolicyText => ({ ok: false, problem });

function explainSyntax(text: string): string {
  const found = locateJsonFault(text);
  if (!found) return 'This is no JSON.';
  const { line, column, expected, ended } = found;
  return ended ? `The text breaks off in line ${line}, column ${column}, where ${expected} must come.` : `Line ${line}, column ${column}: ${expected} must come here.`;
}

const has = (statement: Fields, name: string): boolean => statement[name] !== undefined || statement[`Not${name}`] !== undefined;

interface Requirement {
  readonly uses: readonly PolicyUse[];
  readonly isMet: (statement: Fields) => boolean;
  readonly words: string;
}

const EVERY: readonly PolicyUse[] = ['identity', 'resource', 'trust'];

/** What AWS would refuse a statement for, the first first. https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_grammar.html */
const REQUIREMENTS: readonly Requirement[] = [
  { uses: EVERY, isMet: ({ Effect: effect }) => effect === 'Allow' || effect === 'Deny', words: 'needs an Effect, "Allow" or "Deny"' },
  { uses: EVERY, isMet: (statement) => has(statement, 'Action'), words: 'needs an Action or NotAction' },
  { uses: ['identity'], isMet: (statement) => !has(statement, 'Principal'), words: 'names a Principal, which only policies of resources do' },
  { uses: ['resource', 'trust'], isMet: (statement) => has(statement, 'Principal'), words: 'needs a Principal' },
  { uses: ['identity', 'resource'], isMet: (statement) => has(statement, 'Resource'), words: 'needs a Resource or NotResource' },
  { uses: EVERY, isMet: ({ Condition: condition }) => condition === undefined || isFields(condition), words: 'has a Condition that is no object { … }' },
];

function judgeStatement(statement: unknown, use: PolicyUse): string | undefined {
  if (!isFields(statement)) return 'has to be an object { … }';
  return REQUIREMENTS.find(({ uses, isMet }) => uses.includes(use) && !isMet(statement))?.words;
}

const STATEMENT = /"Statement"\s*:/;
const MARK = /"(?:[^"\\]|\\.)*"|[{}]/g;

/** The line in which the numbered statement begins, counted from 1: that of the brace that opens it. */
function lineOfStatement(text: string, number: number): number | undefined {
  const start = STATEMENT.exec(text)?.index ?? text.length;
  const head = start + '"Statement"'.length;
  let [depth, seen] = [0, 0];
  for (const { 0: mark, index } of text.slice(head).matchAll(MARK)) {
    if (mark === '{' && depth === 0) seen += 1;
    if (mark === '{' && seen === number) return text.slice(0, head + index).split('\n').length;
    if (mark === '{') depth += 1;
    else if (mark === '}') depth -= 1;
  }
  return undefined;
}

function judgeDocument(document: Fields, text: string, use: PolicyUse): string | undefined {
  const { Version: version, Statement: statements } = document;
  if (version !== undefined && version !== '2012-10-17' && version !== '2008-10-17') return 'Version has to be "2012-10-17".';
  if (statements === undefined) return 'The policy has no Statement.';
  const list: readonly unknown[] = Array.isArray(statements) ? statements : [statements];
  for (const [index, statement] of list.entries()) {
    const wrong = judgeStatement(statement, use);
    const line = lineOfStatement(text, index + 1);
    if (wrong !== undefined) return `${line === undefined ? '' : `Line ${line}: s`}${line === undefined ? 'S' : ''}tatement ${index + 1} ${wrong}.`;
  }
  return undefined;
}

/** Reads the text of a policy document as a person types it, and judges what AWS would refuse. */
export function readPolicyText(text: string, use: PolicyUse): PolicyText {
  const read = parseJson(text);
  if (!read.ok) return fault(text.trim() === '' ? 'The policy is empty.' : explainSyntax(text));
  if (!isFields(read.value)) return fault('A policy is an object { … }.');
  const problem = judgeDocument(read.value, text, use);
  return problem === undefined ? { ok: true, document: { ...read.value } } : fault(problem);
}
