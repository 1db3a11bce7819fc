import { readdirSync, readFileSync } from 'node:fs';
import ts from 'typescript';
import { projectPath } from '../build-settings.ts';

/** Where codes come into being. */
const FOLDERS = ['src/core/tracing', 'src/core/scripts', 'src/core/diagnosis'];
/** Words for codes, and fixes that look at them: neither gives one. */
const READERS = /(?:^|\/)(?:explain-block\.ts$|mend-script\.ts$|fixes\/)|\.test\.ts$/;
/** Names of variables (`AWS_REGION`) look the same. */
const CODE = /^(?!AWS_)[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+$/;

function codesIn(path: string): readonly string[] {
  const source = ts.createSourceFile(path, readFileSync(path, 'utf8'), ts.ScriptTarget.ES2022);
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isStringLiteral(node) && CODE.test(node.text)) found.push(node.text);
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

/** Every code that the core gives somewhere, as its sources write it. */
export function findProducedCodes(): ReadonlySet<string> {
  const files = FOLDERS.flatMap((folder) => readdirSync(projectPath(folder), { recursive: true, encoding: 'utf8' }).map((name) => `${folder}/${name.replaceAll('\\', '/')}`));
  return new Set(files.filter((file) => file.endsWith('.ts') && !READERS.test(file)).flatMap((file) => codesIn(projectPath(file))));
}
