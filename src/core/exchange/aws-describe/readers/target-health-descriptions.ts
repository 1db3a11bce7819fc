import { defineDetailReader } from '../define-detail-reader.ts';

export const targetHealthDescriptions = defineDetailReader({
  key: 'TargetHealthDescriptions',
  call: 'elbv2 describe-target-health',
  nouns: { one: 'target', many: 'targets' },
  parentField: 'TargetGroupArn',
  parentType: 'target-group',
});
