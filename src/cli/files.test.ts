import { access, mkdir, readFile, readdir } from 'node:fs/promises';
import { afterAll, afterEach, beforeEach, describe, expect, test } from 'vitest';
import { writeDesign } from '@core/model/write-design.ts';
import { openDesignFolder, runLine, templateOf, textOf, type DesignFolder } from './testing/design-folder.ts';

const SAMPLES = '../shared/samples/aws-describe';
const hasSamples = await access(SAMPLES).then(() => true, () => false);

const folders: DesignFolder[] = [];
let folder: DesignFolder;
let plan = '';
beforeEach(async () => {
  folder = await openDesignFolder();
  folders.push(folder);
  plan = await folder.putTemplate('one-public-instance');
});
afterEach(async () => {
  await folder.remove();
});
afterAll(() => expect(folders.length).toBeGreaterThan(0));

const read = (name: string): Promise<string> => readFile(folder.path(name), 'utf8');

describe('export', () => {
  test('a PNG shows the design and opens again as it', async () => {
    const { code, out, error } = await runLine(['export', plan, '--format', 'png', '-o', folder.path('plan.vpc.png')]);
    expect([code, out, error]).toEqual([0, '', '']);
    const png = await readFile(folder.path('plan.vpc.png'));
    expect(png.subarray(1, 4).toString()).toBe('PNG');
    expect(png.readUInt32BE(16)).toBeGreaterThan(300);
    await runLine(['export', folder.path('plan.vpc.png'), '--format', 'json', '-o', folder.path('again.vpc.json')]);
    expect(await read('again.vpc.json')).toBe(textOf(templateOf('one-public-instance')));
  });

  test('twice the scale is twice the pixels', async () => {
    const widthAt = async (scale: string): Promise<number> => {
      const { bytes } = await runLine(['export', plan, '--format', 'png', '--scale', scale, '-o', '-']);
      return Buffer.from(bytes).readUInt32BE(16);
    };
    const [one, two] = [await widthAt('1'), await widthAt('2')];
    expect(Math.abs(two - 2 * one)).toBeLessThanOrEqual(1);
  });

  test('a picture of too many pixels is refused', async () => {
    const wide = templateOf('one-public-instance');
    const [[id] = ['']] = Object.entries(wide.resources).filter(([, resource]) => resource.kind === 'region');
    const path = await folder.put('wide.vpc.json', textOf({ ...wide, layout: { ...wide.layout, [id]: { x: 0, y: 0, width: 60_000, height: 20_000 } } }));
    const { code, error } = await runLine(['export', path, '--format', 'png', '--scale', '4', '-o', folder.path('wide.png')]);
    expect([code, error]).toEqual([2, expect.stringContaining('million pixels; choose a smaller --scale')]);
    expect(await readdir(folder.path('.'))).not.toContain('wide.png');
  });

  test.each(['light', 'dark'])('an SVG in the %s theme', async (theme) => {
    await runLine(['export', plan, '--format', 'svg', '--theme', theme, '-o', folder.path('plan.svg')]);
    expect(await read('plan.svg')).toMatch(/^<svg [^]*web-1[^]*<\/svg>\s*$/);
  });

  test('a title block has the day that is given, or today', async () => {
    await runLine(['export', plan, '--format', 'svg', '--title-block', '2026-11-24', '-o', folder.path('plan.svg')]);
    expect(await read('plan.svg')).toContain('>2026-11-24</text>');
    await runLine(['export', plan, '--format', 'svg', '-o', folder.path('plan.svg'), '--title-block']);
    expect(await read('plan.svg')).toMatch(/>20\d\d-\d\d-\d\d<\/text>/);
    await runLine(['export', plan, '--format', 'svg', '-o', folder.path('plan.svg')]);
    expect(await read('plan.svg')).not.toMatch(/>20\d\d-\d\d-\d\d<\/text>/);
  });

  test('views are drawn over the nodes, and plain has no washes', async () => {
    await runLine(['export', plan, '--format', 'svg', '--view', 'routing', 'exposure', '--plain', '-o', folder.path('plan.svg')]);
    const svg = await read('plan.svg');
    expect([svg.includes('>internet: TCP 80'), svg.includes('→ igw-')]).toEqual([true, true]);
    // AWS's hues stay in lines and glyphs; nothing is filled with them.
    expect(svg).not.toMatch(/fill="#(?:8c4fff|7aa116|ed7100)" fill-opacity/);
    const { code, error } = await runLine(['export', plan, '--format', 'svg', '--view', 'everything', '-o', folder.path('plan.svg')]);
    expect([code, error]).toEqual([2, expect.stringContaining('Allowed choices are addresses, routing, security, exposure')]);
  });

  test.each(['tomorrow', '2026-13-45'])('no title block has the day %s', async (day) => {
    const { code, error } = await runLine(['export', plan, '--format', 'svg', '-o', folder.path('day.svg'), '--title-block', day]);
    expect([code, error]).toEqual([2, expect.stringContaining('Write a day like 2026-11-24')]);
  });

  test('fonts go into an SVG when they are asked for', async () => {
    const fontsIn = async (...flags: readonly string[]): Promise<number> => {
      await runLine(['export', plan, '--format', 'svg', '-o', folder.path('plan.svg'), ...flags]);
      return (await read('plan.svg')).split('@font-face').length - 1;
    };
    expect(await fontsIn()).toBe(0);
    expect(await fontsIn('--embed-fonts')).toBe(4);
  });

  test('an old output is replaced on success only', async () => {
    await folder.put('out.svg', 'old');
    await runLine(['export', folder.path('gone.vpc.json'), '--format', 'svg', '-o', folder.path('out.svg')]);
    expect(await read('out.svg')).toBe('old');
    await runLine(['export', plan, '--format', 'svg', '-o', folder.path('out.svg')]);
    expect(await read('out.svg')).not.toBe('old');
  });
});

test('a CloudFormation template says on standard error what it leaves out', async () => {
  const { code, error } = await runLine(['export', plan, '--format', 'cloudformation', '-o', folder.path('plan.json')]);
  expect(code).toBe(0);
  expect(error).toMatch(/^(?:Note: .*\n)+$/);
  expect(JSON.parse(await readFile(folder.path('plan.json'), 'utf8'))).toMatchObject({ AWSTemplateFormatVersion: '2010-09-09', Resources: expect.anything() as unknown });
});

describe('import aws', () => {
  const vpcs = '{"Vpcs": [{"VpcId": "vpc-1", "CidrBlock": "10.0.0.0/16", "IsDefault": false, "State": "available", "OwnerId": "1"}]}';
  const subnets = '{"Subnets": [{"SubnetId": "subnet-1", "VpcId": "vpc-1", "CidrBlock": "10.0.1.0/24", "AvailabilityZone": "us-east-1a"}]}';

  test('a folder becomes a design with a layout, and running it again leaves the result out', async () => {
    await mkdir(folder.path('snapshot'));
    await folder.put('snapshot/vpcs.json', vpcs);
    await folder.put('snapshot/subnets.json', subnets);
    const output = folder.path('snapshot/plan.vpc.json');
    const first = await runLine(['import', 'aws', folder.path('snapshot'), '-o', output]);
    expect(first.error).toBe('');
    expect(first.out).toMatch(/1 {2}Vpcs/);
    const design = JSON.parse(await readFile(output, 'utf8')) as ReturnType<typeof templateOf>;
    expect(Object.keys(design.resources)).toEqual(expect.arrayContaining(['vpc-1', 'subnet-1']));
    expect(Object.keys(design.layout)).toEqual(expect.arrayContaining(['vpc-1']));
    expect(await readFile(output, 'utf8')).toBe(writeDesign(design));
    const text = await readFile(output, 'utf8');
    await runLine(['import', 'aws', folder.path('snapshot'), '-o', output]);
    expect(await readFile(output, 'utf8')).toBe(text);
  });

  test('laid over a design, what was drawn stays and what has changed is listed', async () => {
    const path = await folder.put('vpcs.json', vpcs);
    await runLine(['import', 'aws', path, '-o', folder.path('plan.vpc.json')]);
    const plan = JSON.parse(await readFile(folder.path('plan.vpc.json'), 'utf8')) as ReturnType<typeof templateOf>;
    const drawn = { ...plan, resources: { ...plan.resources, 'client-1': { kind: 'client', name: 'laptop', operatingSystem: 'linux', blockedPorts: {} } } };
    await folder.put('plan.vpc.json', writeDesign(drawn));
    const more = await folder.put('subnets.json', subnets);
    const { out, error } = await runLine(['import', 'aws', path, more, '--over', folder.path('plan.vpc.json'), '-o', folder.path('later.vpc.json')]);
    expect(error).toBe('');
    expect(out).toMatch(/^New\n(?: {2}- .*\n)* {2}- subnet subnet-1$/m);
    const later = JSON.parse(await readFile(folder.path('later.vpc.json'), 'utf8')) as ReturnType<typeof templateOf>;
    expect(Object.keys(later.resources)).toEqual(expect.arrayContaining(['vpc-1', 'subnet-1', 'client-1']));
    expect(later.layout).toEqual(plan.layout);
  });

  test('the design it is laid over is not written to', async () => {
    const path = await folder.put('vpcs.json', vpcs);
    await runLine(['import', 'aws', path, '-o', folder.path('plan.vpc.json')]);
    const { code, error } = await runLine(['import', 'aws', path, '--over', folder.path('plan.vpc.json'), '-o', folder.path('plan.vpc.json')]);
    expect(code).toBe(2);
    expect(error).toContain('is also the input');
  });

  test('files and standard input together, the design on standard output', async () => {
    const path = await folder.put('subnets.json', subnets);
    const { out, error } = await runLine(['import', 'aws', '-', path, '-o', '-'], { stdin: vpcs });
    expect(Object.keys((JSON.parse(out) as ReturnType<typeof templateOf>).resources)).toEqual(expect.arrayContaining(['vpc-1', 'subnet-1']));
    expect(error).toContain('Subnets');
  });

  test('what is skipped in a folder is noted', async () => {
    await mkdir(folder.path('snapshot'));
    await folder.put('snapshot/vpcs.json', vpcs);
    await folder.put('snapshot/README.md', '# About');
    const { out } = await runLine(['import', 'aws', folder.path('snapshot'), '-o', folder.path('out.vpc.json')]);
    expect(out).toContain('README.md is not JSON and was skipped.');
  });

  test('a folder without JSON makes nothing', async () => {
    await mkdir(folder.path('snapshot'));
    expect(await runLine(['import', 'aws', folder.path('snapshot'), '-o', folder.path('out.vpc.json')])).toMatchObject({ code: 2, error: expect.stringContaining('holds no JSON file') as string });
    expect(await readdir(folder.path('.'))).not.toContain('out.vpc.json');
  });

  test.skipIf(!hasSamples).each(['hybrid-cloud-aws', 'test-vpc-peering-multi-account', 'test-transit-gateway-multi-table', 'cloudmapper-demo'])('the snapshot %s (needs ../shared/samples)', async (name) => {
    const output = folder.path('out.vpc.json');
    const { code, error } = await runLine(['import', 'aws', `${SAMPLES}/${name}`, '-o', output]);
    // 1 where the snapshot holds what is not modelled; none of them is unreadable.
    expect(code).toBeLessThan(2);
    expect(error).toBe('');
    expect((await runLine(['check', output])).code).toBeLessThan(2);
    expect((await runLine(['exposure', output])).code).toBe(0);
  });
});

test('progress is shown on a terminal and nothing is left of it', async () => {
  const { error } = await runLine(['export', plan, '--format', 'svg', '-o', folder.path('plan.svg')], { isTerminal: true });
  expect(error).toMatch(/^\r\u001B\[KDrawing svg\r\u001B\[K$/);
});
