/** How the opening of a page in a browser ends. */
export type PageFate =
  | 'timed-out'
  | 'refused'
  | 'tls-to-http'
  | 'http-to-tls'
  | 'certificate-expired'
  | 'certificate-other-name'
  | 'certificate-missing'
  | 'certificate-self-signed'
  | 'parts-missing'
  | 'page';

/** What two browsers show, in their own words. */
interface Messages {
  readonly chrome: string;
  readonly firefox: string;
}

/**
 * The words browsers show for each fate. Chrome: net/base/net_error_list.h and its certificate interstitials
 * (https://source.chromium.org/chromium/chromium/src/+/main:net/base/net_error_list.h). Firefox:
 * https://support.mozilla.org/kb/what-does-your-connection-is-not-secure-mean and
 * https://firefox-source-docs.mozilla.org/ (netError messages). The answer of a TLS server to plain HTTP is nginx's
 * (code 497, https://nginx.org/en/docs/http/ngx_http_ssl_module.html#errors).
 */
export const browserMessages: Readonly<Record<PageFate, Messages>> = {
  'timed-out': { chrome: 'ERR_CONNECTION_TIMED_OUT', firefox: 'The connection has timed out' },
  refused: { chrome: 'ERR_CONNECTION_REFUSED', firefox: 'Unable to connect' },
  'tls-to-http': { chrome: 'ERR_SSL_PROTOCOL_ERROR', firefox: 'SSL_ERROR_RX_RECORD_TOO_LONG' },
  'http-to-tls': { chrome: '400 The plain HTTP request was sent to HTTPS port', firefox: '400 The plain HTTP request was sent to HTTPS port' },
  'certificate-expired': { chrome: 'NET::ERR_CERT_DATE_INVALID', firefox: 'SEC_ERROR_EXPIRED_CERTIFICATE' },
  'certificate-other-name': { chrome: 'NET::ERR_CERT_COMMON_NAME_INVALID', firefox: 'SSL_ERROR_BAD_CERT_DOMAIN' },
  'certificate-missing': { chrome: 'ERR_SSL_VERSION_OR_CIPHER_MISMATCH', firefox: 'SSL_ERROR_NO_CYPHER_OVERLAP' },
  'certificate-self-signed': { chrome: 'NET::ERR_CERT_AUTHORITY_INVALID', firefox: 'MOZILLA_PKIX_ERROR_SELF_SIGNED_CERT' },
  'parts-missing': { chrome: 'the page, without the parts that are denied', firefox: 'the page, without the parts that are denied' },
  page: { chrome: 'the page', firefox: 'the page' },
};

/** Why it ends so: what the packet met. */
export const fateSentences: Readonly<Record<PageFate, string>> = {
  'timed-out': 'The packet is dropped on the way and nobody answers, so the browser waits and gives up.',
  refused: 'The packet arrives and nothing listens, so the machine turns it away at once.',
  'tls-to-http': 'The server answers plain HTTP where the browser began TLS, which it calls an invalid response.',
  'http-to-tls': 'The server expects TLS and got plain HTTP; nginx answers in these words, others close the connection (ERR_EMPTY_RESPONSE).',
  'certificate-expired': 'The server answers, and its certificate is expired.',
  'certificate-other-name': 'The server answers, and its certificate is for another name.',
  'certificate-missing': 'The server has no certificate to show, so TLS finds no common ground.',
  'certificate-self-signed': 'The server answers with a self-signed certificate; the browser warns and lets the person go on.',
  'parts-missing': 'The server answers; what it may not read itself is missing.',
  page: 'The server answers.',
};
