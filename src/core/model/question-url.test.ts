import { describe, expect, test } from 'vitest';
import { readPageUrl, withPageOf } from './question-url.ts';

describe('a web address as a question', () => {
  const cases: readonly (readonly [text: string, page: ReturnType<typeof readPageUrl>])[] = [
    ['https://web-1', { to: 'web-1', scheme: 'https', port: 443 }],
    ['http://web-1/', { to: 'web-1', scheme: 'http', port: 80 }],
    ['HTTPS://203.0.113.10:8443/login?next=/', { to: '203.0.113.10', scheme: 'https', port: 8443 }],
    ['http://[2001:db8::10]:8080', { to: '2001:db8::10', scheme: 'http', port: 8080 }],
    ['http://ec2-203-0-113-25.compute-1.amazonaws.com', { to: '203.0.113.25', scheme: 'http', port: 80 }],
    ['http://ec2-203-0-113-25.eu-central-1.compute.amazonaws.com/', { to: '203.0.113.25', scheme: 'http', port: 80 }],
    ['https://ip-10-0-1-5.ec2.internal', { to: '10.0.1.5', scheme: 'https', port: 443 }],
    ['http://ec2-203-0-113-999.compute-1.amazonaws.com', { to: 'ec2-203-0-113-999.compute-1.amazonaws.com', scheme: 'http', port: 80 }],
    ['https://web-1:65536', undefined],
    ['https://', undefined],
    ['ftp://web-1', undefined],
    ['web-1', undefined],
    ['internet:203.0.113.7', undefined],
  ];
  test.each(cases)('%s', (text, page) => {
    expect(readPageUrl(text)).toEqual(page);
  });

  test('the address wins over port and protocol beside it', () => {
    expect(withPageOf({ from: 'internet', to: 'https://web-1:8443', protocol: 'udp', port: 80, client: 'linux' })).toEqual({ from: 'internet', to: 'web-1', protocol: 'tcp', port: 8443, scheme: 'https', client: 'linux' });
    expect(withPageOf({ from: 'internet', to: 'web-1', port: 80 })).toEqual({ from: 'internet', to: 'web-1', port: 80 });
  });
});
