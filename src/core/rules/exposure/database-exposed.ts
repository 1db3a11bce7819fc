import { contains, intersect, type IntervalSet } from '../../address/interval-set.ts';
import { documentation } from '../../aws/documentation-links.ts';
import type { Lookup } from '../../lookup/entries.ts';
import { defineRule, type Fault } from '../define-rule.ts';
import { describeSources, widthOf } from '../facts/internet-sources.ts';
import { nameList } from '../facts/name-list.ts';
import { nameOf, nameOfHolder } from '../facts/names.ts';
import { findExposingRules, type ExposingRule, type ProvenExposure } from '../facts/proven-exposures.ts';
import { databasePorts, describePorts, isManyPorts, namePorts } from '../facts/sensitive-ports.ts';
import { narrowToVpc } from '../fixes/narrow-to-vpc.ts';

interface Facts {
  readonly rule: ExposingRule;
  readonly group: string;
  readonly databases: string;
}

const MOST_PLACES = 10;

/** The ports at which a database is, or by the rule's own words is meant to be, at this interface. */
function portsAt({ entry: { holder }, admission }: ProvenExposure): IntervalSet<number> {
  if (holder.kind === 'db-instance') return [[holder.db.port, holder.db.port + 1]];
  if (!isManyPorts(admission.ports)) return intersect([admission.ports], databasePorts);
  const services = holder.kind === 'instance' ? Object.values(holder.instance.services ?? {}) : [];
  const served = services.filter(({ protocol, port }) => protocol === 'tcp' && contains(databasePorts, port)).map(({ port }) => port);
  return [...new Set(served)].sort((a, b) => a - b).map((port) => [port, port + 1]);
}

function* check(lookup: Lookup): Iterable<Fault<Facts>> {
  for (const rule of findExposingRules(lookup, portsAt)) {
    const { admission, entries, sources } = rule;
    const databases = entries.slice(0, MOST_PLACES).map(({ id, holder }) => ({ at: holder.kind === 'instance' || holder.kind === 'db-instance' ? holder.id : id }));
    yield {
      evidence: [{ at: admission.group.id, row: admission.row }, ...databases],
      namedBy: 1,
      severity: widthOf(sources) === 'narrow' ? 'warning' : 'error',
      facts: { rule, group: nameOf(lookup, admission.group.id), databases: nameList(entries.map((entry) => nameOfHolder(lookup, entry))) },
    };
  }
}

function explain({ rule, group, databases }: Facts): string {
  const name = namePorts(rule.ports);
  const ports = describePorts(rule.ports);
  return `${group} lets ${name === '' ? ports : `${name} (${ports})`} in from ${describeSources(rule.sources)}, and it arrives at ${databases}; let only the group of the application in.`;
}

export const databaseExposed = defineRule<Facts>({
  id: 'database-exposed',
  area: 'exposure',
  severity: 'error',
  why: 'A database answers its application, not the internet. This is said only where a path through gateway, routes, network ACL and group is proved, there and back; from a narrow range it is a warning, because it may be meant.',
  learnMore: documentation.dbSubnetGroups,
  check,
  explain,
  fix: ({ rule }, lookup) => narrowToVpc(lookup, rule.admission),
});
