import { app } from 'electron';
import { startApplication } from './application.ts';
import { findStartFile } from './files/start-files.ts';
import { declarePageScheme } from './page-protocol.ts';
import { forbidNetwork } from './security.ts';

const developmentServer = app.isPackaged ? undefined : process.env['ELECTRON_RENDERER_URL'];
const ownFolder = app.commandLine.getSwitchValue('user-data-dir');
const startFile = findStartFile(process.argv, process.cwd());

if (ownFolder !== '') app.setPath('userData', ownFolder);
declarePageScheme();
forbidNetwork(developmentServer);

// A second start hands its file to the first one and ends.
if (app.requestSingleInstanceLock({ startFile: startFile ?? null })) startApplication({ developmentServer, startFile });
else app.quit();
