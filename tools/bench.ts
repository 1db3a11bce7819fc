import { Bench } from 'tinybench';
import { createCoreApi } from '@core/api/create-core-api.ts';
import type { Design } from '@core/model/design.ts';
import type { Reply } from '@core/model/reply.ts';
import { multiplyDesign } from './bench/multiply-design.ts';

/** How often the three-tier template stands side by side. */
const TIMES = [1, 10, 30];

const api = createCoreApi();

function valueOf<Value>(reply: Reply<Value>): Value {
  if (!reply.ok) throw new Error(reply.problem.message);
  return reply.value;
}

function firstInstanceOf({ resources }: Design): string {
  return Object.entries(resources).find(([, { kind }]) => kind === 'instance')?.[0] ?? '';
}

/** What a person waits for; each call gets a design that was never seen, as after an edit. */
const acts: Readonly<Record<string, (design: Design) => unknown>> = {
  'check and compute facts': (design) => valueOf(api.check({ design })),
  'answer a question': (design) => valueOf(api.diagnose({ design, question: { from: 'internet', to: firstInstanceOf(design), protocol: 'tcp', port: 443 } })),
  'list exposure': (design) => valueOf(api.exposure({ design })),
  arrange: (design) => valueOf(api.arrange({ design })),
  'draw a picture': (design) => valueOf(api.drawPicture({ design, options: { theme: 'light', transparent: false, only: [], question: null } })),
  'write the design': (design) => valueOf(api.writeDesign({ design })),
};

async function measure(times: number): Promise<void> {
  const design = multiplyDesign(valueOf(api.openTemplate({ id: 'three-tiers' })), times);
  const bench = new Bench({ time: 500, warmupIterations: 1, iterations: 3 });
  for (const [name, act] of Object.entries(acts)) bench.add(name, () => act(structuredClone(design)));
  await bench.run();
  console.log(`\n${Object.keys(design.resources).length} resources`);
  console.table(
    Object.fromEntries(
      bench.tasks.map(({ name, result }) => {
        if (!('latency' in result)) return [name, { 'median ms': 'failed' }];
        return [name, { 'median ms': result.latency.p50.toFixed(1), '99 % below ms': result.latency.p99.toFixed(1) }];
      }),
    ),
  );
}

for (const times of TIMES) await measure(times);
