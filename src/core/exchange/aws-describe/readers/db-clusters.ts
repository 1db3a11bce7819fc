import { defineUnmodelledReader } from '../define-unmodelled-reader.ts';

export const dbClusters = defineUnmodelledReader({
  key: 'DBClusters',
  call: 'rds describe-db-clusters',
  nouns: { one: 'DB cluster', many: 'DB clusters' },
  type: 'db-cluster',
  ids: ['DBClusterArn', 'DBClusterIdentifier'],
  nameField: 'DBClusterIdentifier',
});
