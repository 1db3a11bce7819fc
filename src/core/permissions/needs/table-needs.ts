import { UNKNOWN_PART } from '../match-pattern.ts';
import type { CallPlace } from './need.ts';
import { optionOf, readArguments } from './read-arguments.ts';
import type { Asked } from './s3-needs.ts';

/** The name of an operation as an action has it: `get-item`, `GetItem`. */
export const toActionName = (operation: string): string => operation.split('-').map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join('');

/** An ARN of a service that has Regions; a name that is one already stays. */
export const regionalArn = ({ partition, region, account }: CallPlace, service: string, name: string): string => `arn:${partition}:${service}:${region ?? UNKNOWN_PART}:${account ?? UNKNOWN_PART}:${name}`;

/** Operations on one table whose action has their own name. https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazondynamodb.html */
const ON_TABLE: ReadonlySet<string> = new Set(['get-item', 'put-item', 'update-item', 'delete-item', 'query', 'scan', 'create-table', 'delete-table', 'describe-table', 'update-table', 'describe-time-to-live', 'update-time-to-live']);
const OF_ITEMS: ReadonlySet<string> = new Set(['batch-get-item', 'batch-write-item']);

/** What the operations of `aws dynamodb` ask for; nothing for those that are not known here. */
export function askedOfDynamoDb(operation: string, given: readonly string[], from: CallPlace): readonly Asked[] | undefined {
  const args = readArguments(given);
  const action = `dynamodb:${toActionName(operation)}`;
  const table = optionOf(args, '--table-name') ?? UNKNOWN_PART;
  const arn = table.startsWith('arn:') ? table : regionalArn(from, 'dynamodb', `table/${table}`);
  const index = optionOf(args, '--index-name');
  if (operation === 'list-tables') return [[action, '*']];
  if (operation === 'wait') return [['dynamodb:DescribeTable', arn]];
  if (ON_TABLE.has(operation)) return [[action, index === undefined ? arn : `${arn}/index/${index}`]];
  return OF_ITEMS.has(operation) ? [[action, regionalArn(from, 'dynamodb', `table/${UNKNOWN_PART}`)]] : undefined;
}
