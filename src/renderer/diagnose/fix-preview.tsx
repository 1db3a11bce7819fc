import type { FixPreview } from '@core/api/core-api.ts';
import type { Fix } from '@core/findings/fix.ts';
import { useEffect, useState } from 'react';
import { useAppState, useHost } from '../app/app-context.ts';

/** What else a fix does: what it opens and closes for others, and which findings it removes or makes. */
function describePreview({ opens, closes, resolved, introduced }: FixPreview): string {
  const removed = resolved.length === 0 ? [] : [`Removes ${resolved.length === 1 ? '1 problem' : `${resolved.length} problems`}.`];
  const made = introduced.length === 0 ? [] : [`Makes ${introduced.length === 1 ? '1 new problem' : `${introduced.length} new problems`}: ${introduced[0]?.message ?? ''}`];
  return [...opens.slice(0, 2), ...closes.slice(0, 1), ...removed, ...made].join(' ');
}

/** The blast radius of a fix in a sentence, asked of the host for the design as it is. */
export function FixPreviewSentence({ fix }: { readonly fix: Fix }) {
  const host = useHost();
  const design = useAppState((state) => state.design);
  const [sentence, setSentence] = useState('');
  useEffect(() => {
    let isCurrent = true;
    void host.previewFix({ design, patch: fix.patch }).then((reply) => {
      if (isCurrent) setSentence(reply.ok ? describePreview(reply.value) : '');
    });
    return () => {
      isCurrent = false;
    };
  }, [host, design, fix]);
  return <>{sentence}</>;
}
