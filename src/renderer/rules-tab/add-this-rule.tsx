import type { Fix } from '@core/findings/fix.ts';
import { useStore } from '../app/app-context.ts';
import { Button } from '../controls/button.tsx';

/** Adds the rule that a fix proposes. */
export function AddThisRule({ fix }: { readonly fix: Fix }) {
  const store = useStore();
  return (
    <Button size="small" title={fix.effect} onClick={() => store.applyFix(fix)}>
      Add this rule
    </Button>
  );
}
