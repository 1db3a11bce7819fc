import { expect, test } from 'vitest';
import type { Instance } from '../model/resources/index.ts';
import { readUserData } from './read-user-data.ts';
import { startedServices } from './started-services.ts';

const BASH = '#!/bin/bash\n';

const cases: readonly { readonly name: string; readonly script: string; readonly on?: Instance['operatingSystem']; readonly expected: readonly string[] }[] = [
  { name: 'a web server by systemd', script: 'dnf install -y httpd\nsystemctl enable --now httpd', expected: ['80 http 0.0.0.0 (3)'] },
  { name: 'with TLS', script: 'dnf install -y httpd mod_ssl\nsystemctl start httpd.service', expected: ['80 http 0.0.0.0 (3)', '443 https 0.0.0.0 (3)'] },
  { name: 'as it was done before', script: 'yum install -y httpd\nservice httpd start', expected: ['80 http 0.0.0.0 (3)'] },
  { name: 'installed alone on Amazon Linux', script: 'dnf install -y nginx', expected: [] },
  { name: 'installed alone on Ubuntu', script: 'apt-get update\napt-get install -y nginx', on: 'ubuntu', expected: ['80 http 0.0.0.0 (3)'] },
  { name: 'enabled alone', script: 'systemctl enable httpd', expected: [] },
  { name: 'in a branch', script: 'if test -f /x; then systemctl start httpd; fi', expected: [] },
  { name: 'Flask on one address', script: 'flask run --host=0.0.0.0 --port=80', expected: ['80 http 0.0.0.0 (2)'] },
  { name: 'Flask as it comes', script: 'flask run &', expected: ['5000 http 127.0.0.1 (2)'] },
  { name: "Python's own server", script: 'nohup python3 -m http.server 8080 &', expected: ['8080 http 0.0.0.0 (2)'] },
  { name: "Python's own server on loopback", script: 'python3 -m http.server --bind 127.0.0.1', expected: ['8000 http 127.0.0.1 (2)'] },
  { name: 'a container', script: 'docker run -d -p 80:3000 -p 127.0.0.1:9090:9090 app', expected: ['80 http 0.0.0.0 (2)', '9090 other 127.0.0.1 (2)'] },
  { name: 'a database of Debian on loopback', script: 'apt-get install -y mysql-server', on: 'ubuntu', expected: ['3306 mysql 127.0.0.1 (2)'] },
  { name: 'a database that is bound to loopback on Ubuntu alone', script: 'apt-get install -y mariadb-server', on: 'ubuntu', expected: ['3306 mysql 127.0.0.1 (2)'] },
  { name: 'the same on Amazon Linux', script: 'systemctl start mariadb', expected: ['3306 mysql 0.0.0.0 (2)'] },
  { name: 'stopped again', script: 'systemctl start nginx\nsystemctl stop nginx', expected: [] },
  { name: 'stopped, and started after that', script: 'service nginx stop\nservice nginx start', expected: ['80 http 0.0.0.0 (3)'] },
  { name: 'another port may be configured', script: "sed -i 's/Listen 80/Listen 8080/' /etc/httpd/conf/httpd.conf\nsystemctl start httpd", expected: [] },
  { name: 'configured by a document', script: 'cat > /etc/nginx/conf.d/app.conf <<EOF\nserver { listen 8080; }\nEOF\nsystemctl start nginx', expected: [] },
  { name: 'a configuration that is only looked at', script: 'grep Listen /etc/httpd/conf/httpd.conf\nsystemctl start httpd', expected: ['80 http 0.0.0.0 (3)'] },
  { name: 'the pages of a server are no configuration', script: 'echo hello > /var/www/html/index.html\nsystemctl start httpd', expected: ['80 http 0.0.0.0 (3)'] },
  { name: 'installed in a branch on Ubuntu', script: 'if test -f /x; then apt-get install -y nginx; fi', on: 'ubuntu', expected: [] },
  { name: 'a unit that is not known', script: 'systemctl start my-app', expected: [] },
  { name: 'what is only said', script: 'echo systemctl start httpd', expected: [] },
];

test.each(cases)('$name', ({ script, on = 'amazon-linux-2023', expected }) => {
  expect(startedServices(readUserData(BASH + script), on).map(({ port, scheme, bindAddress, line }) => `${port} ${scheme} ${bindAddress} (${line})`)).toEqual(expected);
});

test('a cloud-config that writes the configuration of a server says nothing of its port', () => {
  const config = '#cloud-config\nwrite_files:\n  - path: /etc/nginx/nginx.conf\n    content: x\nruncmd:\n  - systemctl start nginx\n';
  expect(startedServices(readUserData(config), 'amazon-linux-2023')).toEqual([]);
  expect(startedServices(readUserData(config.replace('/etc/nginx/nginx.conf', '/srv/index.html')), 'amazon-linux-2023').map(({ port, line }) => [port, line])).toEqual([[80, 6]]);
});
