import ts from 'typescript';

/** One import of a file, also of a type, as a re-export or as a call. */
export interface Import {
  readonly specifier: string;
  /** Whether every place that names it imports types alone. */
  readonly typesOnly: boolean;
}

function runtimeSpecifiers(text: string, path: string): ReadonlySet<string> {
  const source = ts.createSourceFile(path, text, ts.ScriptTarget.ES2022);
  const specifiers = source.statements.flatMap((statement) => {
    if (ts.isImportDeclaration(statement) && statement.importClause?.phaseModifier !== ts.SyntaxKind.TypeKeyword) return [statement.moduleSpecifier];
    if (ts.isExportDeclaration(statement) && !statement.isTypeOnly && statement.moduleSpecifier !== undefined) return [statement.moduleSpecifier];
    return [];
  });
  return new Set(specifiers.filter(ts.isStringLiteral).map(({ text: specifier }) => specifier));
}

/** What a file imports, without the question marks that tell the bundler how. */
export function readImports(text: string, path: string): readonly Import[] {
  const atRuntime = runtimeSpecifiers(text, path);
  return ts
    .preProcessFile(text, true, true)
    .importedFiles.map(({ fileName }) => ({ specifier: fileName.replace(/\?.*$/, ''), typesOnly: !atRuntime.has(fileName) && !isCalled(text, fileName) }));
}

/** `import('…')` as a value; `typeof import('…')` and `import('…').Type` are types, which the sources here do not use. */
function isCalled(text: string, specifier: string): boolean {
  return text.includes(`import('${specifier}')`);
}

/** The identifiers a file says, not those in its comments and texts. */
export function readIdentifiers(text: string): ReadonlySet<string> {
  const scanner = ts.createScanner(ts.ScriptTarget.ES2022, true, ts.LanguageVariant.JSX, text);
  const found = new Set<string>();
  for (let token = scanner.scan(); token !== ts.SyntaxKind.EndOfFileToken; token = scanner.scan()) {
    if (token === ts.SyntaxKind.Identifier) found.add(scanner.getTokenText());
  }
  return found;
}
