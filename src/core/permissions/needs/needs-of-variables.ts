import { UNKNOWN_PART } from '../match-pattern.ts';
import type { CallPlace, Need } from './need.ts';
import { knownText } from './read-arguments.ts';
import { regionalArn } from './table-needs.ts';

const VARIABLE = /^[ \t]*(?:export[ \t]+)?([A-Z][A-Z0-9_]*)=(?:"([^"\n]*)"|'([^'\n]*)'|([^\s;#]*))/gm;

/** The variables that a script sets at the beginning of a line; the last value counts. */
export function readVariables(script: string): ReadonlyMap<string, string> {
  return new Map([...script.matchAll(VARIABLE)].map(([, name = '', double, single, bare]) => [name, double ?? single ?? bare ?? '']));
}

const ITEM_ACTIONS = ['dynamodb:Scan', 'dynamodb:GetItem', 'dynamodb:PutItem', 'dynamodb:UpdateItem', 'dynamodb:DeleteItem'] as const;

/** The Region that the script's variables set for every call. */
export function regionOfVariables(variables: ReadonlyMap<string, string>): string | undefined {
  const region = variables.get('AWS_REGION') ?? variables.get('AWS_DEFAULT_REGION');
  return region === undefined || !/^[a-z]{2}-[a-z-]+-\d$/.test(region) ? undefined : region;
}

/**
 * What the employee directory's application asks for, by the variables it is started with: photos in a bucket, and the
 * table Employees while DYNAMO_MODE is on.
 */
export function needsOfVariables(variables: ReadonlyMap<string, string>, from: CallPlace): readonly Need[] {
  const bucket = variables.get('PHOTOS_BUCKET');
  const object = bucket === undefined ? undefined : `arn:${from.partition}:s3:::${bucket === '' ? UNKNOWN_PART : knownText(bucket)}/${UNKNOWN_PART}`;
  const photos: readonly Need[] = object === undefined ? [] : ['s3:GetObject', 's3:PutObject'].map((action) => ({ action, resource: object, service: 's3', certainty: 'inferred' }));
  const mode = variables.get('DYNAMO_MODE');
  if (mode === undefined || mode === '' || mode === 'off') return photos;
  const table = regionalArn(from, 'dynamodb', 'table/Employees');
  return [...photos, ...ITEM_ACTIONS.map((action): Need => ({ action, resource: table, service: 'dynamodb', certainty: 'inferred' }))];
}
