import { INTERNET_ID, type Draft } from '../draft.ts';

/** Draws the internet where an internet gateway leads to it. */
export function addInternet(draft: Draft): void {
  const isReached = draft.all('internet-gateway').some(([, gateway]) => gateway.vpc !== undefined);
  if (isReached) draft.put(INTERNET_ID, { kind: 'internet', name: 'Internet' });
}
