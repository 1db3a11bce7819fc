import { readFile } from 'node:fs/promises';
import { extname, join, sep } from 'node:path';
import { contentSecurityPolicy } from './content-security-policy.ts';
import { PAGE_HOST } from './page-address.ts';

const typeOf: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.wasm': 'application/wasm',
  '.txt': 'text/plain; charset=utf-8',
};

/** A file of the page, or a refusal, as a protocol answers it. */
export interface PageAnswer {
  readonly status: 200 | 400 | 404;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array;
}

const refuse = (status: 400 | 404): PageAnswer => ({ status, headers: { 'content-type': 'text/plain' }, body: new Uint8Array() });

/** The file an address stands for; undefined for an address of another host or outside the page's folder. */
export function pathOfPage(address: string, folder: string): string | undefined {
  try {
    const { host, pathname } = new URL(address);
    const name = decodeURIComponent(pathname);
    if (host !== PAGE_HOST || name.includes('\0') || name.includes('\\')) return undefined;
    const path = join(folder, name === '/' ? 'index.html' : name);
    return path.startsWith(folder + sep) ? path : undefined;
  } catch {
    return undefined;
  }
}

/** Answers an address of the page from a folder, with the policy that holds for it. */
export async function answerPage(address: string, folder: string): Promise<PageAnswer> {
  const path = pathOfPage(address, folder);
  if (path === undefined) return refuse(400);
  try {
    const body = await readFile(path);
    const headers = {
      'content-type': typeOf[extname(path).toLowerCase()] ?? 'application/octet-stream',
      'content-security-policy': contentSecurityPolicy,
      'x-content-type-options': 'nosniff',
      'cross-origin-opener-policy': 'same-origin',
      'referrer-policy': 'no-referrer',
    };
    return { status: 200, headers, body };
  } catch {
    return refuse(404);
  }
}
