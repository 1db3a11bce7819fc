import { join } from 'node:path';
import log from 'electron-log/node';
import { product } from '@shared/product.ts';

const LARGEST_LOG_BYTES = 2 * 1_048_576;

/** Writes one line to the log file; never to a network, and never what a design holds. */
export type Note = (sentence: string) => void;

/** Opens the log in a folder. It is one file; an older one is kept beside it. */
export function openLog(folder: string): Note {
  const { file, console: terminal } = log.transports;
  // It looks for a package.json otherwise, and writes nothing when it finds none.
  file.setAppName(product.name);
  file.resolvePathFn = () => join(folder, 'main.log');
  file.maxSize = LARGEST_LOG_BYTES;
  file.level = 'info';
  terminal.level = false;
  return (sentence) => log.info(sentence);
}
