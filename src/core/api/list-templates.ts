import { succeed, type Reply } from '../model/reply.ts';
import { describeTemplates } from '../templates/index.ts';
import type { TemplateDescription } from './core-api.ts';

/** What a new design can start from: templates, and designs that are broken on purpose. */
export function listTemplates(): Reply<readonly TemplateDescription[]> {
  return succeed(describeTemplates());
}
