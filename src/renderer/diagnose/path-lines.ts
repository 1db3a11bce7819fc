import type { Hop, LegPath } from '@core/findings/diagnosis.ts';
import type { Design } from '@core/model/design.ts';
import { asResourceId } from '@core/model/ids.ts';

/** One name on the line of a leg. */
export interface LineHop {
  readonly key: string;
  readonly name: string;
  readonly state: 'passed' | 'stops' | 'never';
}

const nameOf = (design: Design, id: string): string => {
  const resource = design.resources[asResourceId(id)];
  if (resource?.kind === 'network-interface' && resource.attachment) return nameOf(design, resource.attachment.resource);
  return resource === undefined || resource.name === '' ? id : resource.name;
};

const stateOf = ({ passed }: Hop): LineHop['state'] => (passed === null ? 'never' : passed ? 'passed' : 'stops');

const worst = (a: LineHop['state'], b: LineHop['state']): LineHop['state'] => (a === 'stops' || b === 'stops' ? 'stops' : a === 'never' ? b : a);

function endName(design: Design, endpoint: string): string {
  if (endpoint === 'internet') return 'Internet';
  return nameOf(design, endpoint);
}

/** The names a leg passes, each once in a row, from its sender to its receiver. */
export function describeLine(design: Design, path: LegPath, ends: { readonly from: string; readonly to: string }): readonly LineHop[] {
  const [sender, receiver] = path.leg === 'request' ? [ends.from, ends.to] : [ends.to, ends.from];
  const hops: LineHop[] = [{ key: 'start', name: endName(design, sender), state: path.hops[0]?.passed === null ? 'never' : 'passed' }];
  for (const [index, hop] of path.hops.entries()) {
    const name = nameOf(design, hop.resource);
    const last = hops[hops.length - 1];
    if (last?.name === name) hops[hops.length - 1] = { ...last, state: worst(last.state, stateOf(hop)) };
    else hops.push({ key: `${index} ${hop.resource}`, name, state: stateOf(hop) });
  }
  const end = endName(design, receiver);
  const isStopped = hops.some(({ state }) => state !== 'passed');
  if (hops[hops.length - 1]?.name !== end) hops.push({ key: 'end', name: end, state: isStopped ? 'never' : 'passed' });
  return hops;
}
