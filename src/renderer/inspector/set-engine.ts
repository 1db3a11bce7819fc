import { databaseEnginePorts } from '@core/aws/well-known-ports.ts';
import { engineNames } from '@core/drawing/names.ts';
import type { EditResult } from '@core/editing/edit-result.ts';
import { edit } from '@core/editing/edit.ts';
import { refuse } from '@core/editing/refusal.ts';
import type { Design } from '@core/model/design.ts';
import type { ResourceId } from '@core/model/ids.ts';

/** Changes the engine of a DB instance; a port that was the old engine's usual one follows. */
export function setEngine(design: Design, { dbInstance, engine }: { readonly dbInstance: ResourceId; readonly engine: string }): EditResult {
  return edit(design, (draft) => {
    const before = draft.need(dbInstance, 'db-instance');
    if (before.engine === engine) refuse(`${before.name} runs ${engineNames[engine] ?? engine} already.`);
    const usual = databaseEnginePorts[engine];
    const follows = usual !== undefined && before.port === databaseEnginePorts[before.engine];
    draft.change(dbInstance, 'db-instance', { engine, ...(follows ? { port: usual } : {}) });
    return { said: `Run ${engineNames[engine] ?? engine} on ${before.name}${follows ? `, on port ${usual}` : ''}` };
  });
}
