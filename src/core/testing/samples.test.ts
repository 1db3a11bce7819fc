import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { diagnose } from '../diagnosis/diagnose.ts';
import { readFiles } from '../exchange/read-files.ts';
import type { Diagnosis } from '../findings/diagnosis.ts';
import type { Design } from '../model/design.ts';
import type { Question } from '../model/question.ts';

const SAMPLES = resolve(import.meta.dirname, '../../../../shared/samples/aws-describe');
const isHere = existsSync(join(SAMPLES, 'cases.json'));

interface SampleEnd {
  readonly kind: string;
  readonly id?: string;
  readonly ip?: string;
}
interface SampleCase {
  readonly id: string;
  readonly fixture: string;
  readonly source: SampleEnd;
  readonly destination: SampleEnd;
  readonly protocol: 'tcp' | 'udp' | 'icmp';
  readonly dstPort: number | null;
  readonly srcPort?: number;
  readonly icmpType?: number;
  readonly icmpCode?: number;
  readonly direction: 'connection' | 'forward-only';
  readonly expected: 'reachable' | 'blocked';
  readonly blockedBy?: { readonly component: string; readonly resource: string; readonly leg: string };
  readonly alsoAcceptable?: readonly string[];
}

/** The words of the cases for our components. */
const COMPONENTS: Readonly<Record<string, readonly string[]>> = {
  sg: ['security-group'],
  nacl: ['network-acl'],
  igw: ['internet-gateway', 'public-ip'],
  'no-public-ip': ['public-ip'],
  route: ['route-table'],
  nat: ['nat-gateway'],
  tgw: ['transit-gateway', 'transit-gateway-attachment'],
  'instance-state': ['instance-state'],
  'no-target': ['no-such-target'],
};

function listFiles(folder: string): readonly string[] {
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    return statSync(path).isDirectory() ? listFiles(path) : [path];
  });
}

function importSample(fixture: string): Design {
  const root = join(SAMPLES, fixture);
  const files = listFiles(root).map((path) => ({ path: relative(root, path), content: readFileSync(path, 'utf8') }));
  const reply = readFiles({ files }.files);
  if (!reply.ok) throw new Error(reply.problem.message);
  return reply.value.design;
}

function endpointOf({ kind, id, ip }: SampleEnd): string {
  if (kind === 'internet') return ip === undefined ? 'internet' : `internet:${ip}`;
  if (kind === 'subnet' || kind === 'ip') return ip ?? '';
  return id ?? '';
}

function questionOf(sample: SampleCase): Question {
  return {
    from: endpointOf(sample.source),
    to: endpointOf(sample.destination),
    protocol: sample.protocol,
    ...(sample.dstPort !== null && { port: sample.dstPort }),
    ...(sample.srcPort !== undefined && { sourcePort: sample.srcPort }),
    ...(sample.icmpType !== undefined && { icmpType: sample.icmpType }),
    ...(sample.icmpCode !== undefined && { icmpCode: sample.icmpCode }),
  };
}

/** Names what is wrong with an answer; nothing where it is right. */
function judge(sample: SampleCase, answer: Diagnosis): string | undefined {
  if (answer.verdict === 'undetermined') return 'undetermined';
  if (answer.verdict !== sample.expected) return `wrong: ${answer.verdict} instead of ${sample.expected}: ${answer.sentence}`;
  const { blockedBy } = sample;
  if (!blockedBy) return undefined;
  const accepted = [blockedBy.component, ...(sample.alsoAcceptable ?? [])].flatMap((word) => COMPONENTS[word] ?? []);
  const named = answer.blockers.filter(({ component, leg }) => accepted.includes(component) && leg === blockedBy.leg);
  // Another component than the expected one names another resource; the expected one has to name the expected resource.
  const isNamed = named.some(({ component, resource }) => resource === blockedBy.resource || !(COMPONENTS[blockedBy.component] ?? []).includes(component) || component === 'public-ip');
  return isNamed ? undefined : `wrong blocker: ${answer.blockers.map(({ leg, component, resource }) => `${leg} ${component} ${resource}`).join(', ')}`;
}

test.skipIf(!isHere)('every sample question is answered right, with its blocker, resource and leg (needs the folder of account samples beside the project)', () => {
  const cases = JSON.parse(readFileSync(join(SAMPLES, 'cases.json'), 'utf8')) as readonly SampleCase[];
  const designs = new Map<string, Design>();
  const results = cases.map((sample) => {
    const design = designs.get(sample.fixture) ?? importSample(sample.fixture);
    designs.set(sample.fixture, design);
    const reply = diagnose(design, questionOf(sample));
    return { id: sample.id, result: reply.ok ? judge(sample, reply.value) : `error: ${reply.problem.message}` };
  });
  expect(results.filter(({ result }) => result !== undefined)).toEqual([]);
  expect(results).toHaveLength(cases.length);
});
