import { documentation } from '../../aws/documentation-links.ts';
import type { Fix } from '../../findings/fix.ts';
import type { Lookup } from '../../lookup/entries.ts';
import type { ResourceId } from '../../model/ids.ts';
import { defineRule, type Fault } from '../define-rule.ts';
import { nameOf } from '../facts/names.ts';
import { oncePerLookup } from '../facts/once-per-lookup.ts';
import { replaceValue, together } from '../fixes/patch-of.ts';

type Attribute = 'enableDnsSupport' | 'enableDnsHostnames';

interface Facts {
  readonly vpc: ResourceId;
  readonly name: string;
  /** What has to be on and is not; the first decides. */
  readonly off: readonly [Attribute, ...Attribute[]];
}

const vpcsWithEndpoints = oncePerLookup((lookup) => new Set(lookup.byKind['vpc-endpoint'].flatMap(({ value }) => (value.type === 'interface' && value.privateDns ? [value.vpc] : []))));

function* check(lookup: Lookup): Iterable<Fault<Facts>> {
  for (const { id, value } of lookup.vpcs.values()) {
    const needsHostnames = !value.enableDnsHostnames && vpcsWithEndpoints(lookup).has(id);
    const evidence = [{ at: id }];
    const name = nameOf(lookup, id);
    if (!value.enableDnsSupport) yield { evidence, facts: { vpc: id, name, off: needsHostnames ? ['enableDnsSupport', 'enableDnsHostnames'] : ['enableDnsSupport'] } };
    else if (needsHostnames) yield { evidence, facts: { vpc: id, name, off: ['enableDnsHostnames'] } };
  }
}

const fix = ({ vpc, name, off }: Facts): readonly Fix[] => [
  { title: `Turn on ${off[0] === 'enableDnsSupport' ? 'DNS resolution' : 'DNS hostnames'} in ${name}`, patch: together(...off.map((attribute) => replaceValue([vpc, attribute], false, true))) },
];

export const vpcDnsOff = defineRule<Facts>({
  id: 'vpc-dns-off',
  area: 'addressing',
  severity: 'advice',
  why: 'Names are resolved by the VPC: without DNS support nothing in it can look a name up, and private names of endpoints need DNS hostnames too.',
  learnMore: documentation.vpcDns,
  check,
  explain: ({ name, off }) =>
    off[0] === 'enableDnsSupport'
      ? `${name} has DNS resolution off, so nothing in it can look up a name; turn on enableDnsSupport.`
      : `${name} has VPC endpoints but DNS hostnames off, so private names of the endpoints do not work; turn on enableDnsHostnames.`,
  fix,
});
