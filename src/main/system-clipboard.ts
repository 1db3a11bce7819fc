import { clipboard, ClipboardItem, nativeImage, type NativeImage } from 'electron';
import type { Clipboard, ClipboardContent } from './desktop.ts';

/** The clipboard as it was before it took the web's shape: synchronous, with a picture type of its own. */
interface SynchronousClipboard {
  readText(): string;
  readImage(): NativeImage;
  write(content: { text?: string; image?: NativeImage }): void;
}

const PNG = 'image/png';
const TEXT = 'text/plain';

function readOld(old: SynchronousClipboard): ClipboardContent {
  const text = old.readText();
  const picture = old.readImage();
  return { ...(text !== '' && { text }), ...(!picture.isEmpty() && { png: new Uint8Array(picture.toPNG()) }) };
}

function writeOld(old: SynchronousClipboard, { text, png }: ClipboardContent): void {
  old.write({ ...(text !== undefined && { text }), ...(png !== undefined && { image: nativeImage.createFromBuffer(Buffer.from(png)) }) });
}

async function readNew(): Promise<ClipboardContent> {
  const text = await clipboard.readText();
  const item = (await clipboard.read()).find(({ types }) => types.includes(PNG));
  const picture = await item?.getType(PNG);
  return { ...(text !== '' && { text }), ...(picture instanceof Blob && { png: new Uint8Array(await picture.arrayBuffer()) }) };
}

async function writeNew({ text, png }: ClipboardContent): Promise<void> {
  const parts = { ...(text !== undefined && { [TEXT]: text }), ...(png !== undefined && { [PNG]: new Blob([new Uint8Array(png)], { type: PNG }) }) };
  await clipboard.write([new ClipboardItem(parts)]);
}

function synchronousClipboard(): SynchronousClipboard | undefined {
  return 'readImage' in clipboard ? (clipboard as unknown as SynchronousClipboard) : undefined;
}

/** The system's clipboard, in whichever shape this Electron offers it. */
export const systemClipboard: Clipboard = {
  async read() {
    const old = synchronousClipboard();
    return old === undefined ? readNew() : readOld(old);
  },
  async write(content) {
    const old = synchronousClipboard();
    if (old === undefined) await writeNew(content);
    else writeOld(old, content);
  },
};
