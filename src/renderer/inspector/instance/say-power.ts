import { interfacesOf } from '@core/editing/members.ts';
import { joinNames } from '@core/editing/nouns.ts';
import type { Design } from '@core/model/design.ts';
import type { ResourceId } from '@core/model/ids.ts';
import type { Instance, PrivateAddress } from '@core/model/resources/index.ts';

type Public = NonNullable<PrivateAddress['public']>;

function publicAddresses(design: Design, id: ResourceId, type: Public['type']): readonly string[] {
  const held = interfacesOf(design, id).flatMap(({ value }) => Object.values(value.addresses).map((address) => address.public));
  return held.filter((address): address is Public => address?.type === type).map(({ address }) => address);
}

const isUp = ({ state }: Instance): boolean => state === 'running' || state === 'pending';
const isGone = ({ state }: Instance): boolean => state === 'terminated' || state === 'shutting-down';

/**
 * What stopping, starting or terminating an instance does to its addresses, in one or two sentences.
 * https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/using-instance-addressing.html
 */
export function sayPower(design: Design, id: ResourceId, instance: Instance): string {
  if (isGone(instance)) return 'It is terminated, which is final; launch another instance.';
  const released = publicAddresses(design, id, 'auto-assigned');
  const kept = publicAddresses(design, id, 'elastic');
  const keeps =
    kept.length === 0 ? '' : ` ${joinNames(kept)} ${kept.length === 1 ? 'is an Elastic IP address and stays' : 'are Elastic IP addresses and stay'}.`;
  if (!isUp(instance)) return `Private addresses stayed while it was stopped.${keeps}`;
  if (released.length === 0) return `A stop releases no public address.${keeps}`;
  return `A stop releases ${joinNames(released)}; a start gives another.${keeps}`;
}
