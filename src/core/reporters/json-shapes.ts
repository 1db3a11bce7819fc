import { z } from 'zod';
import type { Comparison } from '../findings/comparison.ts';
import { stepIds, type Diagnosis } from '../findings/diagnosis.ts';
import type { ExposureRow } from '../findings/exposure.ts';
import type { Report } from '../findings/report.ts';
import { declaredRangeKinds } from '../model/design.ts';
import { portField } from '../model/fields.ts';
import { resourceIdSchema } from '../model/ids.ts';
import { questionSchema, verdicts } from '../model/question.ts';
import { resourceSchemas, type ResourceKind } from '../model/resources/index.ts';

// Strict on purpose: a key that is added to an answer and not to its public shape fails a test.

const evidence = z.strictObject({
  at: resourceIdSchema,
  row: z.string().exactOptional(),
  direction: z.enum(['inbound', 'outbound']).exactOptional(),
  label: z.string().exactOptional(),
});
const operation = z.discriminatedUnion('op', [
  z.strictObject({ op: z.enum(['test', 'add', 'replace']), path: z.string(), value: z.unknown() }),
  z.strictObject({ op: z.literal('remove'), path: z.string() }),
]);
const fix = z.strictObject({ title: z.string(), effect: z.string().exactOptional(), patch: z.array(operation) });

const finding = z.strictObject({
  id: z.string(),
  rule: z.string(),
  severity: z.enum(['error', 'warning', 'advice']),
  message: z.string(),
  why: z.string(),
  learnMore: z.string(),
  evidence: z.array(evidence),
  fixes: z.array(fix),
});

const subnetFacts = z.strictObject({
  kind: z.literal('subnet'),
  exposure: z.enum(['public', 'private', 'undetermined']),
  because: z.string(),
  used: z.number(),
  free: z.number(),
  routeTable: z.strictObject({ id: resourceIdSchema, via: z.enum(['explicit', 'main']) }).exactOptional(),
  networkAcl: z.strictObject({ id: resourceIdSchema, via: z.enum(['explicit', 'default']) }).exactOptional(),
});
const vpcFacts = z.strictObject({ kind: z.literal('vpc'), allocated: z.number(), free: z.number() });
const groupFacts = z.strictObject({ kind: z.literal('security-group'), members: z.array(resourceIdSchema) });
const roleNeed = z.strictObject({
  instance: resourceIdSchema,
  action: z.string(),
  resource: z.string(),
  answer: z.enum(['allowed', 'denied', 'unknown']),
  because: z.string(),
});
const roleFacts = z.strictObject({
  kind: z.literal('iam-role'),
  trust: z.enum(['yes', 'no', 'unknown', 'assumed']),
  instances: z.array(resourceIdSchema),
  needs: z.array(roleNeed),
});

/** What `check --format json` prints. */
export const reportShape = z.strictObject({
  findings: z.array(finding),
  facts: z.record(z.string(), z.discriminatedUnion('kind', [subnetFacts, vpcFacts, groupFacts, roleFacts])),
}) satisfies z.ZodType<Report>;

const leg = z.enum(['request', 'reply']);
const blockerComponents = [
  'security-group',
  'network-acl',
  'route-table',
  'internet-gateway',
  'nat-gateway',
  'egress-only-internet-gateway',
  'public-ip',
  'instance-state',
  'vpc-peering-connection',
  'transit-gateway',
  'transit-gateway-attachment',
  'transit-gateway-route-table',
  'vpn-gateway',
  'vpn-connection',
  'direct-connect-gateway',
  'vpc-endpoint',
  'load-balancer',
  'target-group',
  'block-public-access',
  'no-such-target',
  'service',
  'user-data',
  'permissions',
  'personal-network',
] as const satisfies readonly Diagnosis['blockers'][number]['component'][];

const hop = z.strictObject({
  resource: z.string(),
  step: z.enum(['leave', 'security-group', 'network-acl', 'route', 'gateway', 'translate', 'arrive']),
  passed: z.boolean().nullable(),
  because: evidence.nullable(),
  sentence: z.string(),
});
const blocker = z.strictObject({
  leg,
  component: z.enum(blockerComponents),
  resource: z.string(),
  row: z.string().nullable(),
  code: z.string(),
  sentence: z.string(),
  evidence: z.array(evidence),
  fixes: z.array(fix),
  note: z.strictObject({ code: z.string(), sentence: z.string(), evidence: z.array(evidence) }).exactOptional(),
});
const step = z.strictObject({
  id: z.enum(stepIds),
  number: z.number().int().min(1).max(stepIds.length),
  title: z.string(),
  status: z.enum(['pass', 'fail', 'warning', 'your-turn', 'not-needed']),
  sentence: z.string(),
  evidence: z.array(evidence),
  code: z.string().nullable(),
  fixes: z.array(fix),
  likely: z.string().nullable(),
  instructions: z.array(z.string()),
});

const storyPart = z.strictObject({ step: z.enum(stepIds), sentence: z.string(), evidence: z.array(evidence), fixes: z.array(fix) });
const ephemeralCell = z.strictObject({
  direction: z.enum(['inbound', 'outbound']),
  passes: z.enum(['all', 'inside-vpc', 'some', 'none']),
  missing: z.array(z.tuple([portField, portField])),
  fixes: z.array(fix),
});
const ephemeralRow = z.strictObject({
  client: z.enum(['linux', 'windows', 'elb', 'nat', 'lambda']),
  name: z.string(),
  ports: z.tuple([portField, portField]),
  cells: z.array(ephemeralCell),
});

const diagnosisFields = {
  verdict: z.enum(verdicts),
  sentence: z.string(),
  question: questionSchema,
  paths: z.array(z.strictObject({ leg, hops: z.array(hop) })),
  blockers: z.array(blocker),
  steps: z.array(step),
  assumptions: z.array(z.string()),
  story: z.array(storyPart).exactOptional(),
  browser: z.strictObject({ chrome: z.string(), firefox: z.string(), sentence: z.string() }).exactOptional(),
  contradiction: z.string().exactOptional(),
  ephemeral: z.array(z.strictObject({ networkAcl: resourceIdSchema, rows: z.array(ephemeralRow) })).exactOptional(),
};

/** What `why --json` prints. */
export const diagnosisShape = z.strictObject(diagnosisFields) satisfies z.ZodType<Diagnosis>;

const questionId = z.union([z.string(), z.number()]).nullable();
/** One line of what `why --questions` prints. */
export const batchAnswerShape = z.union([z.strictObject({ id: questionId, ...diagnosisFields }), z.strictObject({ id: questionId, error: z.string() })]);

/** What `exposure --json` prints. */
export const exposureShape = z.array(
  z.strictObject({
    resource: resourceIdSchema,
    addresses: z.array(z.string()),
    from: z.array(z.string()),
    protocol: z.string(),
    ports: z.array(z.tuple([portField, portField])),
    path: z.array(z.string()),
  }),
) satisfies z.ZodType<readonly ExposureRow[]>;

const fieldChange = z.strictObject({ label: z.string(), before: z.string().nullable(), after: z.string().nullable() });
const outcome = z.strictObject({ expected: z.enum(verdicts), verdict: z.enum(verdicts).nullable() });
const reachChange = z.strictObject({ resources: z.array(z.string()), from: z.array(z.string()), traffic: z.string(), sentence: z.string() });
const kinds: readonly ResourceKind[] = resourceSchemas.map((schema) => schema.shape.kind.value);

/** What `diff --format json` prints. */
export const comparisonShape = z.strictObject({
  design: z.array(fieldChange),
  resources: z.array(
    z.strictObject({ change: z.enum(['added', 'removed', 'changed']), resource: resourceIdSchema, kind: z.enum(kinds), name: z.string(), fields: z.array(fieldChange) }),
  ),
  opens: z.array(reachChange),
  closes: z.array(reachChange),
  findings: z.strictObject({ appeared: z.array(finding), resolved: z.array(finding) }),
  expectations: z.array(
    z.strictObject({ title: z.string(), question: questionSchema, before: outcome.nullable(), after: outcome.nullable(), sentence: z.string() }),
  ),
  notes: z.array(z.string()),
}) satisfies z.ZodType<Comparison>;

const count = z.number().int().nonnegative();

/** What `plan --format json` prints: one entry for each VPC. */
export const plansShape = z.array(
  z.strictObject({
    vpc: resourceIdSchema,
    name: z.string(),
    blocks: z.array(z.string()),
    addresses: count,
    allocated: count,
    free: count,
    subnets: z.array(
      z.strictObject({
        id: resourceIdSchema,
        name: z.string(),
        cidr: z.string(),
        first: z.string(),
        last: z.string(),
        availabilityZone: z.string(),
        public: z.boolean(),
        usable: count,
        used: count,
        reserved: z.array(z.strictObject({ address: z.string(), for: z.enum(['network', 'router', 'dns', 'future', 'broadcast']) })),
      }),
    ),
    gaps: z.array(z.strictObject({ first: z.string(), last: z.string(), addresses: count, largest: z.number() })),
    forecast: z.array(
      z.strictObject({ name: z.string(), cidr: z.string(), kind: z.enum([...declaredRangeKinds, 'vpc', 'usual']), overlaps: z.string().nullable(), instead: z.string().nullable(), sentence: z.string() }),
    ),
    fitsAll: z.array(z.strictObject({ block: z.string(), instead: z.string() })),
    ipv6: z.strictObject({ blocks: z.array(z.string()), subnetBlocks: count, taken: count, next: z.string().nullable() }).nullable(),
  }),
);

/** Every shape that is part of the public contract, by the name of its file in `docs/schemas`. */
export const jsonShapes = {
  check: { title: 'reachable check --format json', shape: reportShape },
  why: { title: 'reachable why --json', shape: diagnosisShape },
  'why-questions': { title: 'One line of reachable why --questions', shape: batchAnswerShape },
  exposure: { title: 'reachable exposure --json', shape: exposureShape },
  diff: { title: 'reachable diff --format json', shape: comparisonShape },
  plan: { title: 'reachable plan --format json', shape: plansShape },
} as const;

const INDENT = 2;

/** The JSON Schema (draft 2020-12) of a shape, as text. */
export function writeJsonSchema(name: keyof typeof jsonShapes): string {
  const { title, shape } = jsonShapes[name];
  const { $schema, ...schema } = z.toJSONSchema(shape, { io: 'output', unrepresentable: 'any' });
  return `${JSON.stringify({ $schema, title, ...schema }, null, INDENT)}\n`;
}
