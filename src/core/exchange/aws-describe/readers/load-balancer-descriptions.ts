import { defineUnmodelledReader } from '../define-unmodelled-reader.ts';

export const loadBalancerDescriptions = defineUnmodelledReader({
  key: 'LoadBalancerDescriptions',
  call: 'elb describe-load-balancers',
  nouns: { one: 'Classic Load Balancer', many: 'Classic Load Balancers' },
  type: 'classic-load-balancer',
  ids: ['LoadBalancerName'],
  nameField: 'LoadBalancerName',
});
