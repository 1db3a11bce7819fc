// Loader hooks (https://nodejs.org/api/module.html#customization-hooks): TypeScript without its types, and the two aliases.
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';

const source = new URL('../src/', import.meta.url);
const compilerOptions = { module: ts.ModuleKind.ESNext, target: ts.ScriptTarget.ES2022, verbatimModuleSyntax: true, inlineSourceMap: true };

export function resolve(specifier, context, nextResolve) {
  const alias = /^@(core|shared)\//.exec(specifier);
  return nextResolve(alias === null ? specifier : new URL(specifier.slice(1), source).href, context);
}

export async function load(url, context, nextLoad) {
  const { protocol, pathname } = new URL(url);
  if (protocol !== 'file:' || !pathname.endsWith('.ts')) return nextLoad(url, context);
  const text = await readFile(fileURLToPath(url), 'utf8');
  return { format: 'module', shortCircuit: true, source: ts.transpileModule(text, { compilerOptions, fileName: url }).outputText };
}
