import type { SourcedRecord } from './record.ts';
import { textIn } from './record.ts';

const LOAD_BALANCER = /arn:[^:]+:elasticloadbalancing:[^:]*:\d*:loadbalancer\/(?:app|net|gwy)\/[^/\s]+\/[0-9a-z]+/;
const TARGET_GROUP = /arn:[^:]+:elasticloadbalancing:[^:]*:\d*:targetgroup\/[^/\s]+\/[0-9a-z]+/;

function decode(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

/** The ARN of a load balancer in a file's path; programs that call once for each name their files by it, percent-encoded. */
export const loadBalancerInPath = (path: string): string | undefined => LOAD_BALANCER.exec(decode(path))?.[0];

/** The ARN of a target group in a file's path. */
export const targetGroupInPath = (path: string): string | undefined => TARGET_GROUP.exec(decode(path))?.[0];

/** What a record of a call for one thing is of: said in it, beside the list, or in the file's path. */
export function parentOf({ record, document, source }: SourcedRecord, field: string, inPath: (path: string) => string | undefined): string | undefined {
  return textIn(record, field) ?? textIn(document, field) ?? inPath(source.path);
}
