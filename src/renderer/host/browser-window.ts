import { fail, succeed } from '@core/api/vocabulary.ts';
import type { FileApi, HostDescription, HostEvent, Theme } from '@shared/contract.ts';
import { documentationHosts } from '@shared/documentation-hosts.ts';
import { product } from '@shared/product.ts';
import { version } from '@shared/version.ts';

const done = succeed(null);
const PNG = 'image/png';

function currentPlatform(): HostDescription['platform'] {
  const { userAgent } = navigator;
  if (/windows/i.test(userAgent)) return 'windows';
  if (/mac os|iphone|ipad/i.test(userAgent)) return 'macos';
  return /linux|android|cros/i.test(userAgent) ? 'linux' : 'other';
}

const darkScheme = (): MediaQueryList => window.matchMedia('(prefers-color-scheme: dark)');
const themeOf = ({ matches }: Pick<MediaQueryList, 'matches'>): Theme => (matches ? 'dark' : 'light');

function isDocumentation(text: string): boolean {
  try {
    const { protocol, hostname } = new URL(text);
    return protocol === 'https:' && documentationHosts.some((host) => host === hostname);
  } catch {
    return false;
  }
}

async function readPicture(): Promise<Uint8Array | undefined> {
  const items = await navigator.clipboard.read().catch(() => []);
  const item = items.find(({ types }) => types.includes(PNG));
  const picture = await item?.getType(PNG);
  return picture === undefined ? undefined : new Uint8Array(await picture.arrayBuffer());
}

const clipboardMethods: Pick<FileApi, 'readClipboard' | 'writeClipboard'> = {
  async readClipboard() {
    const text = await navigator.clipboard.readText().catch(() => '');
    const png = await readPicture();
    return succeed({ ...(text !== '' && { text }), ...(png !== undefined && { png }) });
  },
  async writeClipboard({ text, png }) {
    try {
      if (png === undefined) await navigator.clipboard.writeText(text ?? '');
      else await navigator.clipboard.write([new ClipboardItem({ [PNG]: new Blob([new Uint8Array(png)], { type: PNG }), ...(text !== undefined && { 'text/plain': new Blob([text], { type: 'text/plain' }) }) })]);
      return done;
    } catch {
      return fail('The browser does not let this page write to the clipboard; allow it, or export a file.');
    }
  },
};

/** The browser's tab as a window: title, the question before leaving, theme, clipboard and links. */
export function createBrowserWindow(tell: (event: HostEvent) => void): Pick<FileApi, 'describeHost' | 'showState' | 'confirmClose' | 'openLink' | 'printPage' | 'readClipboard' | 'writeClipboard'> {
  let isEdited = false;
  window.addEventListener('beforeunload', (event) => {
    if (isEdited) event.preventDefault();
  });
  darkScheme().addEventListener('change', (query) => tell({ kind: 'theme-changed', theme: themeOf(query) }));
  return {
    ...clipboardMethods,
    describeHost: () => Promise.resolve(succeed({ kind: 'browser', platform: currentPlatform(), version, theme: themeOf(darkScheme()), canReveal: false, hasMenu: false })),
    showState({ name, edited }) {
      isEdited = edited;
      document.title = `${edited ? '• ' : ''}${name} – ${product.name}`;
      return Promise.resolve(done);
    },
    confirmClose: () => Promise.resolve(done),
    printPage: () => Promise.resolve(done),
    openLink({ url }) {
      if (!isDocumentation(url)) return Promise.resolve(fail('Only pages of the AWS documentation, of the RFC editor and of IANA open from here.'));
      window.open(url, '_blank', 'noopener,noreferrer');
      return Promise.resolve(done);
    },
  };
}
