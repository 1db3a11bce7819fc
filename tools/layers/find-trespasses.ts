import { isBuiltin } from 'node:module';
import { posix } from 'node:path';
import { confinedModules, confinedNames, forTests, strangers, type Layer } from '../layers.ts';
import { readIdentifiers, readImports, type Import } from './read-imports.ts';

/** A file of the project: `path` from its root, with `/`. */
export interface SourceFile {
  readonly path: string;
  readonly text: string;
}

export interface House {
  readonly layers: readonly Layer[];
  /** The names of the packages in package.json. */
  readonly packages: ReadonlySet<string>;
}

const isTest = (path: string): boolean => /\.test\.tsx?$/.test(path);
const isTesting = (path: string): boolean => isTest(path) || path.includes('/testing/') || /-for-tests\.tsx?$/.test(path);

/** The layer a path belongs to: the longest that fits. The root's holds files, not folders. */
export function layerOf(path: string, layers: readonly Layer[]): Layer | undefined {
  const fitting = layers.filter(({ at }) => (at === '' ? !path.includes('/') : path.startsWith(at)));
  return fitting.reduce<Layer | undefined>((longest, layer) => (longest === undefined || layer.at.length > longest.at.length ? layer : longest), undefined);
}

/** The path a specifier leads to inside the project; undefined for a package or a module of Node. */
export function resolveSpecifier(specifier: string, from: string): string | undefined {
  if (specifier.startsWith('.')) return posix.normalize(posix.join(posix.dirname(from), specifier));
  return /^@(?:core|shared)\//.test(specifier) ? `src/${specifier.slice(1)}` : undefined;
}

/** `@scope/name/deep.js` -> `@scope/name` */
function packageOf(specifier: string): string {
  return specifier.split('/', specifier.startsWith('@') ? 2 : 1).join('/');
}

const isWithin = (path: string, place: string): boolean => (place === '' ? !path.includes('/') : path.startsWith(place));

interface Asked {
  readonly file: SourceFile;
  readonly layer: Layer;
  readonly house: House;
}

function judgeModule({ file: { path }, layer }: Asked, specifier: string): string | undefined {
  if (layer.node === undefined && !isTesting(path)) return `${layer.at} may not use Node's ${specifier}`;
  const confinement = confinedModules.find(({ module }) => module.test(specifier));
  if (confinement === undefined || isTesting(path) || confinement.to.some((place) => isWithin(path, place))) return undefined;
  return `${specifier} may only be used in ${confinement.to.filter((place) => place.startsWith('src/')).join(', ')}`;
}

function judgePackage({ file: { path }, layer, house }: Asked, specifier: string): string | undefined {
  const name = packageOf(specifier);
  if (!house.packages.has(name)) return `${name} is not in package.json`;
  const allowed = isTesting(path) ? [...layer.packages, ...forTests.packages] : layer.packages;
  return allowed.includes(name) ? undefined : `${layer.at} may not use the package ${name}`;
}

function judgeLayer({ file: { path }, layer }: Asked, target: Layer, typesOnly: boolean): string | undefined {
  if (target.at === layer.at || layer.layers.includes(target.at)) return undefined;
  if (isTesting(path) && (forTests.layers.includes(target.at) || layer.typesOnly?.includes(target.at) === true)) return undefined;
  if (layer.typesOnly?.includes(target.at) !== true) return `${layer.at} may not import ${target.at}`;
  return typesOnly ? undefined : `${layer.at} may import only types of ${target.at}`;
}

function areStrangers(path: string, target: string): boolean {
  return !isTesting(path) && strangers.some((place) => place.test(path) && place.test(target));
}

function judgePath(asked: Asked, target: string, typesOnly: boolean): string | undefined {
  const { path } = asked.file;
  if (isTest(target)) return 'nothing may import a test';
  if (isTesting(target) && !isTesting(path) && !/^(?:tools|bench|conformance|e2e)\//.test(path)) return 'only tests may import what is for tests';
  if (areStrangers(path, target)) return 'the files of this folder may not import each other';
  const layer = layerOf(target, asked.house.layers);
  return layer === undefined ? 'the imported file is in no layer' : judgeLayer(asked, layer, typesOnly);
}

function judgeImport(asked: Asked, { specifier, typesOnly }: Import): string | undefined {
  const target = resolveSpecifier(specifier, asked.file.path);
  if (target !== undefined) return judgePath(asked, target, typesOnly);
  return isBuiltin(specifier) ? judgeModule(asked, specifier) : judgePackage(asked, specifier);
}

function judgeNames({ path, text }: SourceFile): readonly string[] {
  if (isTesting(path) || !path.startsWith('src/')) return [];
  const said = readIdentifiers(text);
  return Object.entries(confinedNames).flatMap(([name, place]) => (said.has(name) && path !== place ? [`${path}: only ${place} may say ${name}`] : []));
}

function judgeFile(file: SourceFile, house: House): readonly string[] {
  const layer = layerOf(file.path, house.layers);
  if (layer === undefined) return [`${file.path}: is in no layer of tools/layers.ts`];
  const imports = readImports(file.text, file.path).flatMap((found) => {
    const fault = judgeImport({ file, layer, house }, found);
    return fault === undefined ? [] : [`${file.path}: ${fault} (${found.specifier})`];
  });
  return [...imports, ...judgeNames(file)];
}

/** Every import that the table does not allow, every file outside it and every layer that has no file, a sentence each. */
export function findTrespasses(files: readonly SourceFile[], house: House): readonly string[] {
  const inhabited = new Set(files.map(({ path }) => layerOf(path, house.layers)?.at));
  const empty = house.layers.filter(({ at }) => !inhabited.has(at)).map(({ at }) => `tools/layers.ts: no file is in ${at}`);
  return [...empty, ...files.flatMap((file) => judgeFile(file, house))];
}
