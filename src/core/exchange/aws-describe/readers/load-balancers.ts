import { defineUnmodelledReader } from '../define-unmodelled-reader.ts';

export const loadBalancers = defineUnmodelledReader({
  key: 'LoadBalancers',
  call: 'elbv2 describe-load-balancers',
  nouns: { one: 'load balancer', many: 'load balancers' },
  type: 'load-balancer',
  ids: ['LoadBalancerArn'],
  nameField: 'LoadBalancerName',
});
