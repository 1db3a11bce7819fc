import { addPart } from '../../editing/add-part.ts';
import { attachGateway } from '../../editing/attach-gateway.ts';
import { edit } from '../../editing/edit.ts';
import type { Fix } from '../../findings/fix.ts';
import { asResourceId } from '../../model/ids.ts';
import { repeatableRandom } from '../random.ts';
import { fixFrom, type FixInput } from './fix-input.ts';

/** Attaches the gateway that exists, or creates one and attaches it. */
export function fixGateway(input: FixInput): readonly Fix[] {
  const { lookup, block } = input;
  const { vpc } = block.subject;
  if (vpc === undefined) return [];
  const random = repeatableRandom(Object.keys(lookup.design.resources).length);
  const gateway = lookup.resource(block.resource);
  if (gateway?.kind === 'internet-gateway' || gateway?.kind === 'virtual-private-gateway') {
    const result = attachGateway(lookup.design, { gateway: asResourceId(block.resource), vpc, random });
    return fixFrom(result, { title: `Attach ${lookup.nameOf(block.resource)} to ${lookup.nameOf(vpc)}`, effect: 'Opens nothing by itself: routes, addresses and rules still decide.' });
  }
  if (block.component !== 'internet-gateway') return [];
  const result = addPart(lookup.design, { part: 'internet-gateway', container: vpc, random });
  return fixFrom(result, { title: `Create an internet gateway and attach it to ${lookup.nameOf(vpc)}`, effect: 'Opens nothing by itself: routes, addresses and rules still decide.' });
}

/** Turns VPC Block Public Access off for the Region. */
export function fixBlockPublicAccess({ lookup, block }: FixInput): readonly Fix[] {
  const id = asResourceId(block.resource);
  const result = edit(lookup.design, (draft) => {
    draft.change(id, 'region', { blockPublicAccess: 'off' });
    return { said: 'Turn off VPC Block Public Access' };
  });
  return fixFrom(result, { title: `Turn off VPC Block Public Access in ${lookup.nameOf(id)}`, effect: `Lets internet traffic into every VPC of ${lookup.nameOf(id)} that routes and rules admit.` });
}
