import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { PAGE_ADDRESS } from '../src/main/page-address.ts';
import { answerPage } from '../src/main/page-files.ts';

/** A folder that is served until `close`. */
export interface ServedFolder {
  /** `http://127.0.0.1:4173/` */
  readonly address: string;
  close(): Promise<void>;
}

/** Nothing beyond this machine may ask. */
const LOOPBACK = '127.0.0.1';

function createPageServer(folder: string): Server {
  return createServer((request, response) => {
    // The window's own answers: the same types, the same policy, whichever way the page is opened.
    void answerPage(new URL(request.url ?? '/', PAGE_ADDRESS).href, folder).then(({ status, headers, body }) => {
      response.writeHead(status, { ...headers, 'content-length': body.byteLength, 'cache-control': 'no-cache' });
      response.end(request.method === 'HEAD' ? undefined : body);
    });
  });
}

function listen(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, LOOPBACK, () => {
      server.off('error', reject);
      resolve();
    });
  });
}

const isTaken = (error: unknown): boolean => error instanceof Error && 'code' in error && error.code === 'EADDRINUSE';

/** Serves a folder on this machine alone; on another port where the wished one is taken. Port 0 is any free one. */
export async function serveFolder(folder: string, port = 0): Promise<ServedFolder> {
  const server = createPageServer(folder);
  await listen(server, port).catch((error: unknown) => {
    if (!isTaken(error)) throw error;
    return listen(server, 0);
  });
  const { port: own } = server.address() as AddressInfo;
  return {
    address: `http://${LOOPBACK}:${own}/`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
