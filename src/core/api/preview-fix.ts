import { compareReach } from '../comparison/compare-reach.ts';
import { withoutFindings } from '../findings/finding.ts';
import type { Design } from '../model/design.ts';
import { fail, succeed, type Reply } from '../model/reply.ts';
import { applyPatch } from '../patch/apply-patch.ts';
import { runRules } from '../rules/run-rules.ts';
import type { FixPreview } from './core-api.ts';
import { receiveDesign } from './known-designs.ts';
import type { RequestOf } from './requests.ts';

function applyToDesign(design: Design, patch: RequestOf<'previewFix'>['patch']): Reply<Design> {
  const applied = applyPatch<unknown>(design, patch);
  if (!applied.ok) return fail(applied.problem, 'patch');
  const received = receiveDesign(applied.document);
  return received.ok ? received : fail(`The change would leave no valid design: ${received.problem.message}`, received.problem.at);
}

/** The design with a patch applied, and what that changes for others: findings, and what opens and closes. */
export function previewFix({ design, patch }: RequestOf<'previewFix'>): Reply<FixPreview> {
  const changed = applyToDesign(design, patch);
  if (!changed.ok) return changed;
  const [before, after] = [runRules(design), runRules(changed.value)];
  const { opens, closes, limits } = compareReach(design, changed.value);
  return succeed({
    design: changed.value,
    resolved: withoutFindings(before, after),
    introduced: withoutFindings(after, before),
    opens: [...opens.map(({ sentence }) => sentence), ...limits],
    closes: closes.map(({ sentence }) => sentence),
  });
}
