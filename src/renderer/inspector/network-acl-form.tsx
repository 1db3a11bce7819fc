import { byNumber } from '@core/editing/network-acl-rules.ts';
import { subnetsOf } from '@core/editing/members.ts';
import { describeTraffic } from '@core/editing/rule-traffic.ts';
import type { Design } from '@core/model/design.ts';
import type { ResourceId } from '@core/model/ids.ts';
import type { NetworkAcl } from '@core/model/resources/index.ts';
import { useMemo } from 'react';
import { useAppState, useStore } from '../app/app-context.ts';
import { Button } from '../controls/button.tsx';
import { Section } from '../controls/section.tsx';
import { EphemeralTable } from '../ephemeral/ephemeral-table.tsx';
import { useEphemeralMatrix } from '../ephemeral/use-ephemeral-matrix.ts';
import type { FormProps } from './parts/form-props.ts';
import { findOfKind } from './parts/name-of.ts';
import styles from './parts/parts.module.css';
import { LineList, ResourceLine } from './parts/resource-line.tsx';
import { useDesign } from './parts/use-edit.ts';
import { judgeRows, type RowVerdict } from './rows/judge-rows.ts';
import { rowKey, type RuleDirection } from './rows/row-key.ts';
import { RuleLines, type RuleLine } from './rows/rule-lines.tsx';

function linesOf(acl: NetworkAcl, direction: RuleDirection, verdicts: ReadonlyMap<string, RowVerdict>): readonly RuleLine[] {
  const closing = `${direction}:*`;
  const rules = byNumber(acl[direction]).map(([row, rule]): RuleLine => ({
    row,
    number: String(rule.number),
    words: (
      <>
        {describeTraffic(rule)} {direction === 'inbound' ? 'from' : 'to'} <code>{rule.cidr}</code>
      </>
    ),
    action: rule.action,
    verdict: verdicts.get(rowKey(row, direction)),
  }));
  return [...rules, { row: closing, number: '*', words: 'everything else', action: 'deny', verdict: verdicts.get(rowKey(closing, direction)) }];
}

/** The subnets an ACL stands at the edge of; one that names none uses the default ACL. */
export function subnetsOfAcl(design: Design, id: ResourceId, { vpc }: NetworkAcl): readonly { readonly id: ResourceId; readonly isExplicit: boolean }[] {
  const isDefault = findOfKind(design, vpc, 'vpc')?.defaultNetworkAcl === id;
  return subnetsOf(design, vpc)
    .filter(({ value }) => value.networkAcl === id || (isDefault && value.networkAcl === undefined))
    .map((subnet) => ({ id: subnet.id, isExplicit: subnet.value.networkAcl === id }));
}

/** Which replies pass, by who opened the connection: an ACL knows no connections, so replies need rules of their own. */
function RepliesSection({ id, name }: { readonly id: ResourceId; readonly name: string }) {
  const matrix = useEphemeralMatrix(id);
  return (
    <Section title="Replies by client" end="IPv4 over TCP">
      {matrix && <EphemeralTable matrix={matrix} name={name} />}
    </Section>
  );
}

/** A network ACL: its rules in the order they are tried, and the subnets it stands at the edge of. */
export function NetworkAclForm({ id, value }: FormProps<'network-acl'>) {
  const design = useDesign();
  const store = useStore();
  const diagnosis = useAppState(({ question }) => question.diagnosis);
  const verdicts = useMemo(() => judgeRows(diagnosis, id), [diagnosis, id]);
  const subnets = subnetsOfAcl(design, id, value);
  return (
    <>
      <Section title="Inbound" end="first match decides">
        <RuleLines resource={id} direction="inbound" label="Inbound rules" lines={linesOf(value, 'inbound', verdicts)} none="" />
      </Section>
      <Section title="Outbound" end="stateless: replies too">
        <RuleLines resource={id} direction="outbound" label="Outbound rules" lines={linesOf(value, 'outbound', verdicts)} none="" />
        <div className={styles.buttons}>
          <Button glyph="edit" onClick={() => store.editRules(id)}>
            Edit rules
          </Button>
        </div>
      </Section>
      <RepliesSection id={id} name={value.name} />
      <Section title="Subnets" end={`${subnets.length}`}>
        <LineList label="Subnets" none="No subnet uses this network ACL.">
          {subnets.map((subnet) => (
            <ResourceLine key={subnet.id} id={subnet.id} end={subnet.isExplicit ? 'explicit' : 'default'} />
          ))}
        </LineList>
      </Section>
    </>
  );
}
