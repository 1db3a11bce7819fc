import { describe, expect, test } from 'vitest';
import { parseDesignText } from '@core/model/parse-design.ts';
import { writeDesign } from '@core/model/write-design.ts';
import { diagnose } from '@core/diagnosis/diagnose.ts';
import { buildLookup } from '@core/lookup/build-lookup.ts';
import { makeDesign } from './make-design.ts';

describe('a made design', () => {
  test.each([
    { resources: 100 },
    { resources: 133 },
    { resources: 1_000 },
    { resources: 1_000, perVpc: 1_000 },
    { resources: 10_000 },
  ])('has exactly $resources resources and is a design', (shape) => {
    const design = makeDesign(shape);
    expect(Object.keys(design.resources)).toHaveLength(shape.resources);
    expect(parseDesignText(writeDesign(design))).toEqual({ ok: true, value: design });
    expect(buildLookup(design).danglingReferences).toEqual([]);
  });

  test('works as its tiers are meant to', () => {
    const design = makeDesign({ resources: 1_000 });
    const ask = (from: string, to: string, port: number): string => {
      const reply = diagnose(design, { from, to, port, protocol: 'tcp' });
      return reply.ok ? reply.value.verdict : reply.problem.message;
    };
    expect(ask('internet', 'vpc-3-web-1', 443)).toBe('reachable');
    expect(ask('internet', 'vpc-3-app-1', 8080)).toBe('blocked');
    expect(ask('vpc-3-web-1', 'vpc-3-app-2', 8080)).toBe('reachable');
    expect(ask('vpc-3-app-1', 'vpc-3-orders', 3306)).toBe('reachable');
    expect(ask('vpc-3-web-1', 'vpc-3-orders', 3306)).toBe('blocked');
    expect(ask('vpc-3-app-1', 'internet', 443)).toBe('reachable');
  });

  test('refuses a share that holds no network', () => {
    expect(() => makeDesign({ resources: 20 })).toThrow(RangeError);
  });
});
