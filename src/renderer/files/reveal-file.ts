import type { App } from '../app/app-context.ts';

/** Shows the document's file in its folder. */
export async function revealFile({ store, host }: App): Promise<void> {
  const { document } = store.getState().files;
  if (!document) return;
  const reply = await host.reveal({ token: document.token });
  if (!reply.ok) store.notify('problem', reply.problem.message);
}
