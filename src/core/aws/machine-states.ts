/** States of an instance in which nobody answers. https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/ec2-instance-lifecycle.html */
const INSTANCE_OFF: ReadonlySet<string> = new Set(['stopped', 'stopping', 'shutting-down', 'terminated']);

/**
 * States of a DB instance in which it cannot be reached: it is being made or unmade, is stopped, or failed.
 * https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/accessing-monitoring.html
 */
const DB_INSTANCE_OFF: ReadonlySet<string> = new Set([
  'creating',
  'starting',
  'stopped',
  'stopping',
  'deleting',
  'failed',
  'insufficient-capacity',
  'incompatible-restore',
  'restore-error',
  'storage-full',
  'inaccessible-encryption-credentials',
]);

/** Whether an instance in this state answers nobody. */
export const isInstanceOff = (state: string): boolean => INSTANCE_OFF.has(state);

/** Whether a DB instance in this state answers nobody. */
export const isDbInstanceOff = (state: string): boolean => DB_INSTANCE_OFF.has(state);
