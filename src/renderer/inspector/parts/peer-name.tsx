import type { GroupPeer } from '@core/model/resources/index.ts';
import { Chip } from '../../controls/chip.tsx';
import { nameOf } from './name-of.ts';
import { useDesign } from './use-edit.ts';

/** Who is at the other end of a rule of a group: a block or prefix list in mono, a group as the chip it is everywhere. */
export function PeerName({ peer }: { readonly peer: GroupPeer }) {
  const design = useDesign();
  if ('cidr' in peer) return <code>{peer.cidr}</code>;
  if ('prefixList' in peer) return <code>{peer.prefixList}</code>;
  return (
    <Chip hue="sg" glyph="security-group">
      {peer.account === undefined ? nameOf(design, peer.group) : `${peer.group} of account ${peer.account}`}
    </Chip>
  );
}
