import { z } from 'zod';
import { asResourceId } from '../../../model/ids.ts';
import { readCommonFields } from '../common-fields.ts';
import { defineReader } from '../define-reader.ts';
import type { Draft } from '../draft.ts';
import { parentOf, targetGroupInPath } from '../parent-in-path.ts';
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

/** Targets are asked for one target group at a time, so an answer may be missing for some of them. */
function areTargetsKnown(draft: Draft, arn: string): boolean {
  if (!draft.hasKey('TargetHealthDescriptions')) return false;
  const isOnly = draft.recordsOf('TargetGroups').length === 1;
  return isOnly || draft.recordsOf('TargetHealthDescriptions').some((sourced) => parentOf(sourced, 'TargetGroupArn', targetGroupInPath) === arn);
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
      ...readHealthCheck(fields),
      targets: {},
      ...(!areTargetsKnown(draft, id) && { targetsKnown: false }),
    });
  },
});
