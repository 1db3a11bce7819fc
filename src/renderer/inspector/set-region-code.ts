import type { EditResult } from '@core/editing/edit-result.ts';
import { edit } from '@core/editing/edit.ts';
import { refuse } from '@core/editing/refusal.ts';
import type { Design } from '@core/model/design.ts';
import type { ResourceId } from '@core/model/ids.ts';

/** Makes an empty Region another one; its name follows where it was its code. Zones of VPCs carry the code, so it has to be empty. */
export function setRegionCode(design: Design, { region, code }: { readonly region: ResourceId; readonly code: string }): EditResult {
  return edit(design, (draft) => {
    const before = draft.need(region, 'region');
    if (draft.list('vpc').some(({ value }) => value.region === region))
      refuse(`${before.name} holds VPCs whose zones carry its code; put another Region on the canvas and move them there.`);
    if (draft.list('region').some(({ id, value }) => id !== region && value.code === code)) refuse(`${code} is on the canvas already.`);
    draft.change(region, 'region', { code, ...(before.name === before.code ? { name: code } : {}) });
    return { said: `Make ${before.code} the Region ${code}` };
  });
}
