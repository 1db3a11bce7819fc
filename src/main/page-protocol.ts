import { protocol } from 'electron';
import { PAGE_SCHEME } from './page-address.ts';
import { answerPage } from './page-files.ts';

/** How a page is served before Electron 25, which brought `protocol.handle`. */
interface OlderProtocol {
  registerBufferProtocol(scheme: string, handler: (request: { readonly url: string }, answer: (response: OlderResponse) => void) => void): boolean;
}
interface OlderResponse {
  readonly statusCode: number;
  readonly headers: Record<string, string>;
  readonly mimeType: string;
  readonly data: Buffer;
}

/** Says what the page's scheme is, before the app is ready: an origin like https, with modules, workers and fetch. */
export function declarePageScheme(): void {
  protocol.registerSchemesAsPrivileged([{ scheme: PAGE_SCHEME, privileges: { standard: true, secure: true, supportFetchAPI: true, corsEnabled: true } }]);
}

function servePageAsBuffers(folder: string, older: OlderProtocol): void {
  older.registerBufferProtocol(PAGE_SCHEME, (request, answer) => {
    void answerPage(request.url, folder).then(({ status, headers, body }) => {
      const [mimeType = ''] = (headers['content-type'] ?? '').split(';');
      answer({ statusCode: status, headers: { ...headers }, mimeType, data: Buffer.from(body) });
    });
  });
}

/** Serves the page from its folder, in whichever way this Electron offers. */
export function servePage(folder: string): void {
  if (!('handle' in protocol)) {
    servePageAsBuffers(folder, protocol);
    return;
  }
  protocol.handle(PAGE_SCHEME, async (request) => {
    const { status, headers, body } = await answerPage(request.url, folder);
    return new Response(Buffer.from(body), { status, headers });
  });
}
