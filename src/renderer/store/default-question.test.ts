import { asResourceId, asRowId } from '@core/model/ids.ts';
import type { Design } from '@core/model/design.ts';
import { expect, test } from 'vitest';
import { drawSmallNetwork, keyOf } from '../testing/draw-design.ts';
import { questionFrom, questionTo } from './default-question.ts';

const plain = drawSmallNetwork();
const web = asResourceId(keyOf(plain, 'web'));
const db = keyOf(plain, 'db');

function withService(): Design {
  const instance = plain.resources[web];
  if (instance?.kind !== 'instance') throw new Error('web is an instance.');
  const service = { name: 'nginx', protocol: 'tcp', port: 443, scheme: 'https', bindAddress: '0.0.0.0', running: true } as const;
  return { ...plain, resources: { ...plain.resources, [web]: { ...instance, services: { [asRowId('service-1')]: service } } } };
}

const silent = (): Design => {
  const instance = plain.resources[web];
  if (instance?.kind !== 'instance') throw new Error('web is an instance.');
  const { services: _services, ...rest } = instance;
  return { ...plain, resources: { ...plain.resources, [web]: rest } };
};

test('the internet asks first, on the port of the first service', () => {
  expect(questionTo(withService(), null, web)).toEqual({ from: 'internet', to: web, protocol: 'tcp', port: 443, scheme: 'https' });
});

test('without a service it is TCP 80', () => {
  expect(questionTo(silent(), null, web)).toEqual({ from: 'internet', to: web, protocol: 'tcp', port: 80 });
});

test('who asks stays who asked, unless it would ask itself', () => {
  expect(questionTo(silent(), { from: db, to: 'internet' }, web)).toMatchObject({ from: db, to: web });
  expect(questionTo(silent(), { from: web, to: db }, web)).toMatchObject({ from: 'internet', to: web });
});

test('from a machine, what is asked for stays; else it is the internet on 443', () => {
  expect(questionFrom(plain, { from: 'internet', to: db, port: 3306 }, web)).toEqual({ from: web, to: db, port: 3306 });
  expect(questionFrom(plain, null, web)).toEqual({ from: web, to: 'internet', protocol: 'tcp', port: 443 });
});

test('the drawn cloud is everybody outside', () => {
  expect(questionFrom(plain, { from: db, to: web, port: 80 }, keyOf(plain, 'Internet'))).toMatchObject({ from: 'internet', to: web });
});
