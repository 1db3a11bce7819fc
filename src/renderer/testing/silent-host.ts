import type { DesignerHost } from '@shared/contract.ts';

/** A host that answers what it is told to, and to all else that it was not asked for; for tests of the store. */
export function silentHost(answers: Partial<DesignerHost> = {}): DesignerHost {
  const silent = { ok: false, problem: { message: 'not asked for in this test' } } as const;
  return new Proxy(answers as unknown as DesignerHost, {
    get: (target, name): unknown => Reflect.get(target, name) ?? (() => Promise.resolve(silent)),
  });
}
