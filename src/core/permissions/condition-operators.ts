import { containsAddress, parseAddress, parseCidrOrAddress } from '../address/cidr.ts';
import { matchParts, UNKNOWN_PART, type PatternPart } from './match-pattern.ts';
import { readPolicyText, type TextReading } from './policy-variables.ts';
import { allOf, truthOf, type Truth } from './truth.ts';

type Reading = Omit<TextReading, 'hasWildcards'>;

/** Whether one value of the request fits one value of the policy. */
export type Comparison = (wanted: string, given: string, reading: Reading) => Truth;

/** An operator without `IfExists` and its twin with `Not`. */
export interface ConditionOperator {
  readonly compare: Comparison;
  readonly isNegated: boolean;
}

const isUnclear = (given: string): boolean => given.includes(UNKNOWN_PART);
const whereClear = (compare: (wanted: string, given: string) => Truth): Comparison => (wanted, given) => (isUnclear(given) ? 'unknown' : compare(wanted, given));

function compareText(wanted: string, given: string, reading: TextReading): Truth {
  const pattern = readPolicyText(wanted, reading);
  return pattern === undefined ? 'unknown' : matchParts(pattern, given);
}

const equals: Comparison = (wanted, given, reading) => compareText(wanted, given, { ...reading, hasWildcards: false });
const inLowerCase = (part: PatternPart): PatternPart => (part.kind === 'character' ? { ...part, character: part.character.toLowerCase() } : part);
const equalsInAnyCase: Comparison = (wanted, given, reading) => {
  const pattern = readPolicyText(wanted, { ...reading, hasWildcards: false });
  return pattern === undefined ? 'unknown' : matchParts(pattern.map(inLowerCase), given.toLowerCase());
};
const like: Comparison = (wanted, given, reading) => compareText(wanted, given, { ...reading, hasWildcards: true });

const ARN_FIELDS = 6;

/** The six fields of an ARN; the last one takes the rest. */
function splitArn<Item>(items: readonly Item[], isColon: (item: Item) => boolean): readonly (readonly Item[])[] {
  const fields: Item[][] = [[]];
  for (const item of items) {
    if (isColon(item) && fields.length < ARN_FIELDS) fields.push([]);
    else fields.at(-1)?.push(item);
  }
  return fields;
}

const isColonPart = (part: PatternPart): boolean => part.kind === 'character' && part.character === ':';

/** Each of the six fields is compared for itself (IAM User Guide, condition operators, ARN); ArnEquals and ArnLike are one. */
const arnLike: Comparison = (wanted, given, reading) => {
  const pattern = readPolicyText(wanted, { ...reading, hasWildcards: true });
  if (pattern === undefined) return 'unknown';
  const [patterns, fields] = [splitArn(pattern, isColonPart), splitArn([...given], (character) => character === ':')];
  if (patterns.length !== ARN_FIELDS || fields.length !== ARN_FIELDS) return isUnclear(given) ? 'unknown' : 'no';
  return allOf(patterns.map((field, index) => matchParts(field, fields[index]?.join('') ?? '')));
};

/** A CIDR block, or one address. https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html#Conditions_IPAddress */
const inBlock = whereClear((wanted, given) => {
  const address = parseAddress(given);
  const block = parseCidrOrAddress(wanted);
  if (address === undefined || !block.ok) return 'unknown';
  return truthOf(block.cidr.family === (typeof address === 'number' ? 4 : 6) && containsAddress(block.cidr, address));
});

const isSameFlag = whereClear((wanted, given) => truthOf(wanted.toLowerCase() === given.toLowerCase()));

const byNumber = (holds: (given: number, wanted: number) => boolean): Comparison =>
  whereClear((wanted, given) => {
    const [a, b] = [Number(given), Number(wanted)];
    return given.trim() === '' || wanted.trim() === '' || Number.isNaN(a) || Number.isNaN(b) ? 'unknown' : truthOf(holds(a, b));
  });

/** No design says when a call is made, nor what bytes it carries. */
const never: Comparison = () => 'unknown';

const plain = (compare: Comparison): ConditionOperator => ({ compare, isNegated: false });
const negated = (compare: Comparison): ConditionOperator => ({ compare, isNegated: true });

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html; names in lower case. */
const OPERATORS: ReadonlyMap<string, ConditionOperator> = new Map([
  ['stringequals', plain(equals)],
  ['stringnotequals', negated(equals)],
  ['stringequalsignorecase', plain(equalsInAnyCase)],
  ['stringnotequalsignorecase', negated(equalsInAnyCase)],
  ['stringlike', plain(like)],
  ['stringnotlike', negated(like)],
  ['arnequals', plain(arnLike)],
  ['arnlike', plain(arnLike)],
  ['arnnotequals', negated(arnLike)],
  ['arnnotlike', negated(arnLike)],
  ['ipaddress', plain(inBlock)],
  ['notipaddress', negated(inBlock)],
  ['bool', plain(isSameFlag)],
  ['numericequals', plain(byNumber((given, wanted) => given === wanted))],
  ['numericnotequals', negated(byNumber((given, wanted) => given === wanted))],
  ['numericlessthan', plain(byNumber((given, wanted) => given < wanted))],
  ['numericlessthanequals', plain(byNumber((given, wanted) => given <= wanted))],
  ['numericgreaterthan', plain(byNumber((given, wanted) => given > wanted))],
  ['numericgreaterthanequals', plain(byNumber((given, wanted) => given >= wanted))],
  ['dateequals', plain(never)],
  ['datenotequals', negated(never)],
  ['datelessthan', plain(never)],
  ['datelessthanequals', plain(never)],
  ['dategreaterthan', plain(never)],
  ['dategreaterthanequals', plain(never)],
  ['binaryequals', plain(never)],
]);

/** An operator as a policy names it, taken apart. */
export interface NamedOperator extends ConditionOperator {
  /** Before the operator's name, where a key may have several values. */
  readonly over: 'one' | 'all-values' | 'any-value';
  readonly ifExists: boolean;
}

const PREFIXES: Readonly<Record<string, NamedOperator['over']>> = { forallvalues: 'all-values', foranyvalue: 'any-value' };
const IF_EXISTS = 'ifexists';

/** Takes `ForAllValues:StringLikeIfExists` apart; nothing for what is no operator. `Null` is told apart by the caller. */
export function readOperator(name: string): NamedOperator | undefined {
  const [first = '', second] = name.toLowerCase().split(':');
  const over = second === undefined ? 'one' : PREFIXES[first];
  const whole = second ?? first;
  const ifExists = whole.endsWith(IF_EXISTS);
  const operator = OPERATORS.get(ifExists ? whole.slice(0, -IF_EXISTS.length) : whole);
  return operator === undefined || over === undefined ? undefined : { ...operator, over, ifExists };
}
