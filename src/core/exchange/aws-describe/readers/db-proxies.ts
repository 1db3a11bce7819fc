import { defineUnmodelledReader } from '../define-unmodelled-reader.ts';
import { textsIn } from '../record.ts';

export const dbProxies = defineUnmodelledReader({
  key: 'DBProxies',
  call: 'rds describe-db-proxies',
  nouns: { one: 'RDS Proxy', many: 'RDS Proxies' },
  type: 'db-proxy',
  ids: ['DBProxyArn', 'DBProxyName'],
  nameField: 'DBProxyName',
  placeOf: (record) => ({ subnets: textsIn(record, 'VpcSubnetIds') }),
});
