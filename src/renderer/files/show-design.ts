import type { Design } from '@core/model/design.ts';
import type { DocumentFile } from '@shared/contract.ts';
import type { App } from '../app/app-context.ts';

export interface ShownDesign {
  readonly design: Design;
  /** The file it is saved to from now on; `null` asks for one at the next save. */
  readonly document: DocumentFile | null;
  /** Whether its file holds exactly this, or there is nothing yet that could be lost. */
  readonly agrees: boolean;
}

/** Makes a design the document, shows the editor and all of the canvas. */
export function showDesign({ store, canvas }: App, { design, document, agrees }: ShownDesign): void {
  store.replaceDesign(design);
  store.markOpened(document, agrees);
  store.showScreen('editor');
  requestAnimationFrame(() => canvas.current?.fit());
}
