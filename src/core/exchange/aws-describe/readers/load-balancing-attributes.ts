import { z } from 'zod';
import { defineReader } from '../define-reader.ts';
import type { Draft } from '../draft.ts';
import { areOfTargetGroup, parentArnOf, type ParentKind } from '../load-balancing-parent.ts';
import { shorten } from '../../../model/quote.ts';
import { parentOf, targetGroupInPath } from '../parent-in-path.ts';
import { optionalText } from '../record-fields.ts';
import { textIn, type SourcedRecord } from '../record.ts';

const isOn = (value: string | undefined): boolean => value === 'true';

const CROSS_ZONE = 'load_balancing.cross_zone.enabled';

function findParent(draft: Draft, sourced: SourcedRecord): { readonly kind: ParentKind; readonly arn: string } | undefined {
  const isOfGroup = parentOf(sourced, 'TargetGroupArn', targetGroupInPath) !== undefined || areOfTargetGroup(sourced);
  const kind = isOfGroup ? 'target-group' : 'load-balancer';
  const arn = parentArnOf(draft, kind, sourced);
  return arn === undefined ? undefined : { kind, arn };
}

function setOfGroup(draft: Draft, arn: string, { Key, Value }: { readonly Key: string | undefined; readonly Value: string | undefined }): void {
  if (Key === 'preserve_client_ip.enabled') draft.change(arn, 'target-group', (value) => ({ ...value, preserveClientIp: isOn(Value) }));
  if (Key === CROSS_ZONE && (Value === 'true' || Value === 'false')) draft.change(arn, 'target-group', (value) => ({ ...value, crossZone: isOn(Value) }));
}

/**
 * Attributes of load balancers and target groups; those that decide where traffic goes are read. A target group may follow
 * its load balancer in crossing zones. https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_TargetGroupAttribute.html
 */
export const loadBalancingAttributes = defineReader({
  key: 'Attributes',
  call: 'elbv2 describe-target-group-attributes',
  nouns: { one: 'attribute', many: 'attributes' },
  isSingle: true,
  idOf: ({ record, document, source }) => `${textIn(document, 'TargetGroupArn', 'LoadBalancerArn') ?? source.path} ${textIn(record, 'Key') ?? ''}`,
  fields: z.object({ Key: optionalText, Value: optionalText }),
  read: (entry, draft) => {
    const parent = findParent(draft, entry);
    if (parent === undefined) {
      const sentence = `${shorten(entry.source.path)} does not say which load balancer or target group its "Attributes" are of; put LoadBalancerArn or TargetGroupArn beside the list.`;
      draft.note({ type: 'Attributes', count: 1, outcome: 'broken-reference', sentence });
      return;
    }
    const { Key, Value } = entry.fields;
    if (parent.kind === 'target-group') setOfGroup(draft, parent.arn, { Key, Value });
    else if (Key === CROSS_ZONE) draft.change(parent.arn, 'load-balancer', (value) => ({ ...value, crossZone: isOn(Value) }));
  },
});
