import ts from 'typescript';

/** One small fault that could be in a file: the text between two offsets, replaced. */
export interface Mutation {
  readonly start: number;
  readonly end: number;
  readonly replacement: string;
  readonly line: number;
}

const OPERATORS: Readonly<Record<string, string>> = {
  '===': '!==',
  '!==': '===',
  '<': '<=',
  '<=': '<',
  '>': '>=',
  '>=': '>',
  '&&': '||',
  '||': '&&',
  '+': '-',
  '-': '+',
};

const WORDS: Readonly<Record<string, string>> = { true: 'false', false: 'true' };

/** Methods that are each other's fault. */
const METHODS: Readonly<Record<string, string>> = { some: 'every', every: 'some' };

type Change = readonly [node: ts.Node, replacement: string];

function changesOfExpression(node: ts.Node): readonly Change[] {
  if (ts.isBinaryExpression(node)) {
    const replacement = OPERATORS[node.operatorToken.getText()];
    return replacement === undefined ? [] : [[node.operatorToken, replacement]];
  }
  if (ts.isPrefixUnaryExpression(node) && node.operator === ts.SyntaxKind.ExclamationToken) return [[node, node.operand.getText()]];
  if (ts.isPropertyAccessExpression(node)) {
    const replacement = METHODS[node.name.text];
    return replacement !== undefined && ts.isCallExpression(node.parent) ? [[node.name, replacement]] : [];
  }
  return [];
}

function changesOf(node: ts.Node): readonly Change[] {
  if (node.kind === ts.SyntaxKind.TrueKeyword || node.kind === ts.SyntaxKind.FalseKeyword) return [[node, WORDS[node.getText()] ?? '']];
  if (ts.isNumericLiteral(node)) return [[node, String(Number(node.text) + 1)]];
  if (ts.isIfStatement(node)) return [[node.expression, `!(${node.expression.getText()})`]];
  if (ts.isConditionalExpression(node)) return [[node.condition, `!(${node.condition.getText()})`]];
  return changesOfExpression(node);
}

/** Types, imports and messages hold no behaviour that a test could miss. */
const isSilent = (node: ts.Node): boolean => ts.isTypeNode(node) || ts.isImportDeclaration(node) || ts.isInterfaceDeclaration(node) || ts.isTypeAliasDeclaration(node) || ts.isTypeParameterDeclaration(node);

/** Every small fault that this finds in the text of a TypeScript file, in the order of the text. */
export function findMutations(text: string): readonly Mutation[] {
  const source = ts.createSourceFile('mutated.ts', text, ts.ScriptTarget.ES2022, true);
  const found: Mutation[] = [];
  const visit = (node: ts.Node): void => {
    if (isSilent(node)) return;
    for (const [place, replacement] of changesOf(node)) {
      const start = place.getStart();
      found.push({ start, end: place.getEnd(), replacement, line: source.getLineAndCharacterOfPosition(start).line + 1 });
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found.sort((a, b) => a.start - b.start);
}

/** The text with one mutation made. */
export const applyMutation = (text: string, { start, end, replacement }: Mutation): string => `${text.slice(0, start)}${replacement}${text.slice(end)}`;
