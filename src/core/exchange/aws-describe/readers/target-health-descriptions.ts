import { z } from 'zod';
import { asResourceId, nextRowId } from '../../../model/ids.ts';
import type { Target, TargetGroup } from '../../../model/resources/index.ts';
import { defineReader } from '../define-reader.ts';
import type { Draft } from '../draft.ts';
import { parentArnOf } from '../load-balancing-parent.ts';
import { parentOf, targetGroupInPath } from '../parent-in-path.ts';
import { number, optionalText, text } from '../record-fields.ts';

const targetFields = z.object({
  Target: z.object({ Id: text, Port: number.optional(), AvailabilityZone: optionalText }),
  TargetHealth: z.object({ State: optionalText }).optional(),
});

/** What a group's targets are, by the look of one: for a group that no file tells of. */
function typeOfTarget(target: string): TargetGroup['targetType'] {
  if (target.startsWith('i-')) return 'instance';
  if (target.includes(':loadbalancer/')) return 'alb';
  return target.startsWith('arn:') ? 'lambda' : 'ip';
}

function register(draft: Draft, group: string, target: Target): void {
  const id = asResourceId(group);
  if (!draft.has(group)) draft.put(id, { kind: 'target-group', name: group.split('/').at(-2) ?? group, targetType: typeOfTarget(target.target), targets: {} });
  draft.change(id, 'target-group', (value) => ({ ...value, targets: { ...value.targets, [nextRowId('target', value.targets)]: target } }));
}

/** The registered targets with their health. The answer does not name the target group: its file does, or who asked wrote it beside the list. */
export const targetHealthDescriptions = defineReader({
  key: 'TargetHealthDescriptions',
  call: 'elbv2 describe-target-health',
  nouns: { one: 'target', many: 'targets' },
  idOf: (sourced) => `${parentOf(sourced, 'TargetGroupArn', targetGroupInPath) ?? sourced.source.path} ${JSON.stringify(sourced.record)}`,
  fields: targetFields,
  read: (entry, draft) => {
    const { Target: target, TargetHealth } = entry.fields;
    const group = parentArnOf(draft, 'target-group', entry);
    if (group === undefined) {
      const sentence = `An entry of "TargetHealthDescriptions" in ${entry.source.path} does not say which target group it is of; put TargetGroupArn beside the list.`;
      draft.note({ type: 'TargetHealthDescriptions', count: 1, outcome: 'broken-reference', sentence });
      return;
    }
    register(draft, group, {
      target: target.Id,
      ...(target.Port !== undefined && { port: target.Port }),
      ...(target.AvailabilityZone !== undefined && { availabilityZone: target.AvailabilityZone }),
      ...(TargetHealth?.State !== undefined && { health: TargetHealth.State }),
    });
  },
});
