import { formatAddress, readCidr } from '@core/address/cidr.ts';

/** Ids of what was made and its attributes, by logical id, or `logical.attribute`. */
export type Made = Map<string, string>;

const SUBNET_BITS = 64n;

/** Block number `index` of the /64 that a block holds (CloudFormation User Guide, intrinsic-function-reference-cidr). */
function subnetAt(block: string, index: number): string {
  const { first } = readCidr(block) ?? {};
  if (typeof first !== 'bigint') throw new Error(`"${block}" is not an IPv6 block`);
  return `${formatAddress(first + (BigInt(index) << SUBNET_BITS))}/${SUBNET_BITS}`;
}

type Given = readonly [first: unknown, second: unknown];

const FUNCTIONS: Readonly<Record<string, (given: Given, made: Made) => unknown>> = {
  'Fn::GetAtt': ([logical, attribute], made) => {
    const value = made.get(`${String(logical)}.${String(attribute)}`) ?? made.get(String(logical)) ?? '';
    return attribute === 'Ipv6CidrBlocks' ? [value] : value;
  },
  'Fn::Select': ([index, list], made) => (evaluate(list, made) as readonly unknown[])[Number(index)],
  'Fn::Join': ([separator, parts], made) => (parts as readonly unknown[]).map((part) => resolve(part, made)).join(String(separator)),
  'Fn::Split': ([separator, text], made) => resolve(text, made).split(String(separator)),
  'Fn::Cidr': ([block, count], made) => Array.from({ length: Number(count) }, (_, index) => subnetAt(resolve(block, made), index)),
};

/** What a value of a template is once everything it names was made. */
function evaluate(value: unknown, made: Made): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if ('Ref' in value) return made.get(String(value.Ref)) ?? '';
  const [name = '', given] = Object.entries(value as Readonly<Record<string, unknown>>)[0] ?? [];
  const call = FUNCTIONS[name];
  if (!call) throw new Error(`The comparison does not know ${name}.`);
  return call(given as Given, made);
}

/** What a value of a template is, as text. */
export const resolve = (value: unknown, made: Made): string => String(evaluate(value, made));
