/** One part of the house and all that it may reach. What is not listed is forbidden, for types too. */
export interface Layer {
  /** The folder it is, ending in `/`, or the start of its files' paths. A file belongs to the longest one that fits. */
  readonly at: string;
  /** Layers beside itself, by their `at`. */
  readonly layers: readonly string[];
  /** Packages of package.json; a scope stands for all packages in it. */
  readonly packages: readonly string[];
  /** Whether Node's own modules may be used; files are confined further, see `confinedModules`. */
  readonly node?: true;
  /** Layers of which only types may be imported: nothing of them is there when the program runs. */
  readonly typesOnly?: readonly string[];
}

const core = (name: string): string => `src/core/${name}/`;
const cores = (...names: readonly string[]): readonly string[] => names.map(core);

const FACTS = ['model', 'address', 'aws', 'findings', 'lookup'];
const TRACED = [...FACTS, 'filtering', 'forwarding', 'tracing'];

/** All of the core that ships, and the door to it. */
const BEHIND_API = cores(...TRACED, 'permissions', 'scripts', 'patch', 'editing', 'diagnosis', 'exposure', 'rules', 'comparison', 'templates', 'exchange', 'reporters', 'drawing', 'planning');
const CORE = [...BEHIND_API, core('api')];

/** The core the renderer may use itself, for a field that answers at once; every judgement comes from the host. */
const RENDERER_CORE = cores('model', 'address', 'aws', 'patch', 'findings', 'drawing', 'editing', 'planning');

/** Fonts, examples and pictures, and the file that says name and version. */
const RESOURCES = 'resources/';
const MANIFEST = 'package.json';

const RENDERER_PACKAGES = ['react', 'react-dom', '@xyflow/react', 'zustand', 'radix-ui', 'cmdk'];

export const layers: readonly Layer[] = [
  { at: core('address'), layers: [], packages: ['ip-num'] },
  { at: core('patch'), layers: [], packages: [] },
  { at: core('aws'), layers: cores('address'), packages: [] },
  { at: core('model'), layers: cores('address', 'aws'), packages: ['zod'] },
  { at: core('findings'), layers: cores('model', 'patch'), packages: [] },
  { at: core('lookup'), layers: cores('model', 'address', 'aws', 'findings'), packages: [] },
  { at: core('filtering'), layers: cores(...FACTS), packages: [] },
  { at: core('forwarding'), layers: cores(...FACTS), packages: [] },
  { at: core('tracing'), layers: cores(...FACTS, 'filtering', 'forwarding'), packages: [] },
  { at: core('editing'), layers: cores(...FACTS, 'patch'), packages: ['zod'] },
  { at: core('planning'), layers: cores('model', 'address', 'aws', 'findings', 'patch', 'editing'), packages: [] },
  { at: core('permissions'), layers: cores('model', 'address', 'aws', 'scripts'), packages: [] },
  { at: core('scripts'), layers: cores('model', 'aws'), packages: ['unbash', 'yaml'] },
  { at: core('diagnosis'), layers: cores(...TRACED, 'permissions', 'scripts', 'patch', 'editing'), packages: [] },
  { at: core('exposure'), layers: cores(...TRACED, 'patch', 'editing'), packages: [] },
  { at: core('rules'), layers: cores(...TRACED, 'permissions', 'scripts', 'exposure', 'patch', 'editing'), packages: [] },
  { at: core('comparison'), layers: cores(...TRACED, 'permissions', 'scripts', 'exposure', 'diagnosis', 'rules', 'patch', 'editing', 'drawing'), packages: [] },
  { at: core('templates'), layers: cores('model', 'address', 'aws', 'findings', 'editing', 'patch'), packages: [] },
  { at: core('exchange'), layers: cores('model', 'address', 'aws', 'findings', 'patch'), packages: ['zod'] },
  { at: core('reporters'), layers: cores('findings', 'tracing', 'diagnosis', 'model', 'patch', 'editing', 'address', 'planning'), packages: ['zod'] },
  { at: core('drawing'), layers: cores('model', 'address', 'aws', 'lookup', 'findings'), packages: [] },
  { at: core('api'), layers: BEHIND_API, packages: ['zod'] },
  { at: core('testing'), layers: CORE, packages: ['vitest', 'fast-check'] },
  { at: RESOURCES, layers: [], packages: [] },
  { at: MANIFEST, layers: [], packages: [] },
  { at: 'src/shared/', layers: [MANIFEST], packages: [], typesOnly: cores('api', 'model') },
  { at: 'src/files/', layers: cores('api'), packages: [], node: true },
  { at: 'src/preload/', layers: ['src/shared/'], packages: ['electron'] },
  { at: 'src/main/', layers: ['src/shared/', 'src/files/', core('api')], packages: ['electron', 'electron-log', 'zod'], node: true },
  {
    at: 'src/cli/',
    layers: ['src/shared/', 'src/files/', core('api'), RESOURCES],
    packages: ['commander', '@resvg/resvg-wasm', '@expo-google-fonts/inter', '@expo-google-fonts/jetbrains-mono'],
    node: true,
  },
  {
    at: 'src/renderer/',
    layers: ['src/shared/', 'src/renderer/host/', RESOURCES, ...RENDERER_CORE],
    packages: RENDERER_PACKAGES,
    // What the host answers with; asking it goes through the contract.
    typesOnly: [core('api')],
  },
  { at: 'src/renderer/host/', layers: ['src/shared/', core('api'), ...RENDERER_CORE], packages: ['zod'] },
  {
    at: 'tools/',
    // The browser edition is served as the window is; the documents are written from what the program itself says.
    layers: [...CORE, core('testing'), 'src/shared/', 'src/main/', 'src/files/', 'src/cli/'],
    packages: ['@vitest/expect', 'typescript', 'vite', 'fast-check', '@electron/asar', '@electron/fuses', 'electron-builder', '@playwright/test', '@resvg/resvg-wasm'],
    node: true,
  },
  { at: 'tools/provision/default-app/', layers: [], packages: ['electron'], node: true },
  { at: 'conformance/', layers: ['tools/', ...CORE, core('testing')], packages: ['fast-check'], node: true },
  { at: 'bench/', layers: ['tools/', ...CORE, core('testing')], packages: ['ip-num', 'tinybench', 'vite', '@playwright/test', 'react', 'react-dom', '@xyflow/react', 'elkjs'], node: true },
  { at: 'e2e/', layers: ['tools/', ...CORE, core('testing'), 'src/shared/'], packages: ['@playwright/test', '@axe-core/playwright', 'electron'], node: true },
  {
    // The configuration in the root.
    at: '',
    layers: ['tools/', 'e2e/'],
    packages: ['vite', 'vitest', 'electron-vite', '@vitejs/plugin-react', '@playwright/test', 'eslint', 'eslint-plugin-react-hooks', 'typescript-eslint'],
    node: true,
  },
];

/** What a test may use beyond its layer: all of the core, to make a design, and the far end of each pipe, to try it whole. */
export const forTests: Pick<Layer, 'layers' | 'packages'> = {
  layers: [...CORE, core('testing'), 'src/shared/', 'src/preload/', 'src/renderer/host/'],
  packages: ['vitest', 'fast-check', 'yaml', 'vite'],
};

/** Files that stand side by side and know nothing of each other, so that each can be read, added and removed alone. */
export const strangers: readonly RegExp[] = [
  /^src\/core\/rules\/(?!facts\/|fixes\/|edits\/)[^/]+\//,
  /^src\/core\/diagnosis\/checks\//,
];

/** Modules that only few files may touch. */
export const confinedModules: readonly { readonly module: RegExp; readonly to: readonly string[] }[] = [
  { module: /^(?:node:)?fs(?:\/promises)?$/, to: ['src/files/', 'src/main/files/', 'src/main/page-files.ts', 'src/cli/io.ts', 'tools/', 'bench/', 'conformance/', 'e2e/', ''] },
];

/** Names that only one file may say: the two ends of the pipe between the processes. */
export const confinedNames: Readonly<Record<string, string>> = {
  ipcMain: 'src/main/ipc/ipc-main.ts',
  ipcRenderer: 'src/preload/preload.ts',
};
