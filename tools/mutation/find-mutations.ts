import ts from 'typescript';

/** One small fault that could be in a file. */
export interface Mutation {
  /** Counts from 0 through the file, in the order of the text. */
  readonly id: number;
  readonly line: number;
  /** What it does, in words: `=== becomes !==`. */
  readonly words: string;
}

type Print = (node: ts.Node) => string;
/** The faulty text of a node; `print` writes a node inside it with what else was chosen. */
type Render = (own: string, print: Print) => string;

interface Found extends Mutation {
  readonly render: Render;
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

type Change = readonly [words: string, render: Render];

function changesOfBinary(node: ts.BinaryExpression): readonly Change[] {
  const operator = node.operatorToken.getText();
  const other = OPERATORS[operator];
  // Text is added too, and a fault in a sentence is no fault in a verdict.
  const isText = operator === '+' && [node.left, node.right].some((side) => ts.isStringLiteralLike(side) || ts.isTemplateExpression(side));
  return other === undefined || isText ? [] : [[`${operator} becomes ${other}`, (_own, print) => `(${print(node.left)} ${other} ${print(node.right)})`]];
}

/** `list.some` becomes `list.every` where it is called. */
function changesOfMethod(node: ts.PropertyAccessExpression): readonly Change[] {
  const other = METHODS[node.name.text];
  if (other === undefined || !ts.isCallExpression(node.parent) || node.parent.expression !== node) return [];
  return [[`${node.name.text} becomes ${other}`, (_own, print) => `${print(node.expression)}${node.questionDotToken ? '?.' : '.'}${other}`]];
}

/** A number that names a member or stands in a type cannot be another one at run time. */
const isValue = (node: ts.NumericLiteral): boolean => !ts.isPropertyAssignment(node.parent) || node.parent.name !== node;

function ownChanges(node: ts.Node): readonly Change[] {
  const word = WORDS[node.getText()];
  if ((node.kind === ts.SyntaxKind.TrueKeyword || node.kind === ts.SyntaxKind.FalseKeyword) && word !== undefined) return [[`${node.getText()} becomes ${word}`, () => word]];
  if (ts.isNumericLiteral(node) && isValue(node)) return [[`${node.text} becomes ${Number(node.text) + 1}`, () => String(Number(node.text) + 1)]];
  if (ts.isBinaryExpression(node)) return changesOfBinary(node);
  if (ts.isPrefixUnaryExpression(node) && node.operator === ts.SyntaxKind.ExclamationToken) return [['! goes', (_own, print) => `(${print(node.operand)})`]];
  return ts.isPropertyAccessExpression(node) ? changesOfMethod(node) : [];
}

/** Whether a node decides an `if` or a `? :`. */
function isCondition(node: ts.Node): boolean {
  const { parent } = node;
  return (ts.isIfStatement(parent) && parent.expression === node) || (ts.isConditionalExpression(parent) && parent.condition === node);
}

const changesOf = (node: ts.Node): readonly Change[] => [
  ...(isCondition(node) ? ([['the condition is turned round', (own) => `!(${own})`]] satisfies readonly Change[]) : []),
  ...ownChanges(node),
];

/** Types, imports and messages hold no behaviour that a test could miss. */
const isSilent = (node: ts.Node): boolean => ts.isTypeNode(node) || ts.isImportDeclaration(node) || ts.isInterfaceDeclaration(node) || ts.isTypeAliasDeclaration(node) || ts.isTypeParameterDeclaration(node);

interface Reading {
  readonly source: ts.SourceFile;
  readonly found: ReadonlyMap<ts.Node, readonly Found[]>;
}

function read(text: string): Reading {
  const source = ts.createSourceFile('mutated.ts', text, ts.ScriptTarget.ES2022, true);
  const found = new Map<ts.Node, readonly Found[]>();
  let next = 0;
  const visit = (node: ts.Node): void => {
    if (isSilent(node)) return;
    const line = source.getLineAndCharacterOfPosition(node.getStart()).line + 1;
    const here = node === source ? [] : changesOf(node).map(([words, render]) => ({ id: next++, line, words, render }));
    if (here.length > 0) found.set(node, here);
    ts.forEachChild(node, visit);
  };
  visit(source);
  return { source, found };
}

/** Every small fault that this finds in the text of a TypeScript file, in the order of the text. */
export const findMutations = (text: string): readonly Mutation[] => [...read(text).found.values()].flat().map(({ id, line, words }) => ({ id, line, words }));

/**
 * The text with faults woven in. `choose` answers, for the id of a fault, the expression that is true when the program
 * shall have it; `undefined` leaves it out. One text then holds them all, and no two of them need to be built.
 */
export function weave(text: string, choose: (id: number) => string | undefined): string {
  const { source, found } = read(text);
  const print: Print = (node) => {
    let own = '';
    let at = node.getStart(source);
    ts.forEachChild(node, (child) => {
      const start = child.getStart(source);
      own += text.slice(at, start) + print(child);
      at = child.end;
    });
    own += text.slice(at, node.end);
    // The innermost fault comes last: an operator changes inside a condition that is turned round.
    for (const { id, render } of [...(found.get(node) ?? [])].reverse()) {
      const condition = choose(id);
      if (condition !== undefined) own = ts.isPropertyAccessExpression(node) ? renderCallee(condition, node, print) : `(${condition} ? ${render(own, print)} : ${own})`;
    }
    return own;
  };
  const [first] = source.statements;
  return first === undefined ? text : text.slice(0, source.getStart()) + print(source);
}

/** A method that is chosen while the program runs keeps its object: `list[fault ? 'every' : 'some']`. */
function renderCallee(condition: string, { expression, name, questionDotToken }: ts.PropertyAccessExpression, print: Print): string {
  return `${print(expression)}${questionDotToken ? '?.' : ''}[${condition} ? '${METHODS[name.text] ?? name.text}' : '${name.text}']`;
}
