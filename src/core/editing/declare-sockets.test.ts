import { describe, expect, test } from 'vitest';
import type { Design } from '../model/design.ts';
import { asResourceId } from '../model/ids.ts';
import type { ListeningSocket } from '../model/listening-socket.ts';
import type { Instance, Service } from '../model/resources/index.ts';
import { DesignBuilder } from '../testing/design-builder.ts';
import { declareSockets } from './declare-sockets.ts';
import { after as patched } from './designs-for-tests.ts';

const id = asResourceId('i-1');
const nginx: Service = { name: 'shop', protocol: 'tcp', port: 443, scheme: 'https', bindAddress: '127.0.0.1', running: false, certificate: 'self-signed' };
const dns: Service = { name: 'dns', protocol: 'udp', port: 53, scheme: 'other', bindAddress: '0.0.0.0', running: true };

function machine(services?: Readonly<Record<string, Service>>): Design {
  return new DesignBuilder()
    .region()
    .vpc('vpc-1', '10.0.0.0/16')
    .subnet('subnet-a', { vpc: 'vpc-1', cidr: '10.0.1.0/24' })
    .instance('i-1', { subnet: 'subnet-a', address: '10.0.1.10', groups: [], ...(services && { more: { services } }) })
    .build();
}

const socket = (words: string): ListeningSocket => {
  const [protocol, address = '', port, process] = words.split(' ');
  return { protocol: protocol === 'udp' ? 'udp' : 'tcp', address, isIpv6Only: false, port: Number(port), process };
};

/** The services afterwards, each as `shop https tcp 127.0.0.1:443`, with `stopped` where it does not run. */
function after(design: Design, sockets: readonly string[], covers: readonly ('tcp' | 'udp')[] = ['tcp']): readonly string[] {
  const result = declareSockets(design, { instance: id, listening: { sockets: sockets.map(socket), covers } });
  const instance = patched(design, result).resources[id] as Instance;
  return Object.values(instance.services ?? {}).map(({ name, scheme, protocol, bindAddress, port, running }) => `${name} ${scheme} ${protocol} ${bindAddress}:${port}${running ? '' : ' stopped'}`);
}

describe('sockets become services', () => {
  const cases: readonly { readonly name: string; readonly design: Design; readonly sockets: readonly string[]; readonly covers?: readonly ('tcp' | 'udp')[]; readonly expected: readonly string[] }[] = [
    { name: 'unknown before', design: machine(), sockets: ['tcp :: 80 nginx', 'tcp 0.0.0.0 2222 sshd'], expected: ['nginx http tcp :::80', 'sshd ssh tcp 0.0.0.0:2222'] },
    { name: 'without a program, the usual name of the port', design: machine(), sockets: ['tcp 0.0.0.0 3306'], expected: ['MySQL mysql tcp 0.0.0.0:3306'] },
    { name: 'known: name and scheme stay, address and state are those seen', design: machine({ a: nginx }), sockets: ['tcp 0.0.0.0 443 nginx'], expected: ['shop https tcp 0.0.0.0:443'] },
    { name: 'not there any more', design: machine({ a: { ...nginx, running: true } }), sockets: ['tcp 0.0.0.0 22 sshd'], expected: ['shop https tcp 127.0.0.1:443 stopped', 'sshd ssh tcp 0.0.0.0:22'] },
    { name: 'IPv6 alone becomes every address', design: machine({ a: { ...nginx, bindAddress: '::', ipv6Only: true } }), sockets: ['tcp :: 443 nginx'], expected: ['shop https tcp :::443'] },
    { name: 'nothing listens', design: machine(), sockets: [], expected: [] },
    { name: 'a look at TCP says nothing of UDP', design: machine({ a: dns }), sockets: [], expected: ['dns other udp 0.0.0.0:53'] },
    { name: 'a look at UDP', design: machine({ a: dns }), sockets: [], covers: ['udp'], expected: ['dns other udp 0.0.0.0:53 stopped'] },
    { name: 'one port on two addresses', design: machine(), sockets: ['tcp 127.0.0.1 80 a', 'tcp 10.0.1.10 80 b'], expected: ['a http tcp 127.0.0.1:80', 'b http tcp 10.0.1.10:80'] },
  ];
  test.each(cases)('$name', ({ design, sockets, covers, expected }) => {
    expect(after(design, sockets, covers)).toEqual(expected);
  });
});
