import type { App } from '../app/app-context.ts';

/** Reads the list of recent files anew; without an answer the list stays as it is. */
export async function refreshRecent({ store, host }: App): Promise<void> {
  const reply = await host.listRecent();
  if (reply.ok) store.setFiles({ recent: reply.value });
}
