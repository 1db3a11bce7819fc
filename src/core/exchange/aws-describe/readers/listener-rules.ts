import { z } from 'zod';
import { asRowId, type ResourceId } from '../../../model/ids.ts';
import type { LoadBalancer } from '../../../model/resources/index.ts';
import { defineReader } from '../define-reader.ts';
import type { Draft } from '../draft.ts';
import { listOf, optionalText } from '../record-fields.ts';
import { textIn } from '../record.ts';
import { actionFields, targetGroupsOf } from './listeners.ts';

/** `…:listener-rule/app/name/balancer/listener/rule` */
const RULE = /^(arn:[^:]+:[^:]+:[^:]*:\d*):listener-rule\/((?:app|net|gwy)\/[^/]+\/[^/]+)\/([^/]+)\/[^/]+$/;

function withRule(balancer: LoadBalancer, row: string, groups: readonly ResourceId[]): LoadBalancer {
  const listener = balancer.listeners[asRowId(row)];
  if (!listener) return balancer;
  return { ...balancer, listeners: { ...balancer.listeners, [asRowId(row)]: { ...listener, targetGroups: [...new Set([...listener.targetGroups, ...groups])] } } };
}

function addRule(draft: Draft, arn: string, groups: readonly ResourceId[]): void {
  const [, prefix, balancer, listener] = RULE.exec(arn) ?? [];
  if (prefix === undefined || balancer === undefined || listener === undefined || groups.length === 0) return;
  draft.change(`${prefix}:loadbalancer/${balancer}`, 'load-balancer', (value) => withRule(value, `listener-${listener}`, groups));
}

/** Rules of listeners: whatever their conditions, each target group they forward to may get a request. https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_Rule.html */
export const listenerRules = defineReader({
  key: 'Rules',
  call: 'elbv2 describe-rules',
  nouns: { one: 'listener rule', many: 'listener rules' },
  idOf: ({ record }) => textIn(record, 'RuleArn'),
  fields: z.object({ RuleArn: optionalText, Actions: listOf(actionFields) }),
  read: ({ fields }, draft) => {
    addRule(draft, fields.RuleArn ?? '', targetGroupsOf(fields.Actions));
  },
});
