import { documentation } from '../../aws/documentation-links.ts';
import { maximumNetworkInterfaces } from '../../aws/network-interfaces.ts';
import type { Lookup } from '../../lookup/entries.ts';
import { defineRule, type Fault } from '../define-rule.ts';
import { nameOf } from '../facts/names.ts';

interface Facts {
  readonly name: string;
  readonly instanceType: string;
  readonly count: number;
  readonly maximum: number;
}

function* check(lookup: Lookup): Iterable<Fault<Facts>> {
  for (const { id, value, interfaces } of lookup.instances.values()) {
    if (interfaces.length < 2) continue;
    const maximum = maximumNetworkInterfaces(value.instanceType);
    if (maximum === undefined || interfaces.length <= maximum) continue;
    yield { evidence: [{ at: id }], facts: { name: nameOf(lookup, id), instanceType: value.instanceType, count: interfaces.length, maximum } };
  }
}

export const tooManyInterfaces = defineRule<Facts>({
  id: 'too-many-interfaces',
  area: 'compute',
  severity: 'error',
  why: 'How many network interfaces an instance can have depends on its type; AWS refuses to attach more.',
  learnMore: documentation.networkInterfacesPerType,
  check,
  explain: ({ name, instanceType, count, maximum }) => `${name} has ${count} network interfaces, and a ${instanceType} can have ${maximum}; detach some, or choose a larger type.`,
});
