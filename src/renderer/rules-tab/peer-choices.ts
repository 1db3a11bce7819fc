import { parseCidrOrAddress } from '@core/address/cidr.ts';
import { listResources } from '@core/editing/draft.ts';
import { subnetsOf } from '@core/editing/members.ts';
import type { Design } from '@core/model/design.ts';
import { asResourceId, type ResourceId } from '@core/model/ids.ts';
import type { GroupPeer } from '@core/model/resources/index.ts';
import type { Choice, ChoiceSection } from '../controls/choice.ts';
import { findOfKind, nameOf } from '../inspector/parts/name-of.ts';

const [CIDR, GROUP, PREFIX_LIST] = ['cidr:', 'group:', 'prefix-list:'] as const;
const EVERYWHERE = ['0.0.0.0/0', '::/0'] as const;
/** Looks like an address, so that a sentence about it helps. */
const LIKE_AN_ADDRESS = /^[\d.]+(?:\/\d*)?$|^[\da-f:]*:[\da-f:]*(?:\/\d*)?$/i;

/** The value of a peer in a cell. */
export function valueOfPeer(peer: GroupPeer | undefined): string {
  if (!peer) return '';
  if ('cidr' in peer) return `${CIDR}${peer.cidr}`;
  return 'group' in peer ? `${GROUP}${peer.group}` : `${PREFIX_LIST}${peer.prefixList}`;
}

/** The peer a value means; `undefined` for any other text. */
export function peerOfValue(value: string): GroupPeer | undefined {
  if (value.startsWith(CIDR)) return { cidr: value.slice(CIDR.length) };
  if (value.startsWith(GROUP)) return { group: asResourceId(value.slice(GROUP.length)) };
  return value.startsWith(PREFIX_LIST) ? { prefixList: asResourceId(value.slice(PREFIX_LIST.length)) } : undefined;
}

const blockChoice = (cidr: string, sentence?: string): Choice => ({ value: `${CIDR}${cidr}`, label: cidr, mono: true, sentence });

/** Who a rule of a group can name: everybody, the VPC, its subnets, and its groups. */
export function listPeers(design: Design, id: ResourceId): readonly ChoiceSection[] {
  const vpc = findOfKind(design, id, 'security-group')?.vpc;
  const home = findOfKind(design, vpc, 'vpc');
  const groups = listResources(design, 'security-group').filter(({ value }) => value.vpc === vpc);
  const subnets = vpc === undefined ? [] : subnetsOf(design, vpc).flatMap(({ value }) => (value.cidr === undefined ? [] : [blockChoice(value.cidr, `Subnet ${value.name}`)]));
  return [
    { title: 'Everywhere', choices: EVERYWHERE.map((cidr) => blockChoice(cidr, cidr.includes(':') ? 'Everybody, over IPv6' : 'Everybody, over IPv4')) },
    {
      title: 'Security groups',
      choices: groups.map((group) => ({
        value: `${GROUP}${group.id}`,
        label: nameOf(design, group.id),
        glyph: 'security-group',
        hue: 'own',
        sentence: group.id === id ? 'Its own members' : undefined,
        keywords: [group.id],
      })),
    },
    { title: 'Networks', choices: [...(home ? [blockChoice(home.cidr, `VPC ${home.name}`)] : []), ...subnets] },
  ];
}

function readCidr(typed: string): Choice | undefined {
  const parsed = parseCidrOrAddress(typed);
  if (parsed.ok) return blockChoice(parsed.canonical, parsed.changed ? `${typed} has bits behind its prefix, or is one address.` : undefined);
  return LIKE_AN_ADDRESS.test(typed) ? { value: typed, label: typed, mono: true, sentence: parsed.problem, disabled: true } : undefined;
}

/** What somebody types, as a choice: a block, an address, or the id of a prefix list. What is wrong with a block is said. */
export function readTypedPeer(design: Design, typed: string): Choice | undefined {
  const known = peerOfValue(typed);
  if (known && 'cidr' in known) return blockChoice(known.cidr);
  if (known && 'group' in known) return { value: typed, label: nameOf(design, known.group) };
  if (known) return { value: typed, label: known.prefixList, mono: true };
  if (/^pl-[\w-]+$/.test(typed)) return { value: `${PREFIX_LIST}${typed}`, label: typed, mono: true, sentence: 'Prefix list' };
  return readCidr(typed);
}
