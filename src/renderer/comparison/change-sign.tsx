import type { ChangeKind } from '@core/findings/comparison.ts';

/** A plus, a minus, a dot: told apart without colour. */
const SHAPES: Readonly<Record<ChangeKind, string>> = {
  added: 'M5 1.5v7M1.5 5h7',
  removed: 'M1.5 5h7',
  changed: 'M5 3.1a1.9 1.9 0 1 1 0 3.8a1.9 1.9 0 1 1 0 -3.8z',
};

/** The sign of a change; the word stands beside it. */
export function ChangeSign({ change }: { readonly change: ChangeKind }) {
  return (
    <svg width="10" height="10" viewBox="0 0 10 10" aria-hidden="true" fill={change === 'changed' ? 'currentColor' : 'none'} stroke="currentColor" strokeWidth="1.8" strokeLinecap="round">
      <path d={SHAPES[change]} />
    </svg>
  );
}
