import { z } from 'zod';
import { defineReader } from '../define-reader.ts';
import { loadBalancerInPath, parentOf, targetGroupInPath } from '../parent-in-path.ts';
import { optionalText } from '../record-fields.ts';
import { textIn } from '../record.ts';

const isOn = (value: string | undefined): boolean => value === 'true';

/**
 * Attributes of load balancers and target groups; those that decide where traffic goes are read. A target group may follow
 * its load balancer in crossing zones. https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_TargetGroupAttribute.html
 */
export const loadBalancingAttributes = defineReader({
  key: 'Attributes',
  call: 'elbv2 describe-target-group-attributes',
  nouns: { one: 'attribute', many: 'attributes' },
  isSingle: true,
  idOf: ({ record, source }) => `${source.path} ${textIn(record, 'Key') ?? ''}`,
  fields: z.object({ Key: optionalText, Value: optionalText }),
  read: (entry, draft) => {
    const { Key, Value } = entry.fields;
    const group = parentOf(entry, 'TargetGroupArn', targetGroupInPath);
    const balancer = parentOf(entry, 'LoadBalancerArn', loadBalancerInPath);
    if (group !== undefined && Key === 'preserve_client_ip.enabled') draft.change(group, 'target-group', (value) => ({ ...value, preserveClientIp: isOn(Value) }));
    if (Key !== 'load_balancing.cross_zone.enabled') return;
    if (group !== undefined && (Value === 'true' || Value === 'false')) draft.change(group, 'target-group', (value) => ({ ...value, crossZone: isOn(Value) }));
    if (group === undefined && balancer !== undefined) draft.change(balancer, 'load-balancer', (value) => ({ ...value, crossZone: isOn(Value) }));
  },
});
