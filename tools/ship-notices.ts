import { existsSync, readFileSync } from 'node:fs';
import type { Plugin } from 'vite';
import { projectPath } from './build-settings.ts';

/** What has to travel with every copy: our licence and those of what is bundled. */
const FILES = ['LICENSE', 'THIRD-PARTY-NOTICES.txt'];

/** Puts the licences beside what a build makes. The notices are missing only in the very first build, which they are made from. */
export function shipNotices(): Plugin {
  return {
    name: 'reachable:ship-notices',
    generateBundle() {
      for (const fileName of FILES.filter((name) => existsSync(projectPath(name)))) {
        this.emitFile({ type: 'asset', fileName, source: readFileSync(projectPath(fileName)) });
      }
    },
  };
}
