import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { batchAnswerShape, diagnosisShape, exposureShape, jsonShapes, reportShape, writeJsonSchema } from '@core/reporters/json-shapes.ts';
import { asResourceId, asRowId } from '@core/model/ids.ts';
import type { Design } from '@core/api/vocabulary.ts';
import { openDesignFolder, runLine, templateOf, type DesignFolder } from './testing/design-folder.ts';

let folder: DesignFolder;
let plan = '';
let overlapping = '';

/** The second subnet of the first VPC takes the block of the first one. */
function overlap(design: Design): Design {
  const [first, second] = Object.entries(design.resources).filter(([, resource]) => resource.kind === 'subnet');
  if (first?.[1].kind !== 'subnet' || second?.[1].kind !== 'subnet') throw new Error('The template has fewer than two subnets.');
  return { ...design, resources: { ...design.resources, [second[0]]: { ...second[1], cidr: first[1].cidr } } };
}

beforeAll(async () => {
  folder = await openDesignFolder();
  plan = await folder.putTemplate('three-tiers');
  overlapping = await folder.putTemplate('employee-directory', overlap);
});
afterAll(() => folder.remove());

interface SarifLog {
  readonly version: string;
  readonly runs: readonly {
    readonly tool: { readonly driver: { readonly name: string; readonly rules: readonly { readonly id: string }[] } };
    readonly results: readonly {
      readonly ruleId: string;
      readonly ruleIndex: number;
      readonly level: string;
      readonly message: { readonly text: string };
      readonly locations: readonly { readonly physicalLocation: { readonly artifactLocation: { readonly uri: string }; readonly region: { readonly startLine: number } }; readonly logicalLocations: readonly { readonly name: string }[] }[];
    }[];
  }[];
}

describe('check', () => {
  test('errors are exit 1; text names finding, id and fix', async () => {
    const { code, out, error } = await runLine(['check', overlapping]);
    expect([code, error]).toEqual([1, '']);
    expect(out).toMatch(/^error {4}/m);
    expect(out).toContain('subnets-overlap');
    expect(out).toContain(`reachable fix ${overlapping} --finding ID`);
  });

  test('warnings are exit 1 only with --fail-on warning', async () => {
    const report = reportShape.parse(JSON.parse((await runLine(['check', plan, '--format', 'json'])).out));
    const count = (severity: string): number => report.findings.filter((finding) => finding.severity === severity).length;
    expect((await runLine(['check', plan])).code).toBe(count('error') > 0 ? 1 : 0);
    expect((await runLine(['check', plan, '--fail-on', 'warning'])).code).toBe(count('error') + count('warning') > 0 ? 1 : 0);
  });

  test('SARIF points each result to its rule, its resource and its line', async () => {
    const { out, code } = await runLine(['check', overlapping, '--format', 'sarif']);
    const log = JSON.parse(out) as SarifLog;
    const lines = (await readFile(overlapping, 'utf8')).split('\n');
    expect([code, log.version, log.runs.map((run) => run.tool.driver.name)]).toEqual([1, '2.1.0', ['Reachable']]);
    const pointed = log.runs.flatMap(({ tool, results }) => results.flatMap((result) => result.locations.map((location) => ({ ...location, rule: tool.driver.rules[result.ruleIndex], result }))));
    expect(pointed.length).toBeGreaterThan(0);
    for (const { physicalLocation, logicalLocations, rule, result } of pointed) {
      expect(['error', 'warning', 'note']).toContain(result.level);
      expect(rule).toMatchObject({ id: result.ruleId });
      expect(physicalLocation.artifactLocation.uri).toBe(overlapping);
      for (const { name } of logicalLocations.slice(0, 1)) expect(lines[physicalLocation.region.startLine - 1]).toContain(`"${name}"`);
    }
  });

  test('Markdown is a table with a row for each finding', async () => {
    const { out } = await runLine(['check', overlapping, '--format', 'markdown']);
    const { findings } = reportShape.parse(JSON.parse((await runLine(['check', overlapping, '--format', 'json'])).out));
    expect(out.split('\n').filter((line) => line.startsWith('| ')).length).toBe(findings.length + 2);
  });

  test('names with signs of Markdown stay in their cell', async () => {
    const path = await folder.putTemplate('employee-directory', (design) => {
      const changed = overlap(design);
      const resources = Object.fromEntries(Object.entries(changed.resources).map(([id, resource]) => [id, resource.kind === 'subnet' ? { ...resource, name: `${resource.name} | <b>*x*\n` } : resource]));
      return { ...changed, resources };
    });
    const { out } = await runLine(['check', path, '--format', 'markdown']);
    for (const line of out.split('\n').filter((one) => one.startsWith('| '))) expect(line.replaceAll('\\|', '').split('|')).toHaveLength(6);
    expect(out).not.toContain('<b>');
    overlapping = await folder.putTemplate('employee-directory', overlap);
  });
});

describe('exposure', () => {
  test('rows are disjoint and sorted, and the table says the same', async () => {
    const { code, out } = await runLine(['exposure', plan, '--json']);
    const rows = exposureShape.parse(JSON.parse(out));
    expect(code).toBe(0);
    expect(new Set(rows.map((row) => JSON.stringify([row.resource, row.protocol, row.ports, row.from]))).size).toBe(rows.length);
    expect(rows.every((row) => row.protocol === 'tcp' && row.ports.every(([first, last]) => first === 443 && last === 443))).toBe(true);
    const table = await runLine(['exposure', plan]);
    expect(table.out.split('\n').filter((line) => line !== '')).toHaveLength(rows.length + 1);
  });
  test('nothing reached is said', async () => {
    const empty = await folder.putTemplate('blank-vpc');
    expect(await runLine(['exposure', empty])).toMatchObject({ code: 0, out: 'Nothing is reached from the internet.\n' });
  });
});

describe('expect', () => {
  test('all hold: exit 0', async () => {
    const { code, out } = await runLine(['expect', plan]);
    expect(code).toBe(0);
    expect(out).toMatch(/All \d+ expectations hold\.\n$/);
  });
  test('one that fails, and one that cannot be asked any more: exit 1', async () => {
    const path = await folder.putTemplate('one-public-instance', (design) => ({
      ...design,
      expectations: {
        [asRowId('fails')]: { title: 'SSH is open', question: { from: 'internet', to: 'web-1', port: 2222 }, verdict: 'reachable' },
        [asRowId('gone')]: { question: { from: 'internet', to: 'nobody', port: 80 }, verdict: 'blocked' },
      },
    }));
    const { code, out } = await runLine(['expect', path]);
    expect(code).toBe(1);
    expect(out).toContain('FAILS  SSH is open is blocked, not reachable.');
    expect(out).toContain('FAILS  internet → nobody, TCP 80 cannot be asked.');
    expect(out).toContain('2 of 2 expectations fail.');
  });
  test('none saved is said', async () => {
    const path = await folder.putTemplate('blank-vpc', (design) => ({ ...design, expectations: {} }));
    expect(await runLine(['expect', path])).toMatchObject({ code: 0, out: expect.stringContaining('no expectations') as string });
  });
});

describe('fix', () => {
  const findingOf = async (path: string): Promise<string> => {
    const { findings } = reportShape.parse(JSON.parse((await runLine(['check', path, '--format', 'json'])).out));
    return findings.find((finding) => finding.fixes.length > 0)?.id ?? '';
  };

  test('shows the fix and leaves the design alone', async () => {
    const before = await readFile(overlapping, 'utf8');
    const { code, out } = await runLine(['fix', overlapping, '--finding', await findingOf(overlapping)]);
    expect(code).toBe(0);
    expect(out).toMatch(/^1\. /m);
    expect(await readFile(overlapping, 'utf8')).toBe(before);
  });
  test('applied, the finding is gone', async () => {
    const path = await folder.put('fixable.vpc.json', await readFile(overlapping, 'utf8'));
    const finding = await findingOf(path);
    expect(await runLine(['fix', path, '--finding', finding, '--apply'])).toMatchObject({ code: 0, out: expect.stringContaining('Applied to') as string });
    const { findings } = reportShape.parse(JSON.parse((await runLine(['check', path, '--format', 'json'])).out));
    expect(findings.map((one) => one.id)).not.toContain(finding);
  });
  test('from standard input the fixed design goes to standard output', async () => {
    const stdin = await readFile(overlapping, 'utf8');
    const finding = await findingOf(overlapping);
    const { code, out, error } = await runLine(['fix', '-', '--finding', finding, '--apply'], { stdin });
    expect([code, error]).toEqual([0, expect.stringContaining('Applied to standard output')]);
    expect((await runLine(['check', '-', '--format', 'json'], { stdin: out })).out).not.toContain(JSON.stringify(finding));
  });
  test('a choice that is none, and a picture, are refused', async () => {
    const finding = await findingOf(overlapping);
    expect(await runLine(['fix', overlapping, '--finding', finding, '--choice', '99'])).toMatchObject({ code: 2, error: expect.stringContaining('--choice 99 is none of them') as string });
    const picture = folder.path('overlapping.vpc.png');
    await runLine(['export', overlapping, '--format', 'png', '--scale', '0.2', '-o', picture]);
    const before = await readFile(picture);
    expect(await runLine(['fix', picture, '--finding', finding, '--apply'])).toMatchObject({ code: 2, error: expect.stringContaining('is a picture') as string });
    expect(await readFile(picture)).toEqual(before);
  });
});

describe('the public shapes', () => {
  test.each(Object.keys(jsonShapes) as (keyof typeof jsonShapes)[])('docs/schemas/%s.schema.json is fresh', async (name) => {
    expect(await readFile(`docs/schemas/${name}.schema.json`, 'utf8')).toBe(writeJsonSchema(name));
  });

  const designs = ['blank-vpc', 'one-public-instance', 'employee-directory', 'three-tiers', 'private-with-nat', 'office-over-vpn', 'broken-4', 'broken-8', 'broken-10'];
  test.each(designs)('what is printed of %s has them', async (id) => {
    const path = await folder.putTemplate(id);
    expect(() => reportShape.parse(JSON.parse('{}'))).toThrow();
    reportShape.parse(JSON.parse((await runLine(['check', path, '--format', 'json'])).out));
    exposureShape.parse(JSON.parse((await runLine(['exposure', path, '--json'])).out));
    const ends = Object.entries(templateOf(id).resources).filter(([, resource]) => resource.kind === 'instance').slice(0, 3).map(([end]) => asResourceId(end));
    for (const to of ends) diagnosisShape.parse(JSON.parse((await runLine(['why', path, '--from', 'internet', '--to', to, '--port', '22', '--json'])).out));
    const lines = [...ends.map((to) => JSON.stringify({ id: to, from: 'internet', to })), '{}'].join('\n');
    for (const line of (await runLine(['why', path, '--questions', '-'], { stdin: lines })).out.trim().split('\n')) batchAnswerShape.parse(JSON.parse(line));
  });
});
