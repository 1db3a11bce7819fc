import { describe, expect, test } from 'vitest';
import { matchConditions } from './match-conditions.ts';
import { readStatements } from './read-statements.ts';
import { ABSENT, only, type KeyValue } from './request.ts';
import type { Truth } from './truth.ts';

function fits(condition: unknown, keys: Readonly<Record<string, KeyValue>>): Truth | undefined {
  const [statement] = readStatements({ Version: '2012-10-17', Statement: { Effect: 'Allow', Action: '*', Resource: '*', Condition: condition } }) ?? [];
  const known = new Map(Object.entries(keys).map(([key, value]) => [key.toLowerCase(), value]));
  return statement && matchConditions(statement, known);
}

// The first four are the table of the user guide's page "Multivalued context key examples".
describe('the examples of AWS for keys of several values', () => {
  const notKey1 = { 'ForAllValues:StringNotLike': { 'aws:TagKeys': 'key1*' } };
  const allowedTags = { 'ForAnyValue:StringLike': { 'aws:TagKeys': ['environment', 'webserver*'] } };
  test.each<[unknown, KeyValue, Truth]>([
    [notKey1, only('key1:legal'), 'no'],
    [notKey1, only('key1:hr', 'key1:personnel'), 'no'],
    [notKey1, only('key2:audit'), 'yes'],
    [notKey1, ABSENT, 'yes'],
    [allowedTags, only('environment', 'cost-center'), 'yes'],
    [allowedTags, only('cost-center'), 'no'],
    [allowedTags, ABSENT, 'no'],
  ])('%j with %j: %s', (condition, value, truth) => {
    expect(fits(condition, { 'aws:TagKeys': value })).toBe(truth);
  });
});

describe('one value', () => {
  const ip = 'aws:SourceIp';
  const arn = 'arn:aws:iam::111122223333:role/web';
  test.each<[string, unknown, Readonly<Record<string, KeyValue>>, Truth]>([
    ['no conditions', {}, {}, 'yes'],
    ['an address in the block', { IpAddress: { [ip]: '203.0.113.0/24' } }, { [ip]: only('203.0.113.9') }, 'yes'],
    ['an address beside the block', { IpAddress: { [ip]: ['203.0.113.0/24', '198.51.100.7'] } }, { [ip]: only('198.51.100.8') }, 'no'],
    ['one of the addresses', { IpAddress: { [ip]: ['203.0.113.0/24', '198.51.100.7'] } }, { [ip]: only('198.51.100.7') }, 'yes'],
    ['another family', { IpAddress: { [ip]: '2001:db8::/32' } }, { [ip]: only('203.0.113.9') }, 'no'],
    ['IPv6', { IpAddress: { [ip]: '2001:DB8:1234:5678::/64' } }, { [ip]: only('2001:db8:1234:5678::1') }, 'yes'],
    ['not in the block', { NotIpAddress: { [ip]: '203.0.113.0/24' } }, { [ip]: only('203.0.113.9') }, 'no'],
    ['the address of a request through an endpoint is not there', { IpAddress: { [ip]: '0.0.0.0/0' } }, { [ip]: ABSENT }, 'no'],
    ['and so a deny of all other addresses holds', { NotIpAddress: { [ip]: '203.0.113.0/24' } }, { [ip]: ABSENT }, 'yes'],
    ['unless IfExists', { IpAddressIfExists: { [ip]: '203.0.113.0/24' } }, { [ip]: ABSENT }, 'yes'],
    ['a key that nobody knows', { IpAddress: { [ip]: '203.0.113.0/24' } }, {}, 'unknown'],
    ['one of two addresses, both in the block', { IpAddress: { [ip]: '203.0.113.0/24' } }, { [ip]: { kind: 'one-of', values: ['203.0.113.9', '203.0.113.10'] } }, 'yes'],
    ['one of two addresses, one in the block', { IpAddress: { [ip]: '203.0.113.9' } }, { [ip]: { kind: 'one-of', values: ['203.0.113.9', '203.0.113.10'] } }, 'unknown'],
    ['a value of several', { StringEquals: { 'aws:SourceVpc': ['vpc-1', 'vpc-2'] } }, { 'aws:SourceVpc': only('vpc-2') }, 'yes'],
    ['none of several', { StringNotEquals: { 'aws:SourceVpc': ['vpc-1', 'vpc-2'] } }, { 'aws:SourceVpc': only('vpc-2') }, 'no'],
    ['not a value, and there is none', { StringNotEquals: { 'aws:SourceVpce': 'vpce-1' } }, { 'aws:SourceVpce': ABSENT }, 'yes'],
    ['names of keys and operators in other case', { stringequals: { 'AWS:SOURCEVPC': 'vpc-1' } }, { 'aws:SourceVpc': only('vpc-1') }, 'yes'],
    ['no wildcards in StringEquals', { StringEquals: { 'aws:SourceVpc': 'vpc-*' } }, { 'aws:SourceVpc': only('vpc-1') }, 'no'],
    ['wildcards in StringLike', { StringLike: { 'aws:SourceVpc': 'vpc-*' } }, { 'aws:SourceVpc': only('vpc-1') }, 'yes'],
    ['letters in other case', { StringEqualsIgnoreCase: { 'aws:PrincipalType': 'assumedrole' } }, { 'aws:PrincipalType': only('AssumedRole') }, 'yes'],
    ['an ARN', { ArnEquals: { 'aws:PrincipalArn': 'arn:aws:iam::*:role/web' } }, { 'aws:PrincipalArn': only(arn) }, 'yes'],
    ['a star of an ARN stays in its field', { ArnLike: { 'aws:PrincipalArn': 'arn:*:role/web' } }, { 'aws:PrincipalArn': only(arn) }, 'no'],
    ['not an ARN', { ArnNotLike: { 'aws:PrincipalArn': 'arn:aws:iam::*:role/admin*' } }, { 'aws:PrincipalArn': only(arn) }, 'yes'],
    ['a flag', { Bool: { 'aws:SecureTransport': 'false' } }, { 'aws:SecureTransport': only('true') }, 'no'],
    ['a flag that is no text', { Bool: { 'aws:SecureTransport': true } }, { 'aws:SecureTransport': only('true') }, 'yes'],
    ['Null of what is there', { Null: { 'aws:SourceVpce': 'true' } }, { 'aws:SourceVpce': only('vpce-1') }, 'no'],
    ['Null of what is not there', { Null: { 'aws:SourceVpce': 'true' } }, { 'aws:SourceVpce': ABSENT }, 'yes'],
    ['Null false of what is not there', { Null: { 'aws:SourceVpce': 'false' } }, { 'aws:SourceVpce': ABSENT }, 'no'],
    ['a number', { NumericLessThanEquals: { 's3:max-keys': '10' } }, { 's3:max-keys': only('10') }, 'yes'],
    ['a date: no design says when', { DateGreaterThan: { 'aws:CurrentTime': '2020-01-01T00:00:00Z' } }, {}, 'unknown'],
    ['an operator that there is not', { StringIs: { 'aws:SourceVpc': 'vpc-1' } }, { 'aws:SourceVpc': only('vpc-1') }, 'unknown'],
    ['two operators: both', { StringEquals: { 'aws:SourceVpc': 'vpc-1' }, Bool: { 'aws:SecureTransport': 'false' } }, { 'aws:SourceVpc': only('vpc-1'), 'aws:SecureTransport': only('true') }, 'no'],
    ['a variable against another key', { StringEquals: { 'aws:Ec2InstanceSourceVpc': '${aws:SourceVpc}' } }, { 'aws:Ec2InstanceSourceVpc': only('vpc-1'), 'aws:SourceVpc': only('vpc-1') }, 'yes'],
  ])('%s', (_title, condition, keys, truth) => {
    expect(fits(condition, keys)).toBe(truth);
  });
});
