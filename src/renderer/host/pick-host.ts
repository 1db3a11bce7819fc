import type { DesignerHost } from '@shared/contract.ts';
import { compareInWorker } from './compare-in-worker.ts';
import { electronHost } from './electron-host.ts';

/** The host the page runs in: the desktop app where its pipe is there, else the browser with the core in a worker. Either compares in a worker of its own. */
export async function pickHost(): Promise<DesignerHost> {
  const desktop = electronHost();
  if (desktop !== undefined) return { ...desktop, compare: compareInWorker(desktop) };
  const { createBrowserHost } = await import('./browser-host.ts');
  return createBrowserHost();
}
