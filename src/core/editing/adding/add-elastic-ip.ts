import { containerOf } from '../container.ts';
import { allocate, associate } from '../elastic-ip.ts';
import { nextPublicAddress } from '../free-addresses.ts';
import { numberedName } from '../names.ts';
import { refusePlace, type Adder } from './adding.ts';
import { regionFor } from './add-region.ts';

/** Allocates an Elastic IP address: for the instance or interface dropped on, else for a Region, where nothing holds it. */
export const addElasticIp: Adder = (draft, { container, at, name }) => {
  const target = containerOf(container, 'instance') ?? containerOf(container, 'network-interface');
  if (target) {
    const allocation = allocate(draft);
    associate(draft, target.id, allocation);
    return { said: `Associate Elastic IP address ${allocation.address} with ${target.value.name}`, select: [target.id] };
  }
  const region = regionFor(draft, { container }) ?? refusePlace('elastic-ip', container);
  const address = nextPublicAddress(draft.design);
  const id = draft.add('eipalloc', { kind: 'elastic-ip', name: name ?? numberedName(draft.design, 'eip'), region, address });
  draft.place(id, at);
  return { said: `Allocate Elastic IP address ${address} in ${draft.nameOf(region)}`, select: [id] };
};
