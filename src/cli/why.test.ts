import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openDesignFolder, runLine, textOf, templateOf, type DesignFolder } from './testing/design-folder.ts';

let folder: DesignFolder;
let plan = '';
beforeAll(async () => {
  folder = await openDesignFolder();
  plan = await folder.putTemplate('three-tiers');
});
afterAll(() => folder.remove());

interface Answer {
  readonly id?: unknown;
  readonly error?: string;
  readonly verdict?: string;
  readonly blockers?: readonly { readonly leg: string; readonly component: string; readonly resource: string; readonly code: string }[];
}
const why = (...words: readonly string[]): ReturnType<typeof runLine> => runLine(['why', plan, ...words]);
const ask = async (...words: readonly string[]): Promise<Answer> => JSON.parse((await why(...words, '--json')).out) as Answer;

test.each([
  ['the shop from the internet', ['--from', 'internet', '--to', 'web-1', '--port', '443'], 'reachable', 0],
  ['SSH from the internet', ['--from', 'internet', '--to', 'web-1', '--port', '22'], 'blocked', 1],
  ['all ports from the internet', ['--from', 'internet', '--to', 'web-1', '--protocol', 'tcp'], 'ambiguous', 1],
  ['ping from the internet', ['--from', 'internet', '--to', 'web-1', '--protocol', 'icmp'], 'blocked', 1],
  ['the app tier from the web tier', ['--from', 'web-1', '--to', 'app-1', '--port', '80'], 'reachable', 0],
])('%s: the exit code agrees with the verdict', async (_name, words, verdict, code) => {
  const { code: ended, out, error } = await why(...words, '--json');
  const answer = JSON.parse(out) as Answer;
  expect([answer.verdict, ended, error]).toEqual([verdict, code, '']);
  expect(answer.blockers?.length === 0).toBe(verdict === 'reachable');
});

test('a snapshot without route tables is undetermined: exit 3', async () => {
  const design = templateOf('three-tiers');
  const resources = Object.fromEntries(
    Object.entries(design.resources)
      .filter(([, resource]) => resource.kind !== 'route-table')
      .map(([id, resource]) => {
        if (resource.kind === 'subnet') delete resource.routeTable;
        if (resource.kind === 'vpc') delete resource.mainRouteTable;
        return [id, resource];
      }),
  );
  const path = await folder.put('bare.vpc.json', textOf({ ...design, resources, snapshot: { missing: ['route-tables'] } }));
  const { code, out } = await runLine(['why', path, '--from', 'internet', '--to', 'web-1', '--port', '443', '--json']);
  expect([code, (JSON.parse(out) as Answer).verdict]).toEqual([3, 'undetermined']);
});

test('text says verdict, path, steps', async () => {
  const { out } = await why('--from', 'internet', '--to', 'web-1', '--port', '22');
  expect(out).toMatch(/^BLOCKED\n/);
  expect(out).toContain('internet → web-1, TCP 22');
  expect(out).toMatch(/\d blockers?\n/);
  expect(out).toMatch(/ 1 {2}pass +Internet gateway: /);
  expect(out.match(/^ {1,2}\d{1,2} {2}/gm)?.length).toBeGreaterThanOrEqual(10);
});

test('a symptom marks the likely steps', async () => {
  const { out } = await why('--from', 'internet', '--to', 'web-1', '--port', '22', '--symptom', 'timeout');
  expect(out).toContain('Likely: ');
});

test('colours only where a person reads, and never with NO_COLOR', async () => {
  const words = ['why', plan, '--from', 'internet', '--to', 'web-1', '--port', '443'];
  const coloured = async (options: Parameters<typeof runLine>[1]): Promise<boolean> => (await runLine(words, options)).out.includes('\u001B[');
  expect(await coloured({})).toBe(false);
  expect(await coloured({ isTerminal: true })).toBe(true);
  expect(await coloured({ isTerminal: true, environment: { NO_COLOR: '1' } })).toBe(false);
  expect(await coloured({ isTerminal: true, environment: { TERM: 'dumb' } })).toBe(false);
});

test('the design may come from standard input', async () => {
  const { code } = await runLine(['why', '-', '--from', 'internet', '--to', 'web-1', '--port', '443'], { stdin: textOf(templateOf('three-tiers')) });
  expect(code).toBe(0);
});

describe('--questions', () => {
  const answers = async (lines: string): Promise<{ readonly code: number; readonly error: string; readonly answers: readonly Answer[] }> => {
    const { code, out, error } = await runLine(['why', plan, '--questions', '-'], { stdin: lines });
    return { code, error, answers: out.split('\n').filter((line) => line !== '').map((line) => JSON.parse(line) as Answer) };
  };

  test('one answer per line, with its id and the same answer as alone', async () => {
    const given = [
      '{"id": "a", "from": "internet", "to": "web-1", "protocol": "tcp", "port": 443}',
      '',
      '{"id": 2, "from": "internet", "to": "web-1", "port": 22}',
      '{"from": "web-1", "to": "app-1", "port": 80}',
    ].join('\r\n');
    const { code, error, answers: given3 } = await answers(given);
    expect([code, error]).toEqual([0, '']);
    expect(given3.map(({ id, verdict }) => [id, verdict])).toEqual([
      ['a', 'reachable'],
      [2, 'blocked'],
      [null, 'reachable'],
    ]);
    const { id: _id, ...first } = given3[0] ?? {};
    expect(first).toEqual(await ask('--from', 'internet', '--to', 'web-1', '--protocol', 'tcp', '--port', '443'));
  });

  test.each([
    ['null for what is not given', '"port": 443, "protocol": null, "icmpType": null, "client": null'],
    ['numbers as text', '"port": "443", "protocol": "6"'],
    ['blanks around an end', '"port": 443, "to": " web-1 "'],
    ['protocols in capitals', '"port": 443, "protocol": "TCP", "client": "Linux"'],
  ])('%s is understood', async (_what, fields) => {
    const { code, answers: given } = await answers(`{"from": "internet", "to": "web-1", ${fields}}`);
    expect([code, given.map(({ verdict }) => verdict)]).toEqual([0, ['reachable']]);
  });

  test('lines that cannot be asked carry an error, the others their answer: exit 2', async () => {
    const { code, error, answers: given } = await answers(
      ['not json', '[]', '{"id": "x", "to": "web-1"}', '{"id": "y", "from": "internet", "to": "web-1", "port": 99999}', '{"id": "z", "from": "internet", "to": "nobody"}', '{"id": "ok", "from": "internet", "to": "web-1", "port": 443}'].join('\n'),
    );
    expect(code).toBe(2);
    expect(error).toBe('reachable: standard input: 5 of 6 questions could not be asked; their lines carry an "error".\n');
    expect(given.map(({ id, verdict }) => [id, verdict])).toEqual([[null, undefined], [null, undefined], ['x', undefined], ['y', undefined], ['z', undefined], ['ok', 'reachable']]);
    expect(given.map((answer) => answer.error)).toEqual([
      expect.stringContaining('Line 1 is not JSON'),
      'Line 2 is not a JSON object.',
      expect.stringContaining('"from" is missing'),
      expect.stringContaining('"port" cannot be 99999'),
      expect.stringContaining('"nobody"'),
      undefined,
    ]);
  });

  test('no lines are no answers', async () => {
    expect(await answers('\n\n')).toEqual({ code: 0, error: '', answers: [] });
  });
});
