import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Instance } from '../model/resources/index.ts';
import { awsServicesIn } from './aws-services.ts';
import { describeScript } from './describe-script.ts';
import { mendableFaults } from './mend-script.ts';
import { readUserData } from './read-user-data.ts';
import { readAwsCalls, scriptNeedsOf } from './script-needs.ts';
import { startedServices } from './started-services.ts';

const HEADS = ['', '#!/bin/bash\n', '#cloud-config\n', 'Content-Type: multipart/mixed; boundary="b"\n\n--b\nContent-Type: text/x-shellscript\n\n', '<powershell>\n', '\uFEFF#!', '#!/usr/bin/env bash -e\r\n'];
const WORDS = ['yum install', 'httpd', '-y', '"', "'", '`', '$(', ')', '${', '}', '<<EOF', 'EOF', '\n', '\r\n', '--b', '--b--', 'runcmd:', '- ', '[', ']', '{', 'packages:', '&a', '*a', '!!set', '|', '>', '\t', 'aws s3 cp', 's3://b/k', 'curl http://x', 'systemctl enable', 'nginx', 'flask run -p', '99999', 'if', 'then', 'fi', '&&', '\\', '\u0000', '#'];

const systems: readonly Instance['operatingSystem'][] = ['amazon-linux-2023', 'amazon-linux-2', 'ubuntu', 'windows', 'other'];
const text = fc.tuple(fc.constantFrom(...HEADS), fc.oneof(fc.string({ maxLength: 120 }), fc.string({ unit: 'binary', maxLength: 60 }), fc.array(fc.constantFrom(...WORDS), { maxLength: 30 }).map((words) => words.join(' ')))).map((parts) => parts.join(''));

test('any text has an answer, and its lines are lines of it', () => {
  fc.assert(
    fc.property(text, fc.constantFrom(...systems), (userData, operatingSystem) => {
      const count = userData.split('\n').length;
      const data = readUserData(userData);
      const services = startedServices(data, operatingSystem);
      const lines = [...data.commands, ...data.faults, ...services, ...scriptNeedsOf(data), ...readAwsCalls(userData), ...mendableFaults({ userData, operatingSystem, region: 'us-east-1' }).map(([{ line = 1 }]) => ({ line }))].map(({ line }) => line);
      expect(lines.filter((line) => !(line >= 1 && line <= count))).toEqual([]);
      expect(services.filter(({ port }) => !(port >= 0 && port <= 65_535))).toEqual([]);
      expect([...awsServicesIn(data), ...describeScript(data, operatingSystem)].filter((said) => /undefined|NaN/.test(said))).toEqual([]);
    }),
    { numRuns: 1500 },
  );
});

test('a text far longer than EC2 takes is not read', () => {
  expect(readUserData(`#!/bin/bash\n${'('.repeat(1_000_000)}`)).toMatchObject({ commands: [], isWhole: false });
});
