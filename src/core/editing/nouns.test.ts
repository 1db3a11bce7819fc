import { expect, test } from 'vitest';
import { withArticle, withArticleBefore } from './nouns.ts';

test.each([
  ['egress only internet gateway', 'an egress only internet gateway'],
  ['elasticache cluster', 'an elasticache cluster'],
  ['opensearch domain', 'an opensearch domain'],
  ['VPC endpoint', 'a VPC endpoint'],
  ['user pool', 'a user pool'],
])('%s stands after its article', (noun, words) => {
  expect(withArticleBefore(noun)).toBe(words);
});

test('so do the kinds of resources', () => {
  expect([withArticle('instance'), withArticle('vpc'), withArticle('elastic-ip')]).toEqual(['an instance', 'a VPC', 'an Elastic IP address']);
});
