import { addPart } from '@core/editing/add-part.ts';
import { emptyDesign } from '@core/model/design.ts';
import { applyPatch } from '@core/patch/apply-patch.ts';
import { product } from '@shared/product.ts';
import type { App } from '../app/app-context.ts';
import { mayLeave } from './may-leave.ts';
import { showDesign } from './show-design.ts';

/** Starts a design with an empty Region, after asking about unsaved changes. */
export async function newDesign(app: App): Promise<void> {
  if (!(await mayLeave(app))) return;
  const blank = emptyDesign(product.untitledName);
  const added = addPart(blank, { part: 'region', random: Math.random });
  const applied = added.ok ? applyPatch(blank, added.patch) : undefined;
  showDesign(app, { design: applied?.ok ? applied.document : blank, document: null, agrees: true });
}
