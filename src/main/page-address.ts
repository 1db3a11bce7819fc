/** The scheme and host the window's page is served under: an origin of its own, unlike `file:`. */
export const PAGE_SCHEME = 'app';
export const PAGE_HOST = 'reachable';
export const PAGE_ADDRESS = `${PAGE_SCHEME}://${PAGE_HOST}/`;

/** The development server's address while it runs; undefined in what is shipped. */
export type DevelopmentServer = string | undefined;

/** Whether an address is the window's own page or a part of it. */
export function isOwnPage(address: string, developmentServer: DevelopmentServer): boolean {
  if (address.startsWith(PAGE_ADDRESS)) return true;
  return developmentServer !== undefined && sameOrigin(address, developmentServer);
}

function sameOrigin(address: string, other: string): boolean {
  try {
    return new URL(address).origin === new URL(other).origin;
  } catch {
    return false;
  }
}

const OWN_DATA = ['data:', 'blob:', 'devtools:'];

/** Whether the page may load an address: its own parts and what it holds in memory, nothing of any network. */
export function mayLoad(address: string, developmentServer: DevelopmentServer): boolean {
  if (isOwnPage(address, developmentServer)) return true;
  // The development server also speaks over a web socket.
  const asHttp = address.replace(/^ws/, 'http');
  return OWN_DATA.some((scheme) => address.startsWith(scheme)) || (developmentServer !== undefined && sameOrigin(asHttp, developmentServer));
}
