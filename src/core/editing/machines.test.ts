import { describe, expect, test } from 'vitest';
import type { Design } from '../model/design.ts';
import { asRowId } from '../model/ids.ts';
import { addPart } from './add-part.ts';
import { setDbSubnetGroup, setDbSubnetGroupSubnets } from './db-subnet-groups.ts';
import { after, firstRow, idOf, named, sampleDesign, wordsOf } from './designs-for-tests.ts';
import { listResources } from './draft.ts';
import { associateElasticIp, disassociateElasticIp } from './elastic-ip.ts';
import { addPrivateAddress, attachNetworkInterface, detachNetworkInterface, removePrivateAddress, setPrivateAddress } from './network-interfaces.ts';
import { repeatableNumbers } from './repeatable-numbers.ts';
import { addService, changeService, removeService } from './services.ts';
import { setField } from './set-field.ts';
import { setInstanceState } from './set-instance-state.ts';
import { setMultiAz } from './set-multi-az.ts';

const random = repeatableNumbers(17);
const start = sampleDesign();
/** public-b hands out addresses, and auto-1 has got one. */
const open = after(start, setField(start, { resource: idOf(start, 'public-b'), path: ['autoAssignPublicIp'], value: true }));
const design = after(open, addPart(open, { part: 'instance', container: idOf(open, 'public-b'), name: 'auto-1', random }));
const publicOf = (from: Design, name: string) => {
  const { addresses } = named(from, `eni-${name}`, 'network-interface');
  return addresses[firstRow(addresses)]?.public;
};
const state = (from: Design, name: string, wanted: 'running' | 'stopped' | 'terminated') => setInstanceState(from, { instance: idOf(from, name), state: wanted, random });

describe('stopping and starting', () => {
  const stopped = after(design, state(design, 'auto-1', 'stopped'));

  test('releases an auto-assigned address, and gives another one', () => {
    const held = publicOf(design, 'auto-1')?.address ?? '';
    expect(wordsOf(state(design, 'auto-1', 'stopped'))).toBe(`Stop auto-1, which releases ${held}`);
    expect(publicOf(stopped, 'auto-1')).toBeUndefined();
    expect(publicOf(after(stopped, state(stopped, 'auto-1', 'running')), 'auto-1')?.type).toBe('auto-assigned');
  });

  test('keeps an Elastic IP address', () => {
    const off = after(design, state(design, 'web-2', 'stopped'));
    expect(publicOf(off, 'web-2')).toEqual(publicOf(design, 'web-2'));
    expect(publicOf(after(off, state(off, 'web-2', 'running')), 'web-2')).toEqual(publicOf(design, 'web-2'));
  });

  test('gives no address to an instance of two interfaces, and says so', () => {
    const two = after(stopped, addPart(stopped, { part: 'network-interface', container: idOf(stopped, 'auto-1'), random }));
    expect(wordsOf(state(two, 'auto-1', 'running'))).toBe('Start auto-1, without a public address: it has more than one interface');
    expect(publicOf(after(two, state(two, 'auto-1', 'running')), 'auto-1')).toBeUndefined();
  });

  test('gives none where the subnet hands out none', () => {
    const closed = after(stopped, setField(stopped, { resource: idOf(stopped, 'public-b'), path: ['autoAssignPublicIp'], value: false }));
    expect(publicOf(after(closed, state(closed, 'auto-1', 'running')), 'auto-1')).toBeUndefined();
  });

  test('says what is so already', () => {
    expect(wordsOf(state(design, 'auto-1', 'running'))).toBe('auto-1 is running already.');
  });
});

describe('terminating', () => {
  const gone = after(design, state(design, 'web-1', 'terminated'));
  test('removes the primary interface, leaves the second one, and is final', () => {
    expect(Object.values(gone.resources).map(({ name }) => name)).not.toContain('eni-web-1');
    expect(named(gone, 'eni-second', 'network-interface')).not.toHaveProperty('attachment');
    expect(wordsOf(state(gone, 'web-1', 'running'))).toBe('web-1 is terminated, which is final; launch another instance.');
  });
  test('leaves an Elastic IP address allocated', () => {
    const held = publicOf(design, 'web-2')?.address;
    const left = after(design, state(design, 'web-2', 'terminated'));
    expect(listResources(left, 'elastic-ip').map(({ value }) => value.address)).toContain(held);
  });
});

describe('Elastic IP addresses', () => {
  const spare = idOf(design, 'eip-spare');
  test('replace an auto-assigned one, and it comes back when they go', () => {
    const held = after(design, associateElasticIp(design, { target: idOf(design, 'auto-1'), elasticIp: spare, random }));
    expect(publicOf(held, 'auto-1')).toEqual({ address: named(design, 'eip-spare', 'elastic-ip').address, type: 'elastic', allocation: spare });
    expect(held.resources[spare]).toBeUndefined();
    const free = after(held, disassociateElasticIp(held, { target: idOf(held, 'auto-1'), random }));
    expect(publicOf(free, 'auto-1')?.type).toBe('auto-assigned');
    expect(free.resources[spare]).toMatchObject({ kind: 'elastic-ip', address: named(design, 'eip-spare', 'elastic-ip').address });
  });
  test('replace each other, and the first stays allocated', () => {
    const before = publicOf(design, 'web-2')?.address;
    const held = after(design, associateElasticIp(design, { target: idOf(design, 'web-2'), elasticIp: spare, random }));
    expect(listResources(held, 'elastic-ip').map(({ value }) => value.address)).toEqual([before]);
  });
  test.each([
    [associateElasticIp(design, { target: idOf(design, 'eni-orders-primary'), random }), 'eni-orders-primary is run by RDS, which gives no Elastic IP addresses to its interfaces.'],
    [disassociateElasticIp(design, { target: idOf(design, 'web-1'), random }), 'web-1 holds no Elastic IP address.'],
    [associateElasticIp(design, { target: idOf(design, 'app'), random }), 'app has no network interface that could hold an Elastic IP address.'],
  ])('are refused (%#)', (result, words) => {
    expect(wordsOf(result)).toBe(words);
  });
});

describe('network interfaces', () => {
  const spare = idOf(design, 'eni-spare');
  const second = asRowId('address-2');
  test.each([
    [attachNetworkInterface(design, { networkInterface: spare, instance: idOf(design, 'web-1') }), 'Attach eni-spare to web-1'],
    [attachNetworkInterface(design, { networkInterface: idOf(design, 'eni-second'), instance: idOf(design, 'web-1') }), 'eni-second is attached to web-1; detach it first.'],
    [detachNetworkInterface(design, { networkInterface: idOf(design, 'eni-second') }), 'Detach eni-second from web-1'],
    [detachNetworkInterface(design, { networkInterface: idOf(design, 'eni-web-1') }), 'eni-web-1 is the primary interface of web-1, which AWS does not detach.'],
    [detachNetworkInterface(design, { networkInterface: idOf(design, 'eni-orders-standby') }), 'eni-orders-standby belongs to DB instance orders and is not detached by hand.'],
    [detachNetworkInterface(design, { networkInterface: spare }), 'eni-spare is attached to nothing.'],
    [addPrivateAddress(design, { networkInterface: spare }), 'Add 10.0.0.9 to eni-spare'],
    [addPrivateAddress(design, { networkInterface: spare, address: '10.0.0.77' }), 'Add 10.0.0.77 to eni-spare'],
    [addPrivateAddress(design, { networkInterface: spare, address: '10.0.0.5' }), '10.0.0.5 is held by another interface in public-a.'],
    [addPrivateAddress(design, { networkInterface: spare, address: '10.0.0.1' }), '10.0.0.1 cannot be used in public-a (10.0.0.0/24): it lies outside, or is one of the five addresses AWS keeps.'],
    [addPrivateAddress(design, { networkInterface: spare, address: '10.0.9.9' }), '10.0.9.9 cannot be used in public-a (10.0.0.0/24): it lies outside, or is one of the five addresses AWS keeps.'],
    [addPrivateAddress(design, { networkInterface: spare, address: 'ten' }), 'ten is not an IPv4 address.'],
    [setPrivateAddress(design, { networkInterface: idOf(design, 'eni-web-1'), row: asRowId('address-1'), address: '10.0.0.50' }), 'Change 10.0.0.5 of eni-web-1 to 10.0.0.50'],
    [removePrivateAddress(design, { networkInterface: spare, row: second, random }), 'Take 10.0.0.8 away from eni-spare'],
    [removePrivateAddress(design, { networkInterface: spare, row: asRowId('address-1'), random }), '10.0.0.6 is the primary address of eni-spare, which stays as long as the interface does.'],
  ])('%#', (result, words) => {
    expect(wordsOf(result)).toBe(words);
  });
});

describe('services', () => {
  const instance = idOf(design, 'web-1');
  const row = asRowId('service-1');
  test.each([
    [addService(design, { instance, service: { port: 443 } }), 'Add HTTPS on TCP 443 to web-1'],
    [addService(design, { instance, service: { port: 7777, name: ' mine ' } }), 'Add mine on TCP 7777 to web-1'],
    [addService(design, { instance, service: { port: 80 } }), 'HTTP listens on TCP 80 of web-1 already.'],
    [addService(design, { instance, service: { port: 80, protocol: 'udp' } }), 'Add port 80 on UDP 80 to web-1'],
    [addService(design, { instance, service: { port: 0 } }), '0 is not a port a service can listen on; ports are 1 to 65535.'],
    [changeService(design, { instance, row, service: { port: 8080 } }), 'Change HTTP of web-1 to HTTP on TCP 8080'],
    [removeService(design, { instance, row }), 'Take HTTP on TCP 80 away from web-1'],
    [removeService(design, { instance, row: asRowId('service-9') }), 'web-1 has no service service-9.'],
  ])('%#', (result, words) => {
    expect(wordsOf(result)).toBe(words);
  });

  test('are complete: scheme and certificate of the port, every address, running', () => {
    const served = after(design, addService(design, { instance, service: { port: 443 } }));
    expect(named(served, 'web-1', 'instance').services?.[asRowId('service-2')]).toEqual({ name: 'HTTPS', protocol: 'tcp', port: 443, scheme: 'https', bindAddress: '0.0.0.0', running: true, certificate: 'valid' });
  });

  test('keep what is not changed, and lose the certificate with TLS', () => {
    const served = after(design, addService(design, { instance, service: { port: 443, bindAddress: '127.0.0.1' } }));
    const plain = after(served, changeService(served, { instance, row: asRowId('service-2'), service: { scheme: 'http' } }));
    expect(named(plain, 'web-1', 'instance').services?.[asRowId('service-2')]).toEqual({ name: 'HTTPS', protocol: 'tcp', port: 443, scheme: 'http', bindAddress: '127.0.0.1', running: true });
  });
});

describe('Multi-AZ', () => {
  const dbInstance = idOf(design, 'orders');
  test('off takes the standby away, on puts one in the other zone', () => {
    const off = after(design, setMultiAz(design, { dbInstance, multiAz: false, random }));
    expect(Object.values(off.resources).map(({ name }) => name)).not.toContain('eni-orders-standby');
    const on = after(off, setMultiAz(off, { dbInstance, multiAz: true, random }));
    expect(on.resources[named(on, 'eni-orders-standby', 'network-interface').subnet]?.name).toBe('db-b');
  });
  test('is on already', () => {
    expect(wordsOf(setMultiAz(design, { dbInstance, multiAz: true, random }))).toBe('Multi-AZ of orders is on already.');
  });
});

describe('the DB subnet group of a database', () => {
  const [dbInstance, dbSubnetGroup] = [idOf(design, 'orders'), idOf(design, 'orders-subnets')];
  const none = after(design, setDbSubnetGroup(design, { dbInstance, dbSubnetGroup: undefined }));

  test('is taken away and given back', () => {
    expect(named(none, 'orders', 'db-instance').subnetGroup).toBeUndefined();
    const back = setDbSubnetGroup(none, { dbInstance, dbSubnetGroup });
    expect(wordsOf(back)).toBe('Put orders in orders-subnets');
    expect(after(none, back)).toEqual(design);
  });

  test('holds the subnets the database stands in', () => {
    const group = named(design, 'orders-subnets', 'db-subnet-group');
    const subnets = [idOf(design, 'db-a'), idOf(design, 'public-b')];
    const small = { ...none, resources: { ...none.resources, [dbSubnetGroup]: { ...group, subnets } } };
    expect(wordsOf(setDbSubnetGroup(small, { dbInstance, dbSubnetGroup }))).toBe('orders stands in db-b, which is not in orders-subnets; add that subnet to the group first.');
  });
});

describe('the subnets of a DB subnet group', () => {
  const dbSubnetGroup = idOf(design, 'orders-subnets');
  const ids = (...names: readonly string[]) => names.map((name) => idOf(design, name));
  test.each([
    [ids('db-a', 'db-b', 'public-b'), 'Put db-a, db-b and public-b in orders-subnets'],
    [ids('db-a'), 'orders-subnets needs subnets in at least two Availability Zones; these are in us-east-1a.'],
    [[], 'orders-subnets needs subnets in at least two Availability Zones; these are in none.'],
    [ids('db-a', 'public-b'), 'orders stands in db-b, so that subnet stays in orders-subnets.'],
    [ids('db-a', 'db-b', 'other-a'), 'other-a is not in app; a DB subnet group holds subnets of one VPC.'],
  ])('%#', (subnets, words) => {
    expect(wordsOf(setDbSubnetGroupSubnets(design, { dbSubnetGroup, subnets }))).toBe(words);
  });
});
