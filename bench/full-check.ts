import { createCoreApi } from '@core/api/create-core-api.ts';
import { computeFacts } from '@core/lookup/resource-facts.ts';
import type { Design } from '@core/model/design.ts';
import { writeDesign } from '@core/model/write-design.ts';
import { runRules } from '@core/rules/run-rules.ts';
import { makeDesign, type DesignShape } from './make-design.ts';
import { compare, type Work } from './measure.ts';
import type { Figure } from './figure.ts';

/** A check of a design that nothing is remembered of, as after opening a file. */
function checkOf(text: string): Work {
  let design: Design;
  return {
    // Freshly parsed, because what was worked out once is kept for the same objects.
    prepare: () => {
      design = JSON.parse(text) as Design;
    },
    run: () => [runRules(design), computeFacts(design)],
  };
}

const MANY_VPCS: readonly DesignShape[] = [{ resources: 100 }, { resources: 1_000 }, { resources: 10_000 }];
/** The other extreme: everything in one VPC. */
const ONE_VPC: readonly DesignShape[] = [{ resources: 1_000, perVpc: 1_000 }, { resources: 10_000, perVpc: 10_000 }];

const countWords = (count: number): string => count.toLocaleString('en-US');

async function measureAgainstParse(shape: DesignShape, where: string, goal?: number): Promise<Figure> {
  const text = writeDesign(makeDesign(shape));
  const comparison = await compare(checkOf(text), { run: () => JSON.parse(text) as unknown });
  return { title: `full check of ${countWords(shape.resources)} resources${where}`, unit: PARSE, comparison, ...(goal !== undefined && { goal: { most: goal } }) };
}

const PARSE = '× JSON.parse of the file';
const GOAL_OF_1000 = 5;
const GOAL_OF_10000 = 11;

/** The same as a host asks it: the request is parsed first, because it came over a pipe. */
function askedOf(text: string): Work {
  const core = createCoreApi();
  let design: Design;
  return {
    prepare: () => {
      design = JSON.parse(text) as Design;
    },
    run: () => core.check({ design }),
  };
}

/** How long all rules and computed facts take, and how that grows. */
export async function* measureFullCheck(): AsyncGenerator<Figure> {
  for (const shape of MANY_VPCS) yield await measureAgainstParse(shape, '', shape.resources === 1_000 ? GOAL_OF_1000 : undefined);
  const [small, large] = [{ resources: 1_000 }, { resources: 10_000 }].map((shape) => checkOf(writeDesign(makeDesign(shape))));
  const [smallText = '', largeText = ''] = [1_000, 10_000].map((resources) => writeDesign(makeDesign({ resources })));
  const parse = (text: string): Work => ({ run: () => JSON.parse(text) as unknown });
  yield { title: 'JSON.parse of 10,000 resources', unit: '× that of 1,000', comparison: await compare(parse(largeText), parse(smallText)), note: 'what growth costs on this machine' };
  if (small && large) yield { title: 'full check of 10,000 resources', unit: '× that of 1,000', comparison: await compare(large, small), goal: { most: GOAL_OF_10000 } };
  const text = writeDesign(makeDesign({ resources: 1_000 }));
  yield { title: 'full check of 1,000 resources, asked over a pipe: parsed first', unit: PARSE, comparison: await compare(askedOf(text), { run: () => JSON.parse(text) as unknown }) };
  for (const shape of ONE_VPC) yield await measureAgainstParse(shape, ' in one VPC');
}
