import type { EphemeralMatrix } from '@core/findings/diagnosis.ts';
import type { ResourceId } from '@core/model/ids.ts';
import { useEffect, useState } from 'react';
import { useAppState, useHost } from '../app/app-context.ts';

/** Which replies a network ACL lets pass, asked of the host for the design as it is. */
export function useEphemeralMatrix(networkAcl: ResourceId): EphemeralMatrix | undefined {
  const host = useHost();
  const design = useAppState((state) => state.design);
  const [matrix, setMatrix] = useState<EphemeralMatrix>();
  useEffect(() => {
    let isCurrent = true;
    void host.ephemeralMatrix({ design, networkAcl }).then((reply) => {
      if (isCurrent) setMatrix(reply.ok ? reply.value : undefined);
    });
    return () => {
      isCurrent = false;
    };
  }, [host, design, networkAcl]);
  return matrix?.networkAcl === networkAcl ? matrix : undefined;
}
