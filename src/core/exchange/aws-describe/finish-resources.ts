import { describeIssue } from '../../model/describe-issue.ts';
import { resourceSchema, type Resource } from '../../model/resources/index.ts';
import { awsKeyOf } from './aws-keys.ts';
import type { Draft } from './draft.ts';
import { isRecord } from './record.ts';

/** A copy without the keys that have no value, which no file could hold. */
function withoutUndefined(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutUndefined);
  if (!isRecord(value)) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, member]) => member !== undefined)
      .map(([key, member]) => [key, withoutUndefined(member)]),
  );
}

/** Lets the schema of a design check and write canonically every resource; one that it refuses is noted and taken out. */
export function finishResources(draft: Draft): Record<string, Resource> {
  const finished: Record<string, Resource> = {};
  for (const [id, resource] of draft.entries()) {
    const plain = withoutUndefined(resource);
    const parsed = resourceSchema.safeParse(plain);
    if (parsed.success) {
      finished[id] = parsed.data;
      continue;
    }
    const type = awsKeyOf(id)?.key ?? resource.kind;
    const issue = parsed.error.issues[0];
    const sentence = issue ? describeIssue(issue, plain, [type, id]).message : `${type} › ${id}: this could not be read.`;
    draft.note({ type, count: 1, outcome: 'skipped', sentence: `${sentence} It was left out.` });
    draft.leaveOut(id);
    draft.remove(id);
  }
  return finished;
}
