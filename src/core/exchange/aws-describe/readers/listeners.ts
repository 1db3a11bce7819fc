import { defineDetailReader } from '../define-detail-reader.ts';

export const listeners = defineDetailReader({
  key: 'Listeners',
  call: 'elbv2 describe-listeners',
  nouns: { one: 'listener', many: 'listeners' },
  parentField: 'LoadBalancerArn',
  parentType: 'load-balancer',
});
