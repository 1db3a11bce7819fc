import { refusePlace } from '../adding/adding.ts';
import { containerOf } from '../container.ts';
import type { Mover } from './moving.ts';

/** A peering is drawn between its two VPCs; both are chosen in its form, so that a drop changes its place only. */
export const moveVpcPeeringConnection: Mover = (_draft, { container }) =>
  container.kind === 'canvas' || containerOf(container, 'region') ? undefined : refusePlace('vpc-peering-connection', container);

/** Puts a prefix list into another Region. */
export const movePrefixList: Mover = (draft, { id, container }) => {
  const region = containerOf(container, 'region') ?? refusePlace('prefix-list', container);
  const { name, region: before } = draft.need(id, 'prefix-list');
  if (before === region.id) return undefined;
  draft.change(id, 'prefix-list', { region: region.id });
  return `Move ${name} to ${region.value.name}`;
};
