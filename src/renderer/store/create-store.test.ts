import type { EditResult } from '@core/editing/edit-result.ts';
import type { Diagnosis } from '@core/findings/diagnosis.ts';
import type { Report } from '@core/findings/report.ts';
import { emptyDesign, type Design } from '@core/model/design.ts';
import { asResourceId } from '@core/model/ids.ts';
import { succeed, type Reply } from '@core/model/reply.ts';
import type { DesignerHost } from '@shared/contract.ts';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { createAppStore } from './create-store.ts';
import { isDirty } from './files-slice.ts';

const report = (message: string): Report => ({
  findings: [{ id: message, rule: 'r', severity: 'error', message, why: '', learnMore: '', evidence: [], fixes: [] }],
  facts: {},
});

const diagnosis = (sentence: string): Diagnosis => ({
  verdict: 'reachable',
  sentence,
  question: { from: 'internet', to: 'i-1' },
  paths: [],
  blockers: [],
  steps: [],
  assumptions: [],
});

/** A host that answers what it is told to, and counts. */
function fakeHost(answers: Partial<DesignerHost>): DesignerHost {
  const silent = { ok: false, problem: { message: 'not asked for in this test' } } as const;
  const all = {
    check: () => Promise.resolve(succeed(report('checked'))),
    diagnose: () => Promise.resolve(succeed(diagnosis('Reachable.'))),
    exposure: () => Promise.resolve(succeed([])),
    writeDraft: () => Promise.resolve(succeed(null)),
    discardDraft: () => Promise.resolve(succeed(null)),
    writeSettings: () => Promise.resolve(succeed(null)),
    ...answers,
  };
  return new Proxy(all as unknown as DesignerHost, {
    get: (target, name): unknown => Reflect.get(target, name) ?? (() => Promise.resolve(silent)),
  });
}

const region: Design['resources'][keyof Design['resources']] = { kind: 'region', name: 'us-east-1', code: 'us-east-1' };
const add = (id: string): EditResult => ({
  ok: true,
  patch: [{ op: 'add', path: `/resources/${id}`, value: region }],
  select: [asResourceId(id)],
  said: `Add ${id}`,
});
const rename = (id: string, name: string): EditResult => ({
  ok: true,
  patch: [{ op: 'replace', path: `/resources/${id}/name`, value: name }],
  select: [asResourceId(id)],
  said: `Rename ${id}`,
});

const makeStore = (answers: Partial<DesignerHost> = {}) => createAppStore({ host: fakeHost(answers), random: () => 0.5, now: () => 1000 });

beforeEach(() => void vi.useFakeTimers());
test('evidence points at a row of one direction, and a plain selection at none', () => {
  const store = makeStore();
  store.replaceDesign({ ...emptyDesign('acl'), resources: { [asResourceId('acl-1')]: { kind: 'network-acl', name: 'acl', vpc: asResourceId('vpc-1'), inbound: {}, outbound: {} } } });
  store.showEvidence({ at: 'acl-1', row: 'rule-100', direction: 'outbound' });
  expect(store.getState().selection).toMatchObject({ keys: ['acl-1'], row: 'rule-100', direction: 'outbound' });
  store.showEvidence({ at: 'acl-1', row: 'rule-100' });
  expect(store.getState().selection).toMatchObject({ row: 'rule-100', direction: null });
});

afterEach(() => void vi.useRealTimers());
const settle = async (): Promise<void> => void (await vi.advanceTimersByTimeAsync(0));

describe('editing', () => {
  test('an edit changes the design, selects what it made and can be taken back and done again', () => {
    const store = makeStore();
    const start = store.getState().design;
    store.apply(add('region-1'));
    const end = store.getState().design;
    expect(Object.keys(end.resources)).toEqual(['region-1']);
    expect(store.getState().selection.keys).toEqual(['region-1']);
    store.undo();
    expect(store.getState().design).toEqual(start);
    expect(store.getState().selection.keys).toEqual([]);
    store.redo();
    expect(store.getState().design).toEqual(end);
    expect(store.getState().selection.keys).toEqual(['region-1']);
  });

  test('a refusal changes nothing and says why', () => {
    const store = makeStore();
    const before = store.getState().design;
    expect(store.apply({ ok: false, refused: 'A subnet lies in a VPC.' })).toBe('A subnet lies in a VPC.');
    expect(store.getState().design).toBe(before);
    expect(store.getState().history.past).toHaveLength(0);
    expect(store.getState().notices.list).toMatchObject([{ kind: 'problem', sentence: 'A subnet lies in a VPC.' }]);
  });

  test('a fix made for another design is refused', () => {
    const store = makeStore();
    store.apply(add('region-1'));
    const refused = store.applyFix({ title: 'Rename it', patch: [{ op: 'test', path: '/resources/region-1/name', value: 'eu-west-1' }] });
    expect(refused).toContain('has changed since');
    expect(store.getState().history.past).toHaveLength(1);
  });

  test('what an undo takes away is no longer selected', () => {
    const store = makeStore();
    store.apply(add('region-1'));
    store.apply(add('region-2'));
    store.select(['region-1', 'region-2']);
    store.undo();
    store.select(['region-2']);
    expect(store.getState().selection.keys).toEqual([]);
  });
});

describe('answers', () => {
  test('edits of one task are checked once, with the latest design', async () => {
    const check = vi.fn((_: { readonly design: Design }) => Promise.resolve(succeed(report('checked'))));
    const store = makeStore({ check });
    store.apply(add('region-1'));
    store.apply(rename('region-1', 'a'));
    await settle();
    expect(check).toHaveBeenCalledTimes(1);
    expect(check.mock.calls[0]?.[0].design).toBe(store.getState().design);
    expect(store.getState().report.revision).toBe(store.getState().revision);
  });

  test('while an answer is awaited nothing piles up, and the last state is asked in the end', async () => {
    const waiting: ((reply: Reply<Report>) => void)[] = [];
    const check = vi.fn(() => new Promise<Reply<Report>>((resolve) => waiting.push(resolve)));
    const store = makeStore({ check });
    store.apply(add('region-1'));
    await settle();
    for (const name of ['a', 'b', 'c']) {
      store.apply(rename('region-1', name));
      await settle();
    }
    expect(check).toHaveBeenCalledTimes(1);
    waiting[0]?.(succeed(report('first')));
    await settle();
    expect(check).toHaveBeenCalledTimes(2);
    waiting[1]?.(succeed(report('last')));
    await settle();
    expect(store.getState().report).toMatchObject({ revision: store.getState().revision, value: { findings: [{ message: 'last' }] } });
  });

  test('moving a node asks nothing', async () => {
    const check = vi.fn(() => Promise.resolve(succeed(report('checked'))));
    const store = makeStore({ check });
    store.apply(add('region-1'));
    await settle();
    store.apply({ ok: true, patch: [{ op: 'add', path: '/layout/region-1', value: { x: 1, y: 2 } }], select: [], said: 'Move' });
    await settle();
    expect(check).toHaveBeenCalledTimes(1);
  });

  test('the answer to a question that is no longer asked is dropped', async () => {
    const waiting: ((reply: Reply<Diagnosis>) => void)[] = [];
    const store = makeStore({ diagnose: () => new Promise<Reply<Diagnosis>>((resolve) => waiting.push(resolve)) });
    store.ask({ from: 'internet', to: 'i-1' });
    await settle();
    store.ask({ from: 'internet', to: 'i-2' });
    waiting[0]?.(succeed(diagnosis('About i-1.')));
    await settle();
    expect(store.getState().question.diagnosis).toBeNull();
    waiting[1]?.(succeed(diagnosis('About i-2.')));
    await settle();
    expect(store.getState().question.diagnosis?.sentence).toBe('About i-2.');
    expect(store.getState().notices.announcement.sentence).toBe('About i-2.');
  });

  test('a host that breaks is a sentence, and the next edit is asked again', async () => {
    const check = vi.fn(() => Promise.reject(new Error('the pipe is closed')));
    const store = makeStore({ check });
    store.apply(add('region-1'));
    await settle();
    expect(store.getState().notices.list[0]?.sentence).toContain('the pipe is closed');
    store.apply(rename('region-1', 'b'));
    await settle();
    expect(check).toHaveBeenCalledTimes(2);
  });
});

describe('files', () => {
  test('unsaved changes are told by the state of the history, not by the number of steps', () => {
    const store = makeStore();
    expect(isDirty(store.getState())).toBe(false);
    store.apply(add('region-1'));
    expect(isDirty(store.getState())).toBe(true);
    store.undo();
    expect(isDirty(store.getState())).toBe(false);
    store.apply(add('region-2'));
    expect(isDirty(store.getState())).toBe(true);
  });

  test('another document starts clean, without history, question and selection', () => {
    const store = makeStore();
    store.apply(add('region-1'));
    store.ask({ from: 'internet', to: 'region-1' });
    store.replaceDesign(emptyDesign('other'));
    store.markOpened(null, true);
    expect(isDirty(store.getState())).toBe(false);
    expect(store.getState()).toMatchObject({ history: { past: [], future: [] }, selection: { keys: [] }, question: { value: null } });
  });

  test('a draft is at most two seconds behind, and is written once for many edits', async () => {
    const writeDraft = vi.fn((_: { readonly text: string }) => Promise.resolve(succeed(null)));
    const store = makeStore({ writeDraft });
    store.apply(add('region-1'));
    await vi.advanceTimersByTimeAsync(1000);
    store.apply(rename('region-1', 'late'));
    await vi.advanceTimersByTimeAsync(1000);
    expect(writeDraft).toHaveBeenCalledTimes(1);
    expect(writeDraft.mock.calls[0]?.[0].text).toContain('late');
  });

  test('what an earlier session left is not forgotten in silence when a new draft takes its place', async () => {
    const store = makeStore();
    store.setFiles({ recovered: { text: '{}', name: 'old', document: null, savedAt: 0 } });
    store.apply(add('region-1'));
    await vi.advanceTimersByTimeAsync(2000);
    store.apply(rename('region-1', 'b'));
    await vi.advanceTimersByTimeAsync(2000);
    expect(store.getState().notices.list.map(({ sentence }) => sentence)).toEqual([expect.stringContaining('Unsaved work on old')]);
  });
});
