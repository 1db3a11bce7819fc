import type { TemplateDescription } from '../app/host-types.ts';
import { useEffect, useState } from 'react';
import { useHost } from '../app/app-context.ts';

const NONE: readonly TemplateDescription[] = [];

/** The templates the core offers; none until it has answered. */
export function useTemplates(): readonly TemplateDescription[] {
  const host = useHost();
  const [templates, setTemplates] = useState(NONE);
  useEffect(() => {
    let isCurrent = true;
    void host.listTemplates().then((reply) => {
      if (isCurrent && reply.ok) setTemplates(reply.value);
    });
    return () => {
      isCurrent = false;
    };
  }, [host]);
  return templates;
}
