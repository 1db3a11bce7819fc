const REGION = '[data-region]';
const FOCUSABLE = 'button:not([disabled]):not([tabindex="-1"]), input, select, textarea, a[href], [tabindex="0"]';

/** What had the focus last in each region, so that going round comes back to it. */
const lastFocused = new WeakMap<Element, HTMLElement>();

/** Remembers where the focus was; call it once for a document. The returned function stops it. */
export function rememberFocus(document: Document): () => void {
  const listen = (event: FocusEvent): void => {
    if (!(event.target instanceof HTMLElement)) return;
    const region = event.target.closest(REGION);
    if (region) lastFocused.set(region, event.target);
  };
  document.addEventListener('focusin', listen);
  return () => document.removeEventListener('focusin', listen);
}

const isVisible = (element: HTMLElement): boolean => element.offsetParent !== null || element.getClientRects().length > 0;

/** Moves the focus to the next part of the window, in the order of the page, and round. */
export function focusRegion(direction: 'next' | 'previous'): void {
  const regions = [...document.querySelectorAll<HTMLElement>(REGION)].filter(isVisible);
  const current = regions.findIndex((region) => region.contains(document.activeElement));
  const step = direction === 'next' ? 1 : -1;
  const start = current === -1 && direction === 'previous' ? 0 : current;
  const region = regions[(start + step + regions.length) % regions.length];
  if (!region) return;
  const last = lastFocused.get(region);
  const target = last?.isConnected === true && isVisible(last) ? last : region.querySelector<HTMLElement>(FOCUSABLE);
  (target ?? region).focus();
}
