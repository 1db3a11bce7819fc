import { homedir } from 'node:os';
import { join } from 'node:path';

/** Where fetched programs are kept, outside the project so that every checkout on the machine shares them. */
export const cacheFolder = join(process.env['XDG_CACHE_HOME'] ?? join(homedir(), '.cache'), 'reachable');
