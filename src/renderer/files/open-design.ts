import type { DocumentFile } from '@shared/contract.ts';
import type { App } from '../app/app-context.ts';
import { openAnswer } from './open-files.ts';

/** Asks for a file and opens it. */
export const openDesign = (app: App): Promise<void> => openAnswer(app, app.host.openFile());

/** Opens a file of the list of recent ones. */
export const openRecent = (app: App, { token }: DocumentFile): Promise<void> => openAnswer(app, app.host.openRecent({ token }));
