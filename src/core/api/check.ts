import { describeRoles } from '../diagnosis/role/describe-roles.ts';
import type { Report } from '../findings/report.ts';
import { computeFacts } from '../lookup/resource-facts.ts';
import { succeed, type Reply } from '../model/reply.ts';
import { runRules } from '../rules/run-rules.ts';
import type { RequestOf } from './requests.ts';

/** Every finding of every rule, and what boxes and forms show of each resource. */
export function check({ design }: RequestOf<'check'>): Reply<Report> {
  return succeed({ findings: runRules(design), facts: { ...computeFacts(design), ...describeRoles(design) } });
}
