import { z } from 'zod';
import { asRowId, type ResourceId } from '../../../model/ids.ts';
import { defineReader } from '../define-reader.ts';
import type { Listener } from '../../../model/resources/index.ts';
import { listOf, number, optionalText, text } from '../record-fields.ts';
import { asResourceId } from '../../../model/ids.ts';
import { textIn } from '../record.ts';

const OWN_ANSWERS = ['redirect', 'fixed-response'] as const;

/** What a listener or a rule does; a weighted action names several target groups. */
export const actionFields = z.object({
  Type: optionalText,
  TargetGroupArn: optionalText,
  ForwardConfig: z.object({ TargetGroups: listOf(z.object({ TargetGroupArn: text })) }).optional(),
});

/** The target groups that actions forward to, each once. */
export function targetGroupsOf(actions: readonly z.infer<typeof actionFields>[]): readonly ResourceId[] {
  const arns = actions.flatMap(({ TargetGroupArn, ForwardConfig }) => [
    ...(TargetGroupArn === undefined ? [] : [TargetGroupArn]),
    ...(ForwardConfig?.TargetGroups.map((group) => group.TargetGroupArn) ?? []),
  ]);
  return [...new Set(arns)].map(asResourceId);
}

/** The answer that actions give by themselves, where they forward to nobody (Application Load Balancers guide, load-balancer-listeners, action types). */
const ownAnswerOf = (actions: readonly z.infer<typeof actionFields>[]): Listener['ownAnswer'] => OWN_ANSWERS.find((type) => actions.some(({ Type }) => Type === type));

/** The row of a listener: the last part of its ARN, which its rules' ARNs hold too. */
export const rowOfListener = (arn: string): string => `listener-${arn.split('/').at(-1) ?? arn}`;

/** Listeners, as rows of their load balancers. https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_Listener.html */
export const listeners = defineReader({
  key: 'Listeners',
  call: 'elbv2 describe-listeners',
  nouns: { one: 'listener', many: 'listeners' },
  idOf: ({ record }) => textIn(record, 'ListenerArn'),
  fields: z.object({ ListenerArn: text, LoadBalancerArn: text, Port: number.optional(), Protocol: text.default('GENEVE'), DefaultActions: listOf(actionFields) }),
  read: ({ fields, id }, draft) => {
    const { LoadBalancerArn, Port = 6081, Protocol, DefaultActions } = fields;
    const ownAnswer = ownAnswerOf(DefaultActions);
    const listener = { protocol: Protocol, port: Port, targetGroups: [...targetGroupsOf(DefaultActions)], ...(ownAnswer && { ownAnswer }) };
    const isThere = draft.change(LoadBalancerArn, 'load-balancer', (balancer) => ({ ...balancer, listeners: { ...balancer.listeners, [asRowId(rowOfListener(id))]: listener } }));
    if (isThere) return;
    draft.note({ type: 'Listeners', count: 1, outcome: 'broken-reference', sentence: `The listener ${id} is of ${LoadBalancerArn}, which is in no file; it was left out.` });
  },
});
