import { describe, expect, test } from 'vitest';
import { layers } from '../layers.ts';
import { findTrespasses, layerOf, resolveSpecifier, type SourceFile } from './find-trespasses.ts';

const packages = new Set(['zod', 'ip-num', 'react', 'electron', 'vitest', 'fast-check', 'commander', 'typescript']);

/** The sentences about one file, in a house whose other layers are all inhabited. */
function trespassesOf(path: string, text: string): readonly string[] {
  const others = layers.filter(({ at }) => at !== '').map(({ at }): SourceFile => ({ path: at.endsWith('/') ? `${at}some-file.ts` : at, text: '' }));
  return findTrespasses([...others, { path: 'root.config.ts', text: '' }, { path, text }], { layers, packages });
}

describe('what the table allows', () => {
  test.each([
    ['core -> zod', 'src/core/model/fields.ts', "import { z } from 'zod';"],
    ['core -> ip-num', 'src/core/address/cidr.ts', "import { IPv4 } from 'ip-num';"],
    ['core -> a lower part of it', 'src/core/tracing/walk.ts', "import { pickRoute } from '../forwarding/pick-route.ts';"],
    ['a rule -> facts that rules share', 'src/core/rules/routing/no-route.ts', "import { names } from '../facts/names.ts';"],
    ['the list of rules -> a rule', 'src/core/rules/index.ts', "import { noRoute } from './routing/no-route.ts';"],
    ['a test -> the rule beside it', 'src/core/rules/routing/no-route.test.ts', "import { noRoute } from './no-route.ts';"],
    ['a test -> testing', 'src/core/rules/routing/no-route.test.ts', "import { design } from '../../testing/design-builder.ts';"],
    ['a test -> vitest', 'src/core/rules/routing/no-route.test.ts', "import { test } from 'vitest';"],
    ['testing -> testing', 'src/core/testing/one.ts', "import { design } from './design-builder.ts';"],
    ['shared -> types of the core', 'src/shared/contract.ts', "import type { CoreApi } from '@core/api/core-api.ts';"],
    ['shared -> package.json', 'src/shared/version.ts', "import { version } from '../../package.json';"],
    ['renderer -> what a field needs', 'src/renderer/inspector/field.tsx', "import { parseCidr } from '@core/address/cidr.ts';"],
    ['renderer -> a file for the bundler', 'src/renderer/files/fonts.ts', "import font from '../../../resources/fonts/inter.woff2?inline';"],
    ['renderer -> types of the api', 'src/renderer/diagnose/panel.tsx', "import type { FixPreview } from '@core/api/core-api.ts';"],
    ['renderer/host -> api', 'src/renderer/host/core-worker.ts', "import { createCoreApi } from '@core/api/create-core-api.ts';"],
    ['main -> fs where files are', 'src/main/files/documents.ts', "import { readFile } from 'node:fs/promises';"],
    ['main -> ipcMain in its file', 'src/main/ipc/ipc-main.ts', "import { ipcMain } from 'electron';"],
    ['preload -> ipcRenderer', 'src/preload/preload.ts', "import { ipcRenderer } from 'electron';"],
    ['a name in a comment', 'src/main/menu.ts', '// ipcMain is named elsewhere\nexport {};'],
  ])('%s', (_what, path, text) => {
    expect(trespassesOf(path, text)).toEqual([]);
  });
});

describe('what it forbids', () => {
  test.each([
    ['core -> Node', 'src/core/model/fields.ts', "import { join } from 'node:path';", "src/core/model/ may not use Node's node:path"],
    ['core -> a package', 'src/core/model/fields.ts', "import react from 'react';", 'src/core/model/ may not use the package react'],
    ['core -> a part of a package', 'src/core/patch/apply-patch.ts', "import { z } from 'zod/v4';", 'src/core/patch/ may not use the package zod'],
    ['core -> shared', 'src/core/api/check.ts', "import type { x } from '@shared/contract.ts';", 'src/core/api/ may not import src/shared/'],
    ['core upwards', 'src/core/model/design.ts', "import { buildLookup } from '../lookup/build-lookup.ts';", 'src/core/model/ may not import src/core/lookup/'],
    ['core upwards for a type', 'src/core/model/design.ts', "import type { Lookup } from '../lookup/lookup.ts';", 'src/core/model/ may not import src/core/lookup/'],
    ['core upwards in a re-export', 'src/core/model/design.ts', "export type { Lookup } from '../lookup/lookup.ts';", 'src/core/model/ may not import src/core/lookup/'],
    ['core upwards in a type written in place', 'src/core/model/design.ts', "type L = import('../lookup/lookup.ts').Lookup;", 'src/core/model/ may not import src/core/lookup/'],
    ['core upwards by alias', 'src/core/model/design.ts', "import '@core/lookup/lookup.ts';", 'src/core/model/ may not import src/core/lookup/'],
    ['filtering -> forwarding', 'src/core/filtering/verdict.ts', "import '../forwarding/pick-route.ts';", 'src/core/filtering/ may not import src/core/forwarding/'],
    ['diagnosis -> rules', 'src/core/diagnosis/diagnose.ts', "import '../rules/index.ts';", 'src/core/diagnosis/ may not import src/core/rules/'],
    ['a rule -> a rule', 'src/core/rules/routing/no-route.ts', "import './blackhole.ts';", 'the files of this folder may not import each other'],
    ['a rule -> a rule elsewhere', 'src/core/rules/routing/no-route.ts', "import '../addressing/overlap.ts';", 'the files of this folder may not import each other'],
    ['a check -> a check', 'src/core/diagnosis/checks/routes.ts', "import './http-or-https.ts';", 'the files of this folder may not import each other'],
    ['renderer -> rules', 'src/renderer/findings/panel.tsx', "import { rules } from '@core/rules/index.ts';", 'src/renderer/ may not import src/core/rules/'],
    ['renderer -> api', 'src/renderer/findings/panel.tsx', "import '@core/api/create-core-api.ts';", 'src/renderer/ may import only types of src/core/api/'],
    ['renderer -> electron', 'src/renderer/main.tsx', "import { shell } from 'electron';", 'src/renderer/ may not use the package electron'],
    ['renderer -> Node', 'src/renderer/main.tsx', "import 'node:fs';", "src/renderer/ may not use Node's node:fs"],
    ['renderer -> main', 'src/renderer/main.tsx', "import '../main/settings.ts';", 'src/renderer/ may not import src/main/'],
    ['main -> renderer', 'src/main/window.ts', "import '../renderer/store/create-store.ts';", 'src/main/ may not import src/renderer/'],
    ['main -> cli', 'src/main/window.ts', "import '../cli/io.ts';", 'src/main/ may not import src/cli/'],
    ['cli -> main', 'src/cli/run.ts', "import '../main/settings.ts';", 'src/cli/ may not import src/main/'],
    ['preload -> core', 'src/preload/preload.ts', "import '@core/api/create-core-api.ts';", 'src/preload/ may not import src/core/api/'],
    ['shared -> the core as a value', 'src/shared/contract.ts', "import { fail } from '@core/model/reply.ts';", 'src/shared/ may import only types of src/core/model/'],
    ['shared -> the core as a late value', 'src/shared/contract.ts', "const x = import('@core/model/reply.ts');", 'src/shared/ may import only types of src/core/model/'],
    ['anything -> testing', 'src/core/rules/routing/no-route.ts', "import '../../testing/design-builder.ts';", 'only tests may import what is for tests'],
    ['anything -> a test', 'src/core/rules/index.ts', "import './routing/no-route.test.ts';", 'nothing may import a test'],
    ['fs elsewhere in main', 'src/main/settings.ts', "import { readFileSync } from 'fs';", 'fs may only be used in src/files/, src/main/files/, src/main/page-files.ts, src/cli/io.ts'],
    ['fs elsewhere in cli', 'src/cli/run.ts', "import 'node:fs/promises';", 'node:fs/promises may only be used in src/files/, src/main/files/, src/main/page-files.ts, src/cli/io.ts'],
    ['a package that is not ours', 'src/main/window.ts', "import 'left-pad';", 'left-pad is not in package.json'],
    ['a scoped package that is not ours', 'src/main/window.ts', "import '@left/pad/deep.js';", '@left/pad is not in package.json'],
    ['a file outside every layer', 'src/renderer/main.tsx', "import '../../elsewhere/x.ts';", 'the imported file is in no layer'],
  ])('%s', (_what, path, text, fault) => {
    const specifier = /'([^']+)'/.exec(text)?.[1] ?? '';
    expect(trespassesOf(path, text)).toEqual([`${path}: ${fault} (${specifier})`]);
  });

  test.each([
    ['ipcMain', 'src/main/menu.ts', 'src/main/ipc/ipc-main.ts'],
    ['ipcRenderer', 'src/preload/files.ts', 'src/preload/preload.ts'],
  ])('%s outside its file', (name, path, place) => {
    expect(trespassesOf(path, `import { ${name} } from 'electron';`)).toEqual([`${path}: only ${place} may say ${name}`]);
  });

  test('a file in no layer', () => {
    expect(trespassesOf('src/helpers/all.ts', '')).toEqual(['src/helpers/all.ts: is in no layer of tools/layers.ts']);
  });

  test('a layer without a file', () => {
    const found = findTrespasses([{ path: 'src/core/address/cidr.ts', text: '' }], { layers: layers.filter(({ at }) => /address|patch/.test(at)), packages });
    expect(found).toEqual(['tools/layers.ts: no file is in src/core/patch/']);
  });
});

test.each([
  ['./cidr.ts', 'src/core/address/ipv4.ts', 'src/core/address/cidr.ts'],
  ['../model/ids.ts', 'src/core/address/ipv4.ts', 'src/core/model/ids.ts'],
  ['@core/model/ids.ts', 'src/main/main.ts', 'src/core/model/ids.ts'],
  ['@shared/contract.ts', 'src/main/main.ts', 'src/shared/contract.ts'],
  ['zod', 'src/main/main.ts', undefined],
  ['@corellium/x', 'src/main/main.ts', undefined],
])('%s in %s leads to %s', (specifier, from, path) => {
  expect(resolveSpecifier(specifier, from)).toBe(path);
});

test('a file belongs to the longest layer that fits; the root holds files only', () => {
  expect(layerOf('src/renderer/host/pick-host.ts', layers)?.at).toBe('src/renderer/host/');
  expect(layerOf('vite.web.config.ts', layers)?.at).toBe('');
  expect(layerOf('docs/example.ts', layers)).toBeUndefined();
});

test('a layer names only layers that are there', () => {
  const known = layers.map(({ at }) => at);
  expect(layers.flatMap(({ layers: named, typesOnly = [] }) => [...named, ...typesOnly]).filter((at) => !known.includes(at))).toEqual([]);
});

test('no layer of the core leads back to itself', () => {
  const named = new Map(layers.map((layer) => [layer.at, layer.layers]));
  const reachedFrom = (at: string, seen: ReadonlySet<string>): ReadonlySet<string> =>
    (named.get(at) ?? []).reduce((all, next) => (all.has(next) ? all : reachedFrom(next, new Set([...all, next]))), seen);
  expect(layers.filter(({ at }) => at.startsWith('src/core/') && reachedFrom(at, new Set()).has(at)).map(({ at }) => at)).toEqual([]);
});
