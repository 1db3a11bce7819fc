import type { Design } from '../../model/design.ts';
import type { ResourceId } from '../../model/ids.ts';
import type { Instance, NetworkInterface, Service, Subnet } from '../../model/resources/index.ts';
import { listResources, type Entry } from '../draft.ts';
import { interfacesOf, isPublicSubnet, primaryAddressOf } from '../members.ts';

/** An instance in a public subnet, with what decides whether the internet reaches it. */
export interface PublicInstance {
  readonly id: ResourceId;
  readonly value: Instance;
  readonly interface: Entry<NetworkInterface>;
  readonly subnet: Entry<Subnet>;
  readonly hasPublicAddress: boolean;
  /** The first HTTP or HTTPS service that listens on every address. */
  readonly page: Service | undefined;
}

const isPage = ({ scheme, running, bindAddress }: Service): boolean => (scheme === 'http' || scheme === 'https') && running && !bindAddress.startsWith('127.');

/** The running instances whose primary interface stands in a public subnet. */
export function listPublicInstances(design: Design): readonly PublicInstance[] {
  return listResources(design, 'instance').flatMap(({ id, value }) => {
    const [primary] = interfacesOf(design, id);
    if (!primary || value.state !== 'running') return [];
    const subnet = design.resources[primary.value.subnet];
    if (subnet?.kind !== 'subnet' || !isPublicSubnet(design, subnet)) return [];
    const page = Object.values(value.services ?? {}).find(isPage);
    const hasPublicAddress = primaryAddressOf(primary.value)?.address.public !== undefined;
    return [{ id, value, interface: primary, subnet: { id: primary.value.subnet, value: subnet }, hasPublicAddress, page }];
  });
}
