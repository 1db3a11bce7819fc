import { checkPlainData } from './check-plain-data.ts';
import { locateJsonFault } from './locate-json-fault.ts';
import { fail, succeed, type Reply } from './reply.ts';

function explainFault(text: string): Reply<never> {
  if (text.trim() === '') return fail('This file is empty; save or export it again.');
  if (text.includes('\u0000')) return fail('This is not UTF-8 text; save it as UTF-8.');
  const fault = locateJsonFault(text);
  if (!fault) return fail('This is not JSON; save or export it again.');
  const at = `line ${fault.line}, column ${fault.column}`;
  return fault.ended
    ? fail(`This is not whole: the text breaks off at ${at}, where ${fault.expected} must come; save or export it again.`, at)
    : fail(`This is not JSON: at ${at}, ${fault.expected} must come; correct it there, or export it again.`, at);
}

/**
 * Reads JSON text (RFC 8259; a byte order mark is skipped) into a value that nests at most 100 levels and has no
 * `__proto__` keys, or says in one sentence what is wrong and where. Never throws.
 */
export function parseJson(text: string): Reply<unknown> {
  const plain = text.startsWith('\uFEFF') ? text.slice(1) : text;
  let value: unknown;
  try {
    value = JSON.parse(plain);
  } catch {
    return explainFault(plain);
  }
  const problem = checkPlainData(value);
  return problem ? { ok: false, problem } : succeed(value);
}
