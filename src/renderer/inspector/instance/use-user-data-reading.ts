import type { ScriptReading } from '@core/findings/script-reading.ts';
import type { ResourceId } from '@core/model/ids.ts';
import { useEffect, useState } from 'react';
import { useAppState, useHost } from '../../app/app-context.ts';

/** Milliseconds without a keystroke before a script is read. */
const PAUSE = 150;

/** What the host reads in the start-up script of an instance, for the design as it is; the last reading while it changes. */
export function useUserDataReading(instance: ResourceId): ScriptReading | undefined {
  const host = useHost();
  const design = useAppState((state) => state.design);
  const [reading, setReading] = useState<ScriptReading>();
  useEffect(() => {
    let isCurrent = true;
    const timer = setTimeout(() => {
      void host.readScript({ design, instance }).then((reply) => {
        if (isCurrent) setReading(reply.ok ? reply.value : undefined);
      });
    }, PAUSE);
    return () => {
      isCurrent = false;
      clearTimeout(timer);
    };
  }, [host, design, instance]);
  return reading?.instance === instance ? reading : undefined;
}
