import { describe, expect, test } from 'vitest';
import type { Design } from '../model/design.ts';
import { asResourceId, asRowId } from '../model/ids.ts';
import type { Client } from '../model/resources/index.ts';
import { DesignBuilder } from '../testing/design-builder.ts';
import { changeClientAddress, forgetClientAddress } from './client-address.ts';
import { after as patched } from './designs-for-tests.ts';
import type { EditResult } from './edit-result.ts';

const id = asResourceId('client-1');
const laptop: Client = { kind: 'client', name: 'laptop', operatingSystem: 'linux', address: '203.0.113.7', blockedPorts: {} };

const withClient = (given: Partial<Client>): Design => {
  const design = new DesignBuilder().region().build();
  return { ...design, resources: { ...design.resources, [id]: { ...laptop, ...given } } };
};

/** The address now, and the former ones. */
function told(design: Design, result: EditResult): readonly string[] | string {
  if (!result.ok) return result.refused;
  const client = patched(design, result).resources[id] as Client;
  return [client.address ?? 'none', ...Object.values(client.formerAddresses ?? {}).map(({ address }) => address)];
}

describe('a client that gets another address', () => {
  const former = { [asRowId('former-1')]: { address: '203.0.113.1' } };
  const cases: readonly (readonly [name: string, given: Partial<Client>, address: string, expected: readonly string[] | string])[] = [
    ['the first one', { address: undefined }, '203.0.113.7', ['203.0.113.7']],
    ['another one', {}, '203.0.113.8', ['203.0.113.8', '203.0.113.7']],
    ['a third', { formerAddresses: former }, '203.0.113.8', ['203.0.113.8', '203.0.113.1', '203.0.113.7']],
    ['back to the first', { formerAddresses: former }, '203.0.113.1', ['203.0.113.1', '203.0.113.7']],
    ['none', {}, '  ', ['none', '203.0.113.7']],
    ['inside the office nobody else sees it', { network: asResourceId('onprem-1'), address: '192.168.0.5' }, '192.168.0.6', ['192.168.0.6']],
    ['no address', {}, '203.0.113.300', '203.0.113.300 is not an IPv4 address.'],
  ];
  test.each(cases)('%s', (_, given, address, expected) => {
    const design = withClient(given);
    expect(told(design, changeClientAddress(design, { client: id, address }))).toEqual(expected);
  });

  test('forgets a former one', () => {
    const design = withClient({ formerAddresses: former });
    expect(told(design, forgetClientAddress(design, { client: id, row: asRowId('former-1') }))).toEqual(['203.0.113.7']);
    expect(told(design, forgetClientAddress(design, { client: id, row: asRowId('former-9') }))).toBe('laptop has no former address former-9.');
  });
});
