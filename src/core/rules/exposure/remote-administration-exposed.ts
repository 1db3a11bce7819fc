import { documentation } from '../../aws/documentation-links.ts';
import type { Severity } from '../../findings/finding.ts';
import type { Lookup } from '../../lookup/entries.ts';
import { defineRule, type Fault } from '../define-rule.ts';
import { describeSources, widthOf } from '../facts/internet-sources.ts';
import { nameList } from '../facts/name-list.ts';
import { nameOf, nameOfHolder } from '../facts/names.ts';
import { findExposingRules, type ExposingRule } from '../facts/proven-exposures.ts';
import { administrationPorts, describePorts, namePorts } from '../facts/sensitive-ports.ts';
import { narrowToVpc } from '../fixes/narrow-to-vpc.ts';

interface Facts {
  readonly rule: ExposingRule;
  readonly group: string;
  readonly machines: string;
}

const MOST_PLACES = 10;

/** From everywhere is a fault, from a wide range worth a look; a narrow range is how administration is meant to be. */
function judge({ sources }: ExposingRule): Severity | undefined {
  const width = widthOf(sources);
  if (width === 'everywhere') return 'error';
  return width === 'wide' ? 'warning' : undefined;
}

function* check(lookup: Lookup): Iterable<Fault<Facts>> {
  const rules = findExposingRules(lookup, ({ entry }) => (entry.holder.kind === 'db-instance' ? [] : administrationPorts));
  for (const rule of rules) {
    const severity = judge(rule);
    if (severity === undefined) continue;
    const { admission, entries } = rule;
    const machines = entries.slice(0, MOST_PLACES).map(({ id, holder }) => ({ at: holder.kind === 'instance' ? holder.id : id }));
    yield {
      evidence: [{ at: admission.group.id, row: admission.row }, ...machines],
      namedBy: 1,
      severity,
      facts: { rule, group: nameOf(lookup, admission.group.id), machines: nameList(entries.map((entry) => nameOfHolder(lookup, entry))) },
    };
  }
}

export const remoteAdministrationExposed = defineRule<Facts>({
  id: 'remote-administration-exposed',
  area: 'exposure',
  severity: 'error',
  why: 'Ports by which machines are run are tried by strangers within minutes of being reachable. This is said only where a path through gateway, routes, network ACL and group is proved, there and back.',
  learnMore: documentation.securityGroupRules,
  check,
  explain: ({ rule, group, machines }) =>
    `${group} lets ${namePorts(rule.ports)} (${describePorts(rule.ports)}) in from ${describeSources(rule.sources)}, and it arrives at ${machines}; narrow the rule to the addresses that need it.`,
  fix: ({ rule }, lookup) => narrowToVpc(lookup, rule.admission),
});
