import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openDesignFolder, runLine, type DesignFolder } from './testing/design-folder.ts';

let folder: DesignFolder;
let plan = '';
let snapshot = '';
beforeAll(async () => {
  folder = await openDesignFolder();
  plan = await folder.putTemplate('three-tiers');
  snapshot = await folder.put('vpcs.json', '{"Vpcs": [{"VpcId": "vpc-1", "CidrBlock": "10.0.0.0/16"}]}');
  await folder.put('empty.vpc.json', '');
  await folder.put('text.vpc.json', 'hello');
  await folder.put('newer.vpc.json', '{"version": 99, "name": "x", "resources": {}, "layout": {}}');
  await folder.put('unversioned.vpc.json', '{"name": "x", "resources": {}, "layout": {}}');
  await folder.put('wrong.vpc.json', '{"version": 1, "name": "x", "resources": {"vpc-1": {"kind": "vpc", "name": 3}}, "layout": {}}');
  await folder.put('cut.vpc.png', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0]));
});
afterAll(() => folder.remove());

/** PLAN is a good design, SNAPSHOT describe output, @name a file of the folder. */
const fill = (words: string): string[] =>
  words.split(' ').map((word) => {
    if (word === 'PLAN') return plan;
    if (word === 'SNAPSHOT') return snapshot;
    return word.startsWith('@') ? folder.path(word.slice(1)) : word;
  });

describe('exit 2: exactly one line on standard error that names the word or the file, nothing on standard output', () => {
  test.each([
    ['', 'no command is given'],
    ['nope', "unknown command 'nope'"],
    ['--nope', "unknown option '--nope'"],
    ['check', "missing required argument 'design'"],
    ['check PLAN extra', 'too many arguments'],
    ['check PLAN --format xml', "argument 'xml' is invalid"],
    ['check PLAN --fail-on advice', "argument 'advice' is invalid"],
    ['check PLAN --nope', "unknown option '--nope'"],
    ['check @gone.vpc.json', 'gone.vpc.json does not exist; check its name and folder.'],
    ['check @empty.vpc.json', 'empty.vpc.json is empty'],
    ['check @text.vpc.json', 'text.vpc.json'],
    ['check @newer.vpc.json', 'newer Reachable'],
    ['check @unversioned.vpc.json', '"version"'],
    ['check @wrong.vpc.json', 'resources › vpc-1 › name'],
    ['check @cut.vpc.png', 'cut.vpc.png'],
    ['check .', '. is a folder'],
    ['check SNAPSHOT', 'reachable import aws'],
    ['why PLAN', '--from is missing'],
    ['why PLAN --from internet', '--to is missing'],
    ['why PLAN --from nobody --to web-1', '"nobody"'],
    ['why PLAN --from internet --to nobody', '"nobody"'],
    ['why PLAN --from internet --to web-1 --port 70000', "argument '70000' is invalid"],
    ['why PLAN --from internet --to web-1 --port -1', "argument '-1' is invalid"],
    ['why PLAN --from internet --to web-1 --port 4e2', "argument '4e2' is invalid"],
    ['why PLAN --from internet --to web-1 --protocol xyz', "argument 'xyz' is invalid"],
    ['why PLAN --from internet --to web-1 --protocol 256', "argument '256' is invalid"],
    ['why PLAN --from internet --to web-1 --icmp-type 300', "argument '300' is invalid"],
    ['why PLAN --from internet --to web-1 --client amiga', "argument 'amiga' is invalid"],
    ['why PLAN --from internet --to web-1 --symptom sad', "argument 'sad' is invalid"],
    ['why PLAN --from', "argument missing"],
    ['why PLAN --questions q.jsonl --from internet', '--questions brings its own endpoints'],
    ['why PLAN --questions @gone.jsonl', 'gone.jsonl does not exist'],
    ['why - --questions -', 'cannot both be standard input'],
    ['exposure PLAN --from nobody', '"nobody"'],
    ['expect', "missing required argument 'design'"],
    ['diff PLAN', "missing required argument 'new'"],
    ['diff PLAN PLAN --fail-on closed', "argument 'closed' is invalid"],
    ['diff PLAN PLAN --format sarif', "argument 'sarif' is invalid"],
    ['diff PLAN @gone.vpc.json', 'gone.vpc.json does not exist'],
    ['diff SNAPSHOT PLAN', 'reachable import aws'],
    ['diff - -', 'cannot both be standard input'],
    ['fix PLAN', "required option '--finding <id>' not specified"],
    ['fix PLAN --finding nope', 'has no finding "nope"; reachable check'],
    ['import', 'import needs one more word'],
    ['import azure x', "unknown command 'azure'"],
    ['import aws', "required option '-o, --output <design>' not specified; see reachable import aws --help"],
    ['import aws -o @out.vpc.json', "missing required argument 'path'"],
    ['import aws SNAPSHOT', "required option '-o, --output <design>' not specified"],
    ['import aws @gone -o @out.vpc.json', 'gone does not exist'],
    ['import aws PLAN -o @out.vpc.json', 'is a design already'],
    ['import aws SNAPSHOT -o SNAPSHOT', 'is also the input'],
    ['import aws SNAPSHOT -o @gone/out.vpc.json', 'The folder of out.vpc.json does not exist'],
    ['export PLAN --format svg', "required option '-o, --output <file>' not specified"],
    ['export PLAN -o @out.svg', "required option '--format <format>' not specified"],
    ['export PLAN --format gif -o @out.gif', 'That is no format; write png, svg, json, cloudformation'],
    ['export PLAN --format terraform -o @out.tf', 'not available yet'],
    ['export PLAN --format json -o PLAN', 'is also the input'],
    ['export PLAN --format png --scale 0 -o @out.png', "argument '0' is invalid"],
    ['export PLAN --format svg -o @gone/out.svg', 'The folder of out.svg does not exist'],
  ])('reachable %s', async (words, part) => {
    const argv = words === '' ? [] : fill(words);
    const { code, out, error } = await runLine(argv);
    expect(code).toBe(2);
    expect(out).toBe('');
    expect(error).toMatch(/^reachable: [^\n]+\n$/);
    expect(error).toContain(part);
    expect(error.length).toBeLessThanOrEqual(401);
    expect(error).not.toMatch(/\bat .*:\d+:\d+/);
  });

  test('a name that is endless or holds control characters makes one short line', async () => {
    const { code, error } = await runLine(['check', 'x\n\u001B[31m'.repeat(500)]);
    expect(code).toBe(2);
    expect(error).toMatch(/^reachable: [^\n\u001B]+…\n$/);
    expect(error.length).toBeLessThanOrEqual(401);
  });

  test('on a terminal the line is on a cleared one', async () => {
    const { error } = await runLine(['check', folder.path('gone')], { isTerminal: true });
    expect(error.startsWith('\r\u001B[Kreachable: ')).toBe(true);
  });
});

describe('help teaches', () => {
  test.each([['--help'], ['check --help'], ['why --help'], ['exposure --help'], ['expect --help'], ['diff --help'], ['fix --help'], ['import --help'], ['import aws --help'], ['export --help'], ['help why']])('reachable %s', async (words) => {
    const { code, out, error } = await runLine(words.split(' '));
    expect([code, error]).toEqual([0, '']);
    expect(out).toMatch(/Examples?:\n {2}reachable /);
  });

  test('the version is the package’s', async () => {
    expect(await runLine(['--version'])).toMatchObject({ code: 0, out: expect.stringMatching(/^\d+\.\d+\.\d+\n$/) as string });
  });

  test('every command that --help lists is in the summary of the program', async () => {
    const { out } = await runLine(['--help']);
    for (const command of ['check', 'why', 'exposure', 'expect', 'diff', 'fix', 'import', 'export']) expect(out).toMatch(new RegExp(`^ {2}${command}\\b`, 'm'));
  });
});
