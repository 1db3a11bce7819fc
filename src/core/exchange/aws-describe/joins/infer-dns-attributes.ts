import type { Draft } from '../draft.ts';
import { recordIn, recordsIn, textIn } from '../record.ts';

/** VPCs with an instance that has a public DNS name: AWS gives those out only with both attributes on (VPC User Guide, vpc-dns). */
const withPublicNames = (draft: Draft): readonly string[] =>
  draft.recordsOf('Reservations').flatMap(({ record }) => {
    const names = [record, ...recordsIn(record, 'NetworkInterfaces').map((one) => recordIn(one, 'Association'))];
    return names.some((one) => textIn(one, 'PublicDnsName') !== undefined) ? (textIn(record, 'VpcId') ?? []) : [];
  });

/** VPCs with an endpoint that has private DNS on, which AWS turns on only where both attributes are (PrivateLink guide, create-interface-endpoint). */
const withPrivateNames = (draft: Draft): readonly string[] => draft.all('vpc-endpoint').flatMap(([, { type, privateDns, vpc }]) => (type === 'interface' && privateDns ? [vpc] : []));

/** Gives VPCs of which no file tells the DNS attributes those that what stands in them needs. */
export function inferDnsAttributes(draft: Draft): void {
  const told = new Set(draft.recordsOf('VpcAttributes').flatMap(({ record }) => textIn(record, 'VpcId') ?? []));
  for (const id of new Set([...withPublicNames(draft), ...withPrivateNames(draft)])) {
    if (!told.has(id)) draft.change(id, 'vpc', (vpc) => ({ ...vpc, enableDnsSupport: true, enableDnsHostnames: true }));
  }
}
