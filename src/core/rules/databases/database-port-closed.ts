import { matchHeaders } from '../../address/ports.ts';
import { TCP } from '../../address/protocol.ts';
import { intervalHas } from '../../address/interval.ts';
import { documentation } from '../../aws/documentation-links.ts';
import type { DbInstanceEntry, Lookup } from '../../lookup/entries.ts';
import type { SecurityGroup } from '../../model/resources/index.ts';
import { defineRule, type Fault } from '../define-rule.ts';
import { nameList } from '../facts/name-list.ts';
import { nameOf } from '../facts/names.ts';

interface Facts {
  readonly name: string;
  readonly port: number;
  readonly groups: string;
  readonly isOne: boolean;
}

const admits = (group: SecurityGroup, port: number): boolean =>
  Object.values(group.inbound).some((rule) => {
    const match = matchHeaders(rule);
    return match !== undefined && intervalHas(match.protocol, TCP) && intervalHas(match.destinationPort, port);
  });

/** The groups the database is in: those of its interfaces, which AWS keeps the same as its own. */
function judge(lookup: Lookup, { id, value, interfaces, standIns }: DbInstanceEntry): Facts | undefined {
  const [place] = [...interfaces, ...standIns];
  if (!place || place.groups.length === 0 || place.unknownGroups.length > 0 || place.groups.some((group) => admits(group.value, value.port))) return undefined;
  return { name: nameOf(lookup, id), port: value.port, groups: nameList(place.groups.map((group) => nameOf(lookup, group.id))), isOne: place.groups.length === 1 };
}

function* check(lookup: Lookup): Iterable<Fault<Facts>> {
  for (const db of lookup.dbInstances.values()) {
    const facts = judge(lookup, db);
    if (facts) yield { evidence: [{ at: db.id }], facts };
  }
}

export const databasePortClosed = defineRule<Facts>({
  id: 'database-port-closed',
  area: 'databases',
  severity: 'warning',
  why: 'A database listens on one port; if no group of it lets anybody in there, no application can connect.',
  learnMore: documentation.securityGroupRules,
  check,
  explain: ({ name, port, groups, isOne }) => `${name} listens on TCP ${port}, but ${groups} ${isOne ? 'lets' : 'let'} nobody in there; add an inbound rule for the group of its application.`,
});
