import { product } from '@shared/product.ts';

/** A name as files may have it: what a file system refuses becomes a dash. */
export function suggestFileName(name: string, extension: string): string {
  const usable = name.replace(/[\\/:*?"<>|\u0000-\u001f]+/g, '-').trim();
  return `${usable === '' ? product.untitledName : usable}${extension}`;
}
