import { access } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { z } from 'zod';
import { succeed, type Reply } from '@core/api/vocabulary.ts';
import type { PictureBesideRequest } from '@shared/contract.ts';
import { product } from '@shared/product.ts';
import { writeAtomically } from '../../files/write-atomically.ts';
import { hasChanged, takeStamp, type FileStamp } from './file-stamp.ts';
import { openJsonStore, type JsonStore } from './json-store.ts';

/** Pictures written lately; an older one is asked about once more. */
const MOST_REMEMBERED = 200;
const stampSchema = z.object({ modified: z.number(), size: z.number(), digest: z.string() });
const writtenSchema = z.object({ pictures: z.array(z.object({ path: z.string(), stamp: stampSchema })) });
type Written = z.infer<typeof writtenSchema>;

/** How the pictures that were written beside designs looked then, newest first. */
export type PictureStamps = JsonStore<Written>;

export const openPictureStamps = (path: string, note: (sentence: string) => void): PictureStamps => openJsonStore(path, writtenSchema, note);

/** `plan.vpc.png` for `plan.vpc.json`. A design that is a picture itself gets none beside it under its own name. */
export function pathBeside(document: string, kind: PictureBesideRequest['kind']): string {
  const name = basename(document);
  const extension = [product.designExtension, product.pictureExtension, '.json', '.png'].find((end) => name.toLowerCase().endsWith(end)) ?? '';
  const stem = name.slice(0, name.length - extension.length);
  const beside = `${stem}${kind === 'png' ? product.pictureExtension : '.svg'}`;
  return join(dirname(document), beside === name ? `${stem}-picture${product.pictureExtension}` : beside);
}

async function isOurs(path: string, stamps: PictureStamps): Promise<boolean> {
  const known = (await stamps.read())?.pictures.find((picture) => picture.path === path)?.stamp;
  return known !== undefined && !(await hasChanged(path, known).catch(() => true));
}

const remember = (stamps: PictureStamps, path: string, stamp: FileStamp): Promise<unknown> =>
  stamps.update((value) => ({ pictures: [{ path, stamp }, ...(value?.pictures ?? []).filter((picture) => picture.path !== path)].slice(0, MOST_REMEMBERED) }));

export interface PictureBeside extends Omit<PictureBesideRequest, 'token'> {
  /** Path of the design. */
  readonly document: string;
}

export interface PictureWriting {
  readonly stamps: PictureStamps;
  /** Asks before a file is replaced that this program did not write. */
  readonly confirmReplace: (name: string) => Promise<boolean>;
}

/** Writes a picture beside a design; `null` when the person wants to keep the file that is there. */
export async function writePictureBeside({ document, kind, content }: PictureBeside, { stamps, confirmReplace }: PictureWriting): Promise<Reply<string | null>> {
  const path = pathBeside(document, kind);
  const exists = await access(path).then(() => true, () => false);
  if (exists && !(await isOurs(path, stamps)) && !(await confirmReplace(basename(path)))) return succeed(null);
  const written = await writeAtomically(path, content);
  if (!written.ok) return written;
  await remember(stamps, path, await takeStamp(path, content));
  return succeed(basename(path));
}
