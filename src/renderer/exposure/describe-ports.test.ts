import { expect, test } from 'vitest';
import { describePorts } from './describe-ports.ts';

test.each([
  { protocol: 'tcp', ports: [[443, 443]], words: '443' },
  { protocol: 'tcp', ports: [[80, 80], [1024, 65535]], words: '80, 1024–65535' },
  { protocol: 'udp', ports: [[0, 65535]], words: 'all ports' },
  { protocol: 'icmp', ports: [[2048, 2303]], words: 'type 8' },
  { protocol: 'icmp', ports: [[0, 65535]], words: 'all types' },
  { protocol: '47', ports: [[0, 65535]], words: 'all' },
] as const)('$protocol $ports reads $words', ({ words, ...row }) => {
  expect(describePorts(row)).toBe(words);
});
