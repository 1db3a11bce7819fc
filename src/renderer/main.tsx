import './controls/styles.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { AppRoot } from './app/app-root.tsx';
import { followHost } from './app/follow-host.ts';
import { startSession } from './app/start-session.ts';
import type { App } from './app/app-context.ts';
import { createCanvasPort } from './canvas/canvas-port.ts';
import { pickHost } from './host/pick-host.ts';
import { createAppStore } from './store/create-store.ts';

const host = await pickHost();
const store = createAppStore({ host, random: Math.random, now: Date.now });
const app: App = { store, host, canvas: createCanvasPort() };

followHost(app);
await startSession(app);

const root = document.getElementById('root');
if (root) {
  createRoot(root).render(
    <StrictMode>
      <AppRoot app={app} />
    </StrictMode>,
  );
}
