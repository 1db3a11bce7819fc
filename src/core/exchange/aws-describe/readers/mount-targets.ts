import { defineUnmodelledReader } from '../define-unmodelled-reader.ts';

export const mountTargets = defineUnmodelledReader({
  key: 'MountTargets',
  call: 'efs describe-mount-targets',
  nouns: { one: 'EFS mount target', many: 'EFS mount targets' },
  type: 'efs-mount-target',
  ids: ['MountTargetId'],
});
