import { writeCodesPage } from './codes-page.ts';
import { writeCommandsPage } from './commands-page.ts';
import type { Generated } from './generated.ts';
import { refreshPages } from './pages-with-examples.ts';
import { writeStepsPage } from './steps-page.ts';

/** The pages in `docs/` that are written, or kept fresh, by a program. The command line has to be built. */
export async function writePages(): Promise<readonly Generated[]> {
  return [writeStepsPage(), writeCodesPage(), await writeCommandsPage(), await refreshPages()];
}
