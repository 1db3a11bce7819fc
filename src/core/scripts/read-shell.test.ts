import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readShell } from './read-shell.ts';

const run = (text: string): readonly string[] => readShell(text).commands.map(({ line, name, args }) => [`${line}:`, name, ...args].join(' '));

describe('the commands of a script', () => {
  const cases: readonly { readonly name: string; readonly text: string; readonly expected: readonly string[] }[] = [
    { name: 'one after another, comments left out', text: '#!/bin/bash\n# yum install x\nyum update -y\nyum -y install httpd # and more', expected: ['3: yum update -y', '4: yum -y install httpd'] },
    { name: 'joined by && and ;', text: 'a 1 && b 2; c 3', expected: ['1: a 1', '1: b 2', '1: c 3'] },
    { name: 'over several lines', text: 'dnf install -y \\\n  httpd \\\n  php\nsystemctl start httpd', expected: ['1: dnf install -y httpd php', '4: systemctl start httpd'] },
    { name: 'quotes taken off', text: `echo "yum install" 'a b'`, expected: ['1: echo yum install a b'] },
    { name: 'a document is data', text: 'cat > /x <<EOF\nyum install httpd\nEOF\nls', expected: ['1: cat', '4: ls'] },
    { name: 'a document for a shell is run', text: 'sudo -u ec2-user bash <<EOF\nnpm install\nEOF', expected: ['1: bash', '2: npm install'] },
    { name: 'behind sudo, env and nohup', text: 'sudo -E -u root env A=1 nohup /usr/bin/python3 app.py &', expected: ['1: python3 app.py'] },
    { name: 'in a string for a shell', text: `su - ec2-user -c "cd app && npm start"`, expected: ['1: su - ec2-user -c cd app && npm start', '1: cd app', '1: npm start'] },
    { name: 'in branches and loops', text: 'if which apt; then\n apt-get update\nelse\n yum update\nfi\nfor x in a b; do pip install $x; done', expected: ['1: which apt', '2: apt-get update', '4: yum update', '6: pip install $x'] },
    { name: 'in substitutions', text: 'TOKEN=$(curl -s http://169.254.169.254/latest/api/token)\necho "$(aws s3 ls)"', expected: ['1: curl -s http://169.254.169.254/latest/api/token', '2: aws s3 ls', '2: echo $(aws s3 ls)'] },
    { name: 'with variables that are known', text: 'BUCKET=photos\nexport KEY="a/$BUCKET"\naws s3 cp s3://${BUCKET}/$KEY .', expected: ['2: export KEY=a/photos', '3: aws s3 cp s3://photos/a/photos .'] },
    { name: 'an unknown variable stays', text: 'aws s3 ls s3://$1', expected: ['1: aws s3 ls s3://$1'] },
  ];
  test.each(cases)('$name', ({ text, expected }) => {
    expect(run(text)).toEqual(expected);
  });

  test('which are not always run', () => {
    const { commands } = readShell('a || b\nif c; then d; fi\ne &\nf && g');
    expect(commands.filter(({ isConditional }) => isConditional).map(({ name }) => name)).toEqual(['b', 'c', 'd']);
    expect(commands.filter(({ isInBackground }) => isInBackground).map(({ name }) => name)).toEqual(['e']);
  });
});

test.each([
  ['#!/bin/bash -xe\na', true],
  ['#!/bin/bash\nset -euxo pipefail', true],
  ['set -o errexit', true],
  ['set -x', false],
  ['if x; then set -e; fi', false],
])('%j ends at the first failure: %s', (text, expected) => {
  expect(readShell(text).endsAtFailure).toBe(expected);
});

test('what bash cannot read is told with its line', () => {
  expect(readShell('ls\nif true; then\n  ls\n').faults.map(({ line }) => line)).not.toEqual([]);
  expect(readShell('#!/bin/bash\ncurl -s "https://example.com/a?b=1&c=2" | tar xz\n[[ -f /x ]] && echo $((1+2))').faults).toEqual([]);
});

test('any text can be read', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string({ maxLength: 200 }), fc.array(fc.constantFrom('if', 'then', 'fi', '$(', ')', '`', '"', "'", '<<E', 'E', '\n', ';', '&&', '||', '{', '}', 'sudo', 'bash -c', 'x=1', '$x', '#'), { maxLength: 30 }).map((words) => words.join(' '))), (text) => {
      const lines = text.split('\n').length;
      for (const { line } of readShell(text).commands) expect(line).toBeLessThanOrEqual(lines);
    }),
    { numRuns: 2000 },
  );
});
