import type { Family } from './design-reading.ts';

/** A packet's way out of or into a namespace: one end of a virtual cable. */
export interface CableEnd {
  readonly namespace: string;
  readonly device: string;
  /** Address with its prefix length; none where the device joins a bridge. */
  readonly address?: string;
  readonly bridge?: string;
}

/** Who talks to whom: the namespace and address of each end, in the order they are seen by the one who opens it. */
export interface Exchange {
  readonly protocol: 'tcp' | 'udp' | 'icmp';
  readonly source: { readonly namespace: string; readonly address: string; readonly port: number };
  /** `namespace` is missing where nobody has the address: then nothing listens. */
  readonly destination: { readonly address: string; readonly port: number; readonly listener?: { readonly namespace: string; readonly address: string } };
}

/** Everything the agent builds before it tries the exchanges. */
export interface KernelNetwork {
  readonly family: Family;
  readonly namespaces: readonly string[];
  readonly forwarding: readonly string[];
  readonly bridges: readonly { readonly namespace: string; readonly device: string; readonly address: string }[];
  readonly cables: readonly (readonly [CableEnd, CableEnd])[];
  /** Lines for `ip -batch`, by namespace. */
  readonly ip: Readonly<Record<string, readonly string[]>>;
  /** Scripts for `nft -f`, by namespace. */
  readonly nft: Readonly<Record<string, string>>;
}

/** Collects a network piece by piece. */
export class KernelNetworkBuilder {
  private readonly namespaces: string[] = [];
  private readonly forwarding: string[] = [];
  private readonly bridges: KernelNetwork['bridges'][number][] = [];
  private readonly cables: (readonly [CableEnd, CableEnd])[] = [];
  private readonly ip: Record<string, string[]> = {};
  private readonly nft: Record<string, string> = {};
  private transits = 0;
  private readonly family: Family;

  constructor(family: Family) {
    this.family = family;
  }

  namespace(name: string, isRouter: boolean): string {
    this.namespaces.push(name);
    if (isRouter) this.forwarding.push(name);
    return name;
  }

  bridge(namespace: string, device: string, address: string): void {
    this.bridges.push({ namespace, device, address });
  }

  cable(one: CableEnd, other: CableEnd): void {
    this.cables.push([one, other]);
  }

  /** A cable between two routers, with an address of its own at each end (of RFC 3927's or RFC 4193's range, which no design uses). */
  transit(one: { readonly namespace: string; readonly device: string }, other: { readonly namespace: string; readonly device: string }): readonly [oneAddress: string, otherAddress: string] {
    const base = this.transits * 4;
    this.transits += 1;
    const addressAt = (offset: number): string => (this.family === 4 ? `169.254.${Math.floor((base + offset) / 256)}.${(base + offset) % 256}` : `fd00::${(base + offset).toString(16)}`);
    const length = this.family === 4 ? 30 : 126;
    const [first, second] = [addressAt(1), addressAt(2)];
    this.cable({ ...one, address: `${first}/${length}` }, { ...other, address: `${second}/${length}` });
    return [first, second];
  }

  run(namespace: string, ...lines: readonly string[]): void {
    (this.ip[namespace] ??= []).push(...lines);
  }

  filter(namespace: string, script: string): void {
    this.nft[namespace] = `${this.nft[namespace] ?? ''}${script}\n`;
  }

  build(): KernelNetwork {
    const { family, namespaces, forwarding, bridges, cables, ip, nft } = this;
    return { family, namespaces, forwarding, bridges, cables, ip, nft };
  }
}
