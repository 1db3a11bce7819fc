import type { Source } from './record.ts';

// A code of a Region inside a longer name: `vpcs-us-east-1.json`. The words for directions keep `vpcs` out of it.
const REGION =
  /(?:^|[^a-z0-9])((?:[a-z]{2}(?:-gov|-iso[a-z]?)?|eusc-[a-z]{2})-(?:central|north|south|east|west|northeast|northwest|southeast|southwest)-\d{1,2})(?![a-z0-9])/i;
const ACCOUNT = /^\d{12}$/;
const ARN = /^arn:[^:]+:[^:]*:([^:]*):(\d*):/;

/** The code of the Region that a name contains (a folder, a file), in lower case. */
export const regionInName = (name: string): string | undefined => REGION.exec(name)?.[1]?.toLowerCase();

/** Region and account of an ARN; both may be empty in it. https://docs.aws.amazon.com/IAM/latest/UserGuide/reference-arns.html */
export function readArn(text: string): { readonly region?: string; readonly account?: string } {
  const match = ARN.exec(text);
  if (!match) return {};
  const [, region, account] = match;
  return { ...(region ? { region } : {}), ...(account ? { account } : {}) };
}

/** The folder after `accounts/`, or a folder that is named like an account: twelve digits. */
function accountOfFolders(folders: readonly string[]): string | undefined {
  const list = folders.lastIndexOf('accounts');
  const named = list < 0 ? undefined : folders[list + 1];
  return named ?? folders.find((folder) => ACCOUNT.test(folder));
}

/**
 * What a path says about Region and account: `accounts/<id>/<region>/Vpcs.json`, `<region>/Vpcs.json` or
 * `vpcs-<region>.json`. Both kinds of slash are folders.
 */
export function readSource(path: string): Source {
  const parts = path.split(/[\\/]+/).filter((part) => part !== '' && part !== '.');
  const folders = parts.slice(0, -1);
  const region = [...parts].reverse().map(regionInName).find((code) => code !== undefined);
  return { path, folder: folders.join('/'), account: accountOfFolders(folders), region };
}

/** Whether a name is that of a Region or an account. */
export const isPlaceName = (name: string): boolean => ACCOUNT.test(name) || regionInName(name) !== undefined;

/** What stands under a key of a file: the key says what the name of a folder or a file would. */
export const sourceWithin = (source: Source, key: string): Source => ({
  ...source,
  path: `${source.path}/${key}`,
  account: ACCOUNT.test(key) ? key : source.account,
  region: regionInName(key) ?? source.region,
});

/** A name for what was imported: the folder that holds the snapshot, above `accounts`, accounts and Regions. */
export function nameOfImport(sources: readonly Source[]): string {
  const folders = (sources[0]?.folder ?? '').split('/').filter((part) => part !== '');
  const outside = folders.filter((part) => part !== 'accounts' && !ACCOUNT.test(part) && regionInName(part) !== part);
  return outside.at(-1) ?? 'AWS network';
}
