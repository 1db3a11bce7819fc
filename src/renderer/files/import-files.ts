import type { App } from '../app/app-context.ts';
import { openAnswer } from './open-files.ts';

/** Asks for what `aws ec2 describe-*` printed, as files or as a folder, and shows the network it describes. */
export const importFiles = (app: App, what: 'files' | 'folder'): Promise<void> => openAnswer(app, app.host.chooseImport({ what }));
