/** One socket that waits for connections on a machine, as the machine itself says. */
export interface ListeningSocket {
  readonly protocol: 'tcp' | 'udp';
  /** `0.0.0.0` for every IPv4 address, `::` for every address, else one address without its zone. */
  readonly address: string;
  /** For `::`: whether it takes no IPv4. */
  readonly isIpv6Only: boolean;
  readonly port: number;
  /** The name of the program that holds it, where the text says it. */
  readonly process: string | undefined;
}

/** All that listens on a machine, for the protocols that were looked at. */
export interface ListeningSockets {
  readonly sockets: readonly ListeningSocket[];
  readonly covers: readonly ListeningSocket['protocol'][];
}
