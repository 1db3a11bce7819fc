import { protocol } from 'electron';
import { PAGE_SCHEME } from './page-address.ts';
import { answerPage } from './page-files.ts';

/** Says what the page's scheme is, before the app is ready: an origin like https, with modules, workers and fetch. */
export function declarePageScheme(): void {
  protocol.registerSchemesAsPrivileged([{ scheme: PAGE_SCHEME, privileges: { standard: true, secure: true, supportFetchAPI: true, corsEnabled: true } }]);
}

/** Serves the page from its folder. `protocol.handle` came with Electron 25; older ones have a call of another shape. */
export function servePage(folder: string): void {
  if (typeof protocol.handle === 'function') {
    protocol.handle(PAGE_SCHEME, async (request) => {
      const { status, headers, body } = await answerPage(request.url, folder);
      return new Response(Buffer.from(body), { status, headers });
    });
    return;
  }
  protocol.registerBufferProtocol(PAGE_SCHEME, (request, callback) => {
    void answerPage(request.url, folder).then(({ status, headers, body }) => {
      callback({ statusCode: status, headers: { ...headers }, mimeType: headers['content-type']?.split(';')[0] ?? '', data: Buffer.from(body) });
    });
  });
}
