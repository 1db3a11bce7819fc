import { mkdirSync, writeFileSync } from 'node:fs';
import type { Plugin } from 'vite';
import { projectPath } from './build-settings.ts';

/** Where each build leaves the list of packages that went into it: one JSON array of folders per build. */
export const recordFolder = projectPath('out', 'packages');

/** What a bundler loses from sight: it is shipped although no line of JavaScript is left of it. */
const ASSET = /\.(?:css|wasm|woff2?|ttf|svg|png)(?:$|\?)/;

/** The folder of the package a module is part of: `node_modules/@xyflow/react`; undefined for our own modules. */
export function packageFolderOf(moduleId: string): string | undefined {
  const found = /^(?:\0[^/]*)?(.*\/node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(moduleId.replaceAll('\\', '/'));
  return found?.[1];
}

/** Writes down which packages are left in what a build makes, after tree shaking; the notices are made from it. */
export function recordPackages(build: string): Plugin {
  return {
    name: 'reachable:record-packages',
    generateBundle(_options, bundle) {
      const rendered = Object.values(bundle).flatMap((output) =>
        output.type === 'chunk' ? Object.entries(output.modules).flatMap(([id, { renderedLength }]) => (renderedLength > 0 ? [id] : [])) : [],
      );
      const assets = [...this.getModuleIds()].filter((id) => ASSET.test(id));
      const folders = new Set([...rendered, ...assets].flatMap((id) => packageFolderOf(id) ?? []));
      const relative = [...folders].map((folder) => folder.slice(folder.indexOf('node_modules/'))).sort();
      mkdirSync(recordFolder, { recursive: true });
      writeFileSync(`${recordFolder}/${build}.json`, `${JSON.stringify(relative, null, 2)}\n`);
    },
  };
}
