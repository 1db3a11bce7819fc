import { describe, expect, test } from 'vitest';
import { drawDesign, drawSmallNetwork, keyOf } from '../testing/draw-design.ts';
import { moveInOutline } from './outline-keys.ts';
import { listOutlineRows } from './outline-rows.ts';
import { pointedRow } from './use-outline-drop.ts';
import { choosingOf, listRange } from './use-outline-selection.ts';

const design = drawSmallNetwork();
const rowsOf = (folded: readonly string[] = []) => listOutlineRows({ design, facts: {}, folded: new Set(folded.map((name) => keyOf(design, name))) });

describe('the outline', () => {
  test('lists containers with what stands in them, and the rules of a VPC after it', () => {
    expect(rowsOf().map(({ level, name }) => `${'  '.repeat(level - 1)}${name}`)).toEqual([
      'Internet',
      'us-east-1',
      '  app',
      '    igw',
      '    us-east-1a',
      '      a',
      '        web',
      '    us-east-1b',
      '      b',
      '        db',
      '    rtb-app-main',
      '    acl-app-default',
      '    default-app',
    ]);
  });

  test('hides what is inside of a folded line', () => {
    expect(rowsOf(['app']).map(({ name }) => name)).toEqual(['Internet', 'us-east-1', 'app']);
    expect(rowsOf(['app']).find(({ name }) => name === 'app')).toMatchObject({ isOpen: false, hasChildren: true });
  });

  test('puts VPN connections under their customer gateway and Elastic IP addresses under their Region', () => {
    const office = drawDesign([
      ['region', 'us-east-1'],
      ['vpc', 'app', 'us-east-1'],
      ['virtual-private-gateway', 'vgw', 'app'],
      ['on-premises-network', 'office'],
      ['customer-gateway', 'cgw', 'office'],
      ['vpn-connection', 'vpn', 'vgw'],
      ['elastic-ip', 'spare', 'us-east-1'],
    ]);
    const rows = listOutlineRows({ design: office, facts: {}, folded: new Set() });
    const named = (name: string) => rows.findIndex((row) => row.name === name);
    expect(rows[named('vpn')]).toMatchObject({ level: 3 });
    expect(named('vpn')).toBe(named('cgw') + 1);
    expect(rows[named('spare')]).toMatchObject({ level: 2, noun: 'Elastic IP address' });
  });
});

describe('keys in the outline', () => {
  const rows = rowsOf();
  const key = (name: string): string => keyOf(design, name);
  test.each([
    ['web', 'ArrowUp', { key: key('a') }],
    ['web', 'ArrowLeft', { key: key('a') }],
    ['a', 'ArrowLeft', { key: key('a'), fold: true }],
    ['a', 'ArrowRight', { key: key('web') }],
    ['web', 'ArrowRight', undefined],
    ['web', 'Home', { key: key('Internet') }],
    ['web', 'End', { key: key('default-app') }],
    ['web', 'Enter', { key: key('web'), choose: true }],
    ['web', 'x', undefined],
  ])('at %s, %s', (name, pressed, move) => {
    expect(moveInOutline(rows, key(name), pressed)).toEqual(move);
  });

  test('a folded line is unfolded first', () => {
    expect(moveInOutline(rowsOf(['app']), key('app'), 'ArrowRight')).toEqual({ key: key('app'), fold: false });
  });
});

describe('a pointer in the outline', () => {
  const rows = rowsOf();
  const key = (name: string): string => keyOf(design, name);
  const indexOf = (name: string): number => rows.findIndex((row) => row.name === name);
  test.each([
    ['a', 'a', 'a'],
    ['web', 'web', 'a'],
    ['igw', 'igw', 'app'],
    ['rtb-app-main', 'rtb-app-main', 'app'],
    ['us-east-1a', 'us-east-1a', 'us-east-1a'],
    ['Internet', 'Internet', undefined],
  ])('on %s means %s, else %s', (name, own, around) => {
    const keyed = (wanted: string | undefined): string | undefined => (wanted === undefined ? undefined : rows[indexOf(wanted)]?.key);
    expect(pointedRow(design, rows, indexOf(name))).toEqual({ own: keyed(own), around: keyed(around) });
  });

  test('below the last line means the canvas', () => {
    expect(pointedRow(design, rows, rows.length)).toEqual({ own: undefined, around: undefined });
  });

  test('of a range is of all its lines, the one pointed at last', () => {
    expect(listRange(rows, key('web'), key('igw')).map((one) => rows.find((row) => row.key === one)?.name)).toEqual(['web', 'a', 'us-east-1a', 'igw']);
    expect(listRange(rows, undefined, key('web'))).toEqual([key('web')]);
  });

  test.each([
    [{ shiftKey: true, ctrlKey: false, metaKey: false }, 'range'],
    [{ shiftKey: false, ctrlKey: true, metaKey: false }, 'toggle'],
    [{ shiftKey: false, ctrlKey: false, metaKey: true }, 'toggle'],
    [{ shiftKey: false, ctrlKey: false, metaKey: false }, 'only'],
  ])('%j chooses %s', (keys, how) => {
    expect(choosingOf(keys)).toBe(how);
  });
});
