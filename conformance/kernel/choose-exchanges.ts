import type { Design } from '@core/model/design.ts';
import type { ResourceId } from '@core/model/ids.ts';
import type { Question } from '@core/model/question.ts';
import type { Places } from './build-network.ts';
import { INTERNET, INTERNET_ADDRESSES } from './build-internet.ts';
import { IPV6_INTERNET_ADDRESSES } from './build-ipv6-internet.ts';
import { officesOf } from './build-on-premises.ts';
import { addressIn, blockOfSubnet, hostsOf, isWithin, resourcesOf, type Family } from './design-reading.ts';
import type { Exchange } from './kernel-network.ts';

/** An end of a question, in the words of the product and in the kernel. */
interface End {
  readonly words: string;
  readonly address: string;
  readonly namespace: string | undefined;
  /** The address it listens on, where that is another one than it is asked for. */
  readonly listensOn?: string;
  readonly canOpen: boolean;
  readonly canBeAsked: boolean;
  readonly isOutside: boolean;
}

/** A question with the exchange that answers it. */
export interface Trial {
  readonly question: Question;
  readonly exchange: Exchange;
}

/** Offset of a host that no resource draws: an address of a subnet without a group around it. */
const FREE_OFFSET = 99;
const SOURCE_PORTS = [1600, 33_000, 45_000, 61_500] as const;
const TRAFFIC = [['tcp', 22], ['tcp', 80], ['tcp', 443], ['tcp', 1500], ['tcp', 50_000], ['udp', 53], ['udp', 443], ['icmp', 0]] as const;

/** Hosts without groups, one in every third subnet. */
export function freeHosts(design: Design, family: Family): readonly { readonly subnet: ResourceId; readonly address: string }[] {
  const subnets = resourcesOf(design, 'subnet').filter((_, index) => index % 3 === 0);
  return subnets.flatMap(([subnet, value]) => {
    const block = blockOfSubnet(value, family);
    return block === undefined ? [] : [{ subnet, address: addressIn(block, FREE_OFFSET) }];
  });
}

function holderOf(places: Places, subnet: ResourceId, address: string): string | undefined {
  const found = places.design.resources[subnet];
  return found?.kind === 'subnet' ? places.holders.get(found.vpc)?.get(address) : undefined;
}

function insideEnds(places: Places): readonly End[] {
  const hosts = hostsOf(places.design, places.family).flatMap((host): End[] => {
    const namespace = holderOf(places, host.card.subnet, host.address);
    const end: End = { words: host.words, address: host.address, namespace, canOpen: true, canBeAsked: true, isOutside: false };
    return host.publicAddress === undefined ? [end] : [end, { ...end, words: host.publicAddress, address: host.publicAddress, listensOn: host.address, canOpen: false }];
  });
  // An address that no resource holds can be asked from, as any host of its subnet; asked for, nobody in the design has it.
  const free = freeHosts(places.design, places.family).map(({ subnet, address }): End => ({ words: address, address, namespace: holderOf(places, subnet, address), canOpen: true, canBeAsked: false, isOutside: false }));
  const gateways = (places.family === 4 ? resourcesOf(places.design, 'nat-gateway') : []).flatMap(([, { addresses }]): End[] =>
    Object.values(addresses).flatMap(({ privateAddress }) => (privateAddress === undefined ? [] : [{ words: privateAddress, address: privateAddress, namespace: undefined, canOpen: false, canBeAsked: true, isOutside: false }])),
  );
  return [...hosts, ...free, ...gateways];
}

function outsideEnds(places: Places): readonly End[] {
  const public_ = (places.family === 4 ? INTERNET_ADDRESSES : IPV6_INTERNET_ADDRESSES).map((address): End => ({ words: `internet:${address}`, address, namespace: INTERNET, canOpen: true, canBeAsked: true, isOutside: true }));
  const offices = officesOf(places.design, places.family).flatMap(({ gateway, namespace, addresses, known }) =>
    addresses.flatMap((address): End[] => {
      const bare: End = { words: address, address, namespace, canOpen: false, canBeAsked: true, isOutside: true };
      // The word `onprem:` says that the far side announces the address, which is so for what the gateway knows.
      return known.some((block) => isWithin(`${address}/${places.family === 4 ? 32 : 128}`, block)) ? [bare, { ...bare, words: `onprem:${gateway}:${address}`, canOpen: true }] : [bare];
    }),
  );
  return [...public_, ...offices];
}

const ECHO = { 4: 'icmp', 6: 'icmpv6' } as const;

type Random = () => number;
const pick = <Value>(random: Random, values: readonly Value[]): Value => values[Math.floor(random() * values.length)] as Value;

/** As many different questions as asked for, between any two ends of which at least one is inside. */
export function chooseTrials(places: Places, count: number, random: Random): readonly Trial[] {
  const all = [...insideEnds(places), ...outsideEnds(places)];
  const openers = all.filter(({ canOpen, namespace }) => canOpen && namespace !== undefined);
  const ends = all.filter(({ canBeAsked }) => canBeAsked);
  const inside = ends.filter(({ isOutside }) => !isOutside);
  const trials: Trial[] = [];
  while (trials.length < count) {
    const from = pick(random, openers);
    const to = pick(random, from.isOutside ? inside : ends);
    const [protocol, port] = pick(random, TRAFFIC);
    const sourcePort = pick(random, SOURCE_PORTS) + (trials.length % 900);
    if (from.namespace === to.namespace) continue;
    // The internet has no way to a private address: what it is asked for is the public one, or nothing that could be sent.
    const asked = from.words.startsWith('internet:') ? publicAddressOf(places, to) : to.address;
    const listener = to.namespace === undefined ? undefined : { namespace: to.namespace, address: to.listensOn ?? to.address };
    const question: Question = protocol === 'icmp' ? { from: from.words, to: to.words, protocol: ECHO[places.family] } : { from: from.words, to: to.words, protocol, port, sourcePort };
    trials.push({ question, exchange: { protocol, source: { namespace: from.namespace ?? '', address: from.address, port: sourcePort }, destination: { address: asked, port, ...(listener && { listener }) } } });
  }
  return trials;
}

function publicAddressOf(places: Places, to: End): string {
  return hostsOf(places.design, places.family).find(({ words }) => words === to.words)?.publicAddress ?? to.address;
}
