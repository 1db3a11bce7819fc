import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { collectFiles, labelOf, type CollectOptions } from './collect-files.ts';

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'reachable-collect-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const put = async (path: string, content: string | Uint8Array): Promise<void> => {
  await mkdir(join(folder, path, '..'), { recursive: true });
  await writeFile(join(folder, path), content);
};
const short: CollectOptions = { label: (path) => basename(path) };

async function pathsOf(paths: readonly string[], options: CollectOptions = short): Promise<readonly string[]> {
  const reply = await collectFiles(paths, options);
  if (!reply.ok) throw new Error(reply.problem.message);
  return reply.value.files.map((file) => file.path);
}

test('a folder is walked in the order of names, with what is JSON whatever it is called', async () => {
  await put('snapshot/us-east-1/Vpcs.json', '{"Vpcs": []}');
  await put('snapshot/us-east-1/attributes/weblb', '  {"Attributes": []}');
  await put('snapshot/accounts.json', '[]');
  await put('snapshot/.git/config.json', '{}');
  await put('snapshot/README.md', '# Snapshot');
  await put('snapshot/utf16.json', new Uint8Array([0xff, 0xfe, 0x7b, 0, 0x7d, 0]));
  const reply = await collectFiles([join(folder, 'snapshot')], short);
  expect(reply.ok && reply.value.files.map((file) => file.path)).toEqual(['snapshot/accounts.json', 'snapshot/us-east-1/Vpcs.json', 'snapshot/us-east-1/attributes/weblb', 'snapshot/utf16.json']);
  expect(reply.ok && reply.value.notes).toEqual(['snapshot/README.md is not JSON and was skipped.']);
});

test('what looks like an answer in another form is said with what to do, an empty one is for the import', async () => {
  await put('answers/Vpcs.json', 'Vpcs:\n- VpcId: vpc-1\n');
  await put('answers/Subnets.yaml', 'Subnets: []');
  await put('answers/all.json.gz', new Uint8Array([0x1f, 0x8b]));
  await put('answers/NatGateways.json', '\n');
  const reply = await collectFiles([join(folder, 'answers')], short);
  expect(reply.ok && reply.value.files.map((file) => file.path)).toEqual(['answers/NatGateways.json']);
  expect(reply.ok && reply.value.notes).toEqual([
    'answers/Subnets.yaml is not JSON and was skipped; run the call again with --output json.',
    'answers/Vpcs.json is not JSON and was skipped; run the call again with --output json.',
    'answers/all.json.gz is compressed and was skipped; unpack it and import again.',
  ]);
});

test('a file that is named is read whatever it holds', async () => {
  await put('notes.txt', 'hello');
  expect(await pathsOf([join(folder, 'notes.txt')])).toEqual(['notes.txt']);
});

test('links in a ring are walked once', async () => {
  await put('snapshot/a.json', '{}');
  await symlink(join(folder, 'snapshot'), join(folder, 'snapshot', 'again'));
  expect(await pathsOf([join(folder, 'snapshot')])).toEqual(['snapshot/a.json']);
});

test('the result of an earlier run is left out of the folder', async () => {
  await put('snapshot/a.json', '{}');
  await put('snapshot/plan.vpc.json', '{}');
  expect(await pathsOf([join(folder, 'snapshot')], { ...short, except: join(folder, 'snapshot', 'plan.vpc.json') })).toEqual(['snapshot/a.json']);
});

test.each<[string, CollectOptions, string]>([
  ['too many files', { limits: { files: 2, bytes: 1000, depth: 9 } }, 'There are more than 2 files; name the folder of one snapshot.'],
  ['too many bytes', { limits: { files: 9, bytes: 5, depth: 9 } }, 'The files hold more than 0 MB; name the folder of one snapshot.'],
  ['too many folders', { limits: { files: 9, bytes: 1000, depth: 0 } }, 'snapshot/deep lies more than 0 folders deep; name the folder of one snapshot.'],
])('%s are refused', async (_name, options, sentence) => {
  await put('snapshot/a.json', '{}');
  await put('snapshot/b.json', '{}');
  await put('snapshot/deep/c.json', '{}');
  expect(await collectFiles([join(folder, 'snapshot')], { ...short, ...options })).toEqual({ ok: false, problem: { message: sentence } });
});

test('what is named and missing is refused by its name', async () => {
  const path = join(folder, 'gone');
  expect(await collectFiles([path])).toEqual({ ok: false, problem: { message: `${path} does not exist; check its name and folder.` } });
});

test.each([
  ['snapshot/', 'snapshot'],
  ['./snapshot', 'snapshot'],
  ['accounts/1/us-east-1', 'accounts/1/us-east-1'],
  ['.', basename(process.cwd())],
])('%s is called %s', (path, label) => {
  expect(labelOf(path)).toBe(label);
});
