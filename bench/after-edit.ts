import { createCoreApi } from '@core/api/create-core-api.ts';
import { computeFacts } from '@core/lookup/resource-facts.ts';
import type { Design } from '@core/model/design.ts';
import { asResourceId, asRowId, type ResourceId } from '@core/model/ids.ts';
import type { Resource, ResourceKind, SecurityGroupRule } from '@core/model/resources/index.ts';
import { writeDesign } from '@core/model/write-design.ts';
import { runRules } from '@core/rules/run-rules.ts';
import type { Figure } from './figure.ts';
import { makeDesign, type DesignShape } from './make-design.ts';
import { compare, type Work } from './measure.ts';

const idOf = (design: Design, kind: ResourceKind, name: string): ResourceId => asResourceId(Object.entries(design.resources).find(([, resource]) => resource.kind === kind && resource.name === name)?.[0] ?? '');

const put = (design: Design, id: ResourceId, resource: Resource): Design => ({ ...design, resources: { ...design.resources, [id]: resource } });

/** An edit that is another one each time. */
type Edit = (design: Design, count: number) => Design;

const openPort: Edit = (design, count) => {
  const id = idOf(design, 'security-group', 'vpc-1-app');
  const group = design.resources[id];
  if (group?.kind !== 'security-group') throw new Error('The design has no such group.');
  const rule: SecurityGroupRule = { protocol: 'tcp', fromPort: 9_000 + count, toPort: 9_000 + count, peer: { cidr: '10.2.0.0/16' } };
  return put(design, id, { ...group, inbound: { ...group.inbound, [asRowId('edited')]: rule } });
};

const addInstance: Edit = (design, count) => {
  const machine = design.resources[idOf(design, 'instance', 'vpc-1-app-1')];
  if (machine?.kind !== 'instance') throw new Error('The design has no such instance.');
  return put(design, asResourceId(`i-added-${count}`), { ...machine, name: `added-${count}` });
};

const removeInstance: Edit = (design, count) => {
  const { [idOf(design, 'instance', `vpc-1-app-${1 + (count % 9)}`)]: _removed, ...resources } = design.resources;
  return { ...design, resources };
};

const EDITS: readonly { readonly words: string; readonly edit: Edit; readonly goal?: number }[] = [
  { words: 'a rule of a group', edit: openPort, goal: 0.2 },
  { words: 'an instance added', edit: addInstance },
  { words: 'an instance removed', edit: removeInstance },
];

const check = (design: Design): unknown => [runRules(design), computeFacts(design)];

/** Each edit is made to the same design, which was checked just before: the edit before it is taken back, as an undo does. */
function afterEdit(text: string, edit: Edit): Work {
  const start = JSON.parse(text) as Design;
  let edited = start;
  let count = 0;
  return {
    prepare: () => {
      const again = { ...start, resources: { ...start.resources } };
      check(again);
      count += 1;
      edited = edit(again, count);
    },
    run: () => check(edited),
  };
}

function fullCheck(text: string): Work {
  let design: Design;
  return {
    prepare: () => {
      design = JSON.parse(text) as Design;
    },
    run: () => check(design),
  };
}

const UNIT = '× a full check';

async function* measureShape(shape: DesignShape, where: string): AsyncGenerator<Figure> {
  const text = writeDesign(makeDesign(shape));
  const count = shape.resources.toLocaleString('en-US');
  for (const { words, edit, goal } of EDITS) {
    const comparison = await compare(afterEdit(text, edit), fullCheck(text));
    const isGoal = goal !== undefined && where === '';
    yield { title: `check of ${count} resources${where} after one edit: ${words}`, unit: UNIT, comparison, ...(isGoal && { goal: { most: goal } }) };
  }
}

/** What a person's edit costs the core behind its interface, where a copy of the design comes in over a pipe. */
async function measureAsked(): Promise<Figure> {
  const text = writeDesign(makeDesign({ resources: 1_000 }));
  const core = createCoreApi();
  // As the host got it from the core when the file was opened.
  const opened = core.readFiles({ files: [{ path: 'made.vpc.json', content: text }] });
  if (!opened.ok) throw new Error(opened.problem.message);
  const start = opened.value.design;
  let given = start;
  let count = 0;
  const subject: Work = {
    prepare: () => {
      core.check({ design: given });
      count += 1;
      given = structuredClone(openPort(start, count));
    },
    run: () => core.check({ design: given }),
  };
  const other = makeDesign({ resources: 100 });
  const baseline: Work = {
    // Nothing is known of the design when another one was the last.
    prepare: () => {
      core.check({ design: structuredClone(other) });
      given = JSON.parse(text) as Design;
    },
    run: () => core.check({ design: given }),
  };
  return { title: 'check of 1,000 resources after one edit, asked of the core', unit: '× a full check, asked of the core', comparison: await compare(subject, baseline) };
}

/** What a check costs after one edit, as a share of a full check. */
export async function* measureAfterEdit(): AsyncGenerator<Figure> {
  yield* measureShape({ resources: 1_000 }, '');
  yield* measureShape({ resources: 1_000, perVpc: 1_000 }, ' in one VPC');
  yield* measureShape({ resources: 10_000 }, '');
  yield await measureAsked();
}
