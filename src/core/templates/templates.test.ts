import { describe, expect, test } from 'vitest';
import { diagnose } from '../diagnosis/diagnose.ts';
import type { Diagnosis, StepStatus } from '../findings/diagnosis.ts';
import { listExposure } from '../exposure/list-exposure.ts';
import { findDanglingReferences } from '../lookup/dangling-references.ts';
import { stepIds } from '../findings/diagnosis.ts';
import type { Design } from '../model/design.ts';
import { asResourceId } from '../model/ids.ts';
import { parseDesign } from '../model/parse-design.ts';
import type { Question } from '../model/question.ts';
import { writeDesign } from '../model/write-design.ts';
import { applyPatch } from '../patch/apply-patch.ts';
import type { Patch } from '../patch/patch.ts';
import { brokenNetworks, describeTemplates, openTemplate } from './index.ts';

function open(id: string): Design {
  const opened = openTemplate({ id });
  if (!opened.ok) throw new Error(opened.problem.message);
  return opened.value;
}

function ask(design: Design, question: Question): Diagnosis {
  const answered = diagnose(design, question);
  if (!answered.ok) throw new Error(answered.problem.message);
  return answered.value;
}

function apply(design: Design, patch: Patch): Design {
  const applied = applyPatch(design, patch);
  if (!applied.ok) throw new Error(applied.problem);
  return applied.document;
}

const ids = describeTemplates().map(({ id }) => id);

describe.each(ids)('template %s', (id) => {
  const design = open(id);

  test('reads back from its own text, and is the same each time', () => {
    const text = writeDesign(design);
    const parsed = parseDesign(JSON.parse(text));
    expect(parsed.ok ? writeDesign(parsed.value) : parsed.problem.message).toBe(text);
    expect(writeDesign(open(id))).toBe(text);
  });

  test('refers to nothing that is not there, and has no two resources of one name', () => {
    expect(findDanglingReferences(design)).toEqual([]);
    const names = Object.values(design.resources).map(({ name }) => name);
    expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
  });

  test('leaves its places to be arranged', () => {
    expect(design.layout).toEqual({});
  });
});

const withExpectations = describeTemplates().filter(({ id, group }) => group === 'template' && id !== 'blank-vpc');

describe.each(withExpectations.map(({ id }) => id))('expectations of %s', (id) => {
  const design = open(id);
  const expectations = Object.values(design.expectations ?? {}).map(({ title = '', question, verdict }) => ({ title, question, verdict }));

  test.each(expectations)('$title: $verdict', ({ question, verdict }) => {
    const { sentence, ...answer } = ask(design, question);
    expect({ verdict: answer.verdict, sentence }).toEqual({ verdict, sentence });
  });
});

test('of the three tiers the internet reaches 443 of the web servers and nothing else', () => {
  const design = open('three-tiers');
  const rows = listExposure(design);
  if (!rows.ok) throw new Error(rows.problem.message);
  const reached = rows.value.map(({ resource, protocol, ports }) => `${design.resources[asResourceId(resource)]?.name ?? ''} ${protocol} ${ports.join(' ')}`);
  expect(reached.sort()).toEqual(['web-1 tcp 443,443', 'web-2 tcp 443,443']);
});

test('the employee directory passes each of the ten steps, or asks', () => {
  const design = open('employee-directory');
  const question = Object.values(design.expectations ?? {})[0]?.question ?? { from: '', to: '' };
  const fine: readonly StepStatus[] = ['pass', 'your-turn'];
  const bad = ask(design, question).steps.filter(({ status }) => !fine.includes(status));
  expect(bad.map(({ id, status, sentence }) => `${id} ${status}: ${sentence}`)).toEqual([]);
});

describe('broken networks', () => {
  test('there is one for each step, in the order of the checklist', () => {
    expect(brokenNetworks.map(({ step }) => step)).toEqual(stepIds);
    expect(brokenNetworks.map(({ id }) => id)).toEqual(stepIds.map((_step, index) => `broken-${index + 1}`));
  });

  describe.each(brokenNetworks.map((network) => [network.id, network] as const))('%s', (id, network) => {
    const design = open(id);
    const broken = ask(design, network.question);

    test('has one cause, at the step it is for', () => {
      expect(broken.verdict).toBe('blocked');
      expect(broken.blockers.map(({ component, leg }) => ({ component, leg }))).toEqual([network.blocker]);
      // An address that has changed is told twice: at the rule that stops it, and at the network it belongs to.
      const failed = broken.steps.filter(({ status, code }) => status === 'fail' && code !== 'X_CLIENT_IP_NOT_IN_SG');
      expect(failed.map((step) => step.id)).toEqual([network.step]);
    });

    test('gives the symptom and not the answer', () => {
      const words = `${network.title} ${network.description}`.toLowerCase();
      const answers: readonly string[] = ['route table', 'main', 'detached', 'attached', 'ephemeral', 'public address', 'auto-assigned', 'amazon-linux-extras', 'instance profile', '127.0.0.1', 'blocked port', 'plain http'];
      expect(answers.filter((answer) => words.includes(answer))).toEqual([]);
    });

    test('is reachable once its repair is made', () => {
      const repair = network.repair(design);
      expect(repair.ok ? '' : repair.refused).toBe('');
      if (repair.ok) expect(ask(apply(design, repair.patch), network.question)).toMatchObject({ verdict: 'reachable', blockers: [] });
    });

    test('is reachable once any fix that is offered is applied', () => {
      for (const fix of broken.blockers.flatMap(({ fixes }) => fixes)) {
        expect({ title: fix.title, ...ask(apply(design, fix.patch), network.question) }).toMatchObject({ title: fix.title, verdict: 'reachable', blockers: [] });
      }
    });
  });

  /** What only the person can know or do is repaired in the inspector. */
  const withoutOffer = ['http-or-https', 'user-data', 'personal-network'];
  test.each(brokenNetworks.filter(({ step }) => !withoutOffer.includes(step)).map((network) => [network.id, network] as const))('%s is offered a fix', (_id, network) => {
    expect(ask(network.open(), network.question).blockers.flatMap(({ fixes }) => fixes).length).toBeGreaterThan(0);
  });
});

describe('openTemplate', () => {
  const usual = { region: 'us-east-1', cidr: '10.0.0.0/16', zones: 2, publicSubnetsPerZone: 1, privateSubnetsPerZone: 1, natGateways: 'none' } as const;
  test.each([
    [{ ...usual, cidr: '10.0.0.0/29' }, /10\.0\.0\.0\/29 is no block of a VPC/],
    [{ ...usual, cidr: 'ten' }, /neither an IPv4 nor an IPv6 address/],
    [{ ...usual, region: 'mars-1' }, /mars-1 is no Region/],
    [{ ...usual, zones: 9 }, /us-east-1 has 6 Availability Zones/],
    [{ ...usual, zones: 0 }, /choose 1 to 6/],
    [{ ...usual, cidr: '10.0.0.0/27' }, /too small for 4 subnets/],
    [{ ...usual, publicSubnetsPerZone: 0, natGateways: 'one' as const }, /stands in a public subnet/],
    [{ ...usual, privateSubnetsPerZone: 0, natGateways: 'one' as const }, /serves private subnets/],
    [{ ...usual, privateSubnetsPerZone: 1.5 }, /whole number/],
    [{ ...usual, privateSubnetsPerZone: 150 }, /302 subnets are more than the 200/],
  ])('refuses %j with a sentence', (options, sentence) => {
    const opened = openTemplate({ id: 'blank-vpc', options });
    expect(opened.ok ? 'opened' : opened.problem.message).toMatch(sentence);
  });

  test.each([
    ['none', 0, []],
    ['one', 1, ['nat-a', 'nat-a']],
    ['per-zone', 2, ['nat-a', 'nat-b']],
  ] as const)('NAT gateways: %s', (natGateways, count, targets) => {
    const opened = openTemplate({ id: 'blank-vpc', options: { ...usual, natGateways } });
    if (!opened.ok) throw new Error(opened.problem.message);
    const { resources } = opened.value;
    const all = Object.values(resources);
    expect(all.filter(({ kind }) => kind === 'nat-gateway')).toHaveLength(count);
    const reached = all.flatMap((subnet) => {
      if (subnet.kind !== 'subnet' || !subnet.name.startsWith('private-')) return [];
      const table = subnet.routeTable === undefined ? undefined : resources[subnet.routeTable];
      return table?.kind === 'route-table' ? Object.values(table.routes).flatMap(({ target }) => (target === 'local' ? [] : [resources[target]?.name])) : [];
    });
    expect(reached).toEqual(targets);
  });

  test('says that a template does not exist', () => {
    expect(openTemplate({ id: 'nothing' })).toMatchObject({ ok: false });
  });
});
