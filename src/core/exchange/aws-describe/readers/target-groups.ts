import { z } from 'zod';
import { asResourceId } from '../../../model/ids.ts';
import { readCommonFields } from '../common-fields.ts';
import { defineReader } from '../define-reader.ts';
import { areTargetsAnswered } from '../load-balancing-parent.ts';
import { listOf, number, optionalText, text } from '../record-fields.ts';
import { textIn } from '../record.ts';

const targetGroupFields = z.object({
  TargetGroupArn: text,
  TargetGroupName: optionalText,
  Protocol: optionalText,
  Port: number.optional(),
  VpcId: optionalText,
  HealthCheckProtocol: optionalText,
  HealthCheckPort: optionalText,
  HealthCheckPath: optionalText,
  TargetType: z.enum(['instance', 'ip', 'lambda', 'alb']).default('instance'),
  LoadBalancerArns: listOf(text),
  IpAddressType: optionalText,
});
type Fields = z.infer<typeof targetGroupFields>;

function readHealthCheck({ HealthCheckProtocol, HealthCheckPort, HealthCheckPath }: Fields): Readonly<Record<string, unknown>> {
  const port = HealthCheckPort === undefined || !/^\d{1,5}$/.test(HealthCheckPort) ? undefined : Number(HealthCheckPort);
  const healthCheck = {
    ...(HealthCheckProtocol !== undefined && { protocol: HealthCheckProtocol }),
    ...(port !== undefined && { port }),
    ...(HealthCheckPath !== undefined && { path: HealthCheckPath }),
  };
  return Object.keys(healthCheck).length === 0 ? {} : { healthCheck };
}

/** Target groups; their targets are told by describe-target-health. https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_TargetGroup.html */
export const targetGroups = defineReader({
  key: 'TargetGroups',
  call: 'elbv2 describe-target-groups',
  nouns: { one: 'target group', many: 'target groups' },
  idOf: ({ record }) => textIn(record, 'TargetGroupArn'),
  fields: targetGroupFields,
  read: (entry, draft) => {
    const { fields, id } = entry;
    draft.put(asResourceId(id), {
      ...readCommonFields(draft, entry, fields.TargetGroupName),
      kind: 'target-group',
      ...(fields.VpcId !== undefined && { vpc: asResourceId(fields.VpcId) }),
      targetType: fields.TargetType,
      ...(fields.Protocol !== undefined && { protocol: fields.Protocol }),
      ...(fields.Port !== undefined && { port: fields.Port }),
      ...(fields.IpAddressType === 'ipv6' && { ipAddressType: 'ipv6' as const }),
      ...readHealthCheck(fields),
      targets: {},
      ...(!areTargetsAnswered(draft, id) && { targetsKnown: false }),
    });
  },
});
