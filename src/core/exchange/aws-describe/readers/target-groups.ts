import { defineUnmodelledReader } from '../define-unmodelled-reader.ts';

export const targetGroups = defineUnmodelledReader({
  key: 'TargetGroups',
  call: 'elbv2 describe-target-groups',
  nouns: { one: 'target group', many: 'target groups' },
  type: 'target-group',
  ids: ['TargetGroupArn'],
  nameField: 'TargetGroupName',
});
