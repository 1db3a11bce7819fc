import { defineUnmodelledReader } from '../define-unmodelled-reader.ts';

export const cacheClusters = defineUnmodelledReader({
  key: 'CacheClusters',
  call: 'elasticache describe-cache-clusters',
  nouns: { one: 'ElastiCache cluster', many: 'ElastiCache clusters' },
  type: 'elasticache-cluster',
  ids: ['ARN', 'CacheClusterId'],
  nameField: 'CacheClusterId',
});
