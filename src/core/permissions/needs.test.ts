import { expect, test } from 'vitest';
import { readCopyNeeds } from './needs.ts';

test.each([
  ['aws s3 cp s3://photos/a.png a.png', ['s3:GetObject arn:aws:s3:::photos/a.png']],
  ['aws s3 cp a.png s3://photos/in/a.png', ['s3:PutObject arn:aws:s3:::photos/in/a.png']],
  ['aws s3 cp s3://$BUCKET/a.png a.png', []],
  ['aws s3 cp s3://photos/a s3://photos/b', []],
  ['aws s3 cp --recursive s3://photos/a b', []],
  ['# aws s3 cp s3://photos/a.png a.png', []],
])('%s', (line, expected) => {
  const { requests, rest } = readCopyNeeds(`#!/bin/bash\n${line}\n`);
  expect(requests.map(({ action, resource }) => `${action} ${resource}`)).toEqual(expected);
  expect(rest.includes(line)).toBe(expected.length === 0);
});
