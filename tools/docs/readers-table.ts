import { readers } from '@core/exchange/aws-describe/readers/index.ts';

type Reader = (typeof readers)[number];

function writeReader({ call, nouns, otherKeys, key }: Reader): string {
  const keys = [key, ...otherKeys].map((one) => `\`${one}\``).join(', ');
  return `| ${nouns.many} | \`aws ${call}\` | ${keys} |`;
}

const head = (title: string): readonly string[] => [`| ${title} | Call | Top-level key |`, '| --- | --- | --- |'];

/** Every call whose output is read, what is understood before what is kept. */
export function writeReadersTable(): readonly string[] {
  const of = (isModelled: boolean): readonly string[] => readers.filter((reader) => reader.isModelled === isModelled).map(writeReader);
  return ['', ...head('Understood'), ...of(true), '', ...head('Kept, not modelled yet'), ...of(false), ''];
}
