import { describe, expect, test } from 'vitest';
import { readSockets } from './read-sockets.ts';

/** What was read, each as `tcp 0.0.0.0 80 nginx`. */
function read(text: string): readonly string[] | string {
  const reply = readSockets(text);
  return reply.ok ? reply.value.sockets.map(({ protocol, address, port, process, isIpv6Only }) => [protocol, address, port, process ?? '-', ...(isIpv6Only ? ['IPv6 alone'] : [])].join(' ')) : reply.problem.message;
}

const SS_TCP = `[ec2-user@ip-10-0-1-10 ~]$ sudo ss -ltnp
State   Recv-Q  Send-Q   Local Address:Port    Peer Address:Port  Process
LISTEN  0       511            0.0.0.0:80           0.0.0.0:*      users:(("nginx",pid=2211,fd=6),("nginx",pid=2210,fd=6))
LISTEN  0       511               [::]:80              [::]:*      users:(("nginx",pid=2211,fd=7),("nginx",pid=2210,fd=7))
LISTEN  0       128            0.0.0.0:22           0.0.0.0:*      users:(("sshd",pid=1633,fd=3))
LISTEN  0       4096     127.0.0.53%lo:53           0.0.0.0:*      users:(("systemd-resolve",pid=410,fd=14))
LISTEN  0       70           127.0.0.1:33060        0.0.0.0:*
LISTEN  0       511                  *:8080               *:*      users:(("node",pid=3001,fd=18))
LISTEN  0       100          [::ffff:10.0.1.10]:9000      *:*      users:(("java",pid=9,fd=1))
`;

const SS_UDP = `State  Recv-Q Send-Q         Local Address:Port Peer Address:PortProcess
UNCONN 0      0                  127.0.0.1:323       0.0.0.0:*    users:(("chronyd",pid=1553,fd=5))
UNCONN 0      0      10.0.1.10%ens5:68        0.0.0.0:*    users:(("systemd-network",pid=1,fd=1))
UNCONN 0      0                      [::1]:323          [::]:*    users:(("chronyd",pid=1553,fd=6))
`;

const SS_BOTH = `Netid State  Recv-Q Send-Q Local Address:Port Peer Address:Port
udp   UNCONN 0      0      0.0.0.0:53         0.0.0.0:*
tcp   LISTEN 0      10     0.0.0.0:53         0.0.0.0:*
tcp   ESTAB  0      0      10.0.1.10:22       198.51.100.7:51522
`;

const NETSTAT = `Active Internet connections (only servers)
Proto Recv-Q Send-Q Local Address           Foreign Address         State       PID/Program name
tcp        0      0 0.0.0.0:80              0.0.0.0:*               LISTEN      2210/nginx: master
tcp6       0      0 :::80                   :::*                    LISTEN      2210/nginx: master
tcp        0      0 127.0.0.1:3306          0.0.0.0:*               LISTEN      912/mysqld
tcp6       0      0 ::1:631                 :::*                    LISTEN      -
udp        0      0 0.0.0.0:68              0.0.0.0:*                           567/dhclient
`;

const WINDOWS = `
Active Connections

  Proto  Local Address          Foreign Address        State           PID
  TCP    0.0.0.0:80             0.0.0.0:0              LISTENING       4
  TCP    0.0.0.0:3389           0.0.0.0:0              LISTENING       1044
  TCP    10.0.1.10:3389         198.51.100.7:50123     ESTABLISHED     1044
  TCP    [::]:80                [::]:0                 LISTENING       4
  UDP    0.0.0.0:123            *:*                                    1168
`;

const GERMAN = `  Proto  Lokale Adresse         Remoteadresse          Status           PID
  TCP    127.0.0.1:8080         0.0.0.0:0              ABHÖREN         4711
 [tomcat9.exe]
`;

const NOT_UNDERSTOOD = 'This is not the output of ss -ltnp, ss -lunp, netstat -ltnp or netstat -ano; paste its lines as they stand.';

describe('what listens, from pasted text', () => {
  const cases: readonly (readonly [name: string, text: string, expected: readonly string[] | string])[] = [
    ['ss -ltnp', SS_TCP, ['tcp 0.0.0.0 22 sshd', 'tcp 127.0.0.53 53 systemd-resolve', 'tcp :: 80 nginx', 'tcp :: 8080 node', 'tcp 10.0.1.10 9000 java', 'tcp 127.0.0.1 33060 -']],
    ['ss -lunp', SS_UDP, ['udp 10.0.1.10 68 systemd-network', 'udp 127.0.0.1 323 chronyd', 'udp ::1 323 chronyd']],
    ['ss -tuln', SS_BOTH, ['tcp 0.0.0.0 53 -', 'udp 0.0.0.0 53 -']],
    ['netstat -ltunp', NETSTAT, ['tcp :: 80 nginx', 'tcp ::1 631 -', 'tcp 127.0.0.1 3306 mysqld', 'udp 0.0.0.0 68 dhclient']],
    ['netstat -ano of Windows', WINDOWS, ['tcp :: 80 -', 'tcp 0.0.0.0 3389 -', 'udp 0.0.0.0 123 -']],
    ['netstat -anob of a German Windows', GERMAN, ['tcp 127.0.0.1 8080 tomcat9']],
    ['rows without a head', 'LISTEN 0 511 *:80 *:* users:(("httpd",pid=1,fd=4))', ['tcp :: 80 httpd']],
    ['lines that end as on Windows', 'LISTEN 0 511 0.0.0.0:80 0.0.0.0:*\r\nLISTEN 0 5 0.0.0.0:81 0.0.0.0:*\r\n', ['tcp 0.0.0.0 80 -', 'tcp 0.0.0.0 81 -']],
    ['the process on a line of its own', 'LISTEN 0 511 0.0.0.0:80 0.0.0.0:*\n     users:(("httpd",pid=1,fd=4))', ['tcp 0.0.0.0 80 httpd']],
    ['[::] of ss takes no IPv4', 'LISTEN 0 511 [::]:80 [::]:* users:(("nginx",pid=1,fd=4))', ['tcp :: 80 nginx IPv6 alone']],
    ['::: of netstat may take IPv4 too', 'tcp6 0 0 :::80 :::* LISTEN 1/nginx', ['tcp :: 80 nginx']],
    ['every address of lo', 'LISTEN 0 511 *%lo:80 *:*', ['tcp 127.0.0.1 80 -']],
    ['a head alone: nothing listens', 'State Recv-Q Send-Q Local Address:Port Peer Address:Port Process\n', []],
    ['nothing', '', NOT_UNDERSTOOD],
    ['something else', 'ss: command not found', NOT_UNDERSTOOD],
    ['a service file', '[Unit]\nDescription=web', NOT_UNDERSTOOD],
    ['words for ports', 'State Recv-Q Send-Q\nLISTEN 0 511 0.0.0.0:http 0.0.0.0:*', 'Line 2 names port http by a word; run the command with -n, which prints numbers.'],
    ['a row that was cut', 'LISTEN 0 511', 'Line 1 is cut off or changed; paste the lines as they stand.'],
    ['no address', 'LISTEN 0 511 here:80 0.0.0.0:*', 'Line 1: here:80 is no address and port; paste the lines as they stand.'],
  ];
  test.each(cases)('%s', (_, text, expected) => {
    expect(read(text)).toEqual(expected);
  });

  const covered: readonly (readonly [name: string, text: string, covers: readonly string[]])[] = [
    ['ss -ltnp', SS_TCP, ['tcp']],
    ['ss -lunp', SS_UDP, ['udp']],
    ['netstat -ano', WINDOWS, ['tcp', 'udp']],
    ['an empty table of both', 'Netid State Recv-Q Send-Q', ['tcp', 'udp']],
    ['an empty table of ss -ltnp', 'State Recv-Q Send-Q Local Address:Port', ['tcp']],
  ];
  test.each(covered)('%s looks at its protocols alone', (_, text, covers) => {
    const reply = readSockets(text);
    expect(reply.ok && reply.value.covers).toEqual(covers);
  });
});
