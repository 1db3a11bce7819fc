import { listResources } from '@core/editing/draft.ts';
import { describeTraffic } from '@core/editing/rule-traffic.ts';
import { rowEntries } from '@core/editing/rows.ts';
import type { ResourceId } from '@core/model/ids.ts';
import type { SecurityGroup } from '@core/model/resources/index.ts';
import { useMemo } from 'react';
import { useAppState, useStore } from '../app/app-context.ts';
import { Button } from '../controls/button.tsx';
import { Section } from '../controls/section.tsx';
import { factsOf } from '../store/report-slice.ts';
import type { FormProps } from './parts/form-props.ts';
import { findOfKind } from './parts/name-of.ts';
import styles from './parts/parts.module.css';
import { PeerName } from './parts/peer-name.tsx';
import { PlainField } from './parts/plain-field.tsx';
import { Remark } from './parts/remark.tsx';
import { LineList, ResourceLine } from './parts/resource-line.tsx';
import { useDesign, useEdit } from './parts/use-edit.ts';
import { judgeRows, type RowVerdict } from './rows/judge-rows.ts';
import { rowKey, type RuleDirection } from './rows/row-key.ts';
import { RuleLines, type RuleLine } from './rows/rule-lines.tsx';

interface LineSource {
  readonly group: SecurityGroup;
  readonly verdicts: ReadonlyMap<string, RowVerdict>;
}

const linesOf = ({ group, verdicts }: LineSource, direction: RuleDirection): readonly RuleLine[] =>
  rowEntries(group[direction]).map(([row, rule]) => ({
    row,
    number: '',
    words: (
      <>
        {describeTraffic(rule)} {direction === 'inbound' ? 'from' : 'to'} <PeerName peer={rule.peer} />
      </>
    ),
    verdict: verdicts.get(rowKey(row, direction)),
  }));

/** What the question asked misses in a group, one sentence each. */
export function useMissing(id: ResourceId): readonly string[] {
  const blockers = useAppState(({ question }) => question.diagnosis?.blockers);
  return useMemo(
    () => (blockers ?? []).filter(({ component, resource }) => component === 'security-group' && resource === id).map(({ sentence }) => sentence),
    [blockers, id],
  );
}

/** A security group: what it lets in and out, whom it guards, who names it. */
export function SecurityGroupForm({ id, value }: FormProps<'security-group'>) {
  const store = useStore();
  const { set } = useEdit();
  const diagnosis = useAppState(({ question }) => question.diagnosis);
  const verdicts = useMemo(() => judgeRows(diagnosis, id), [diagnosis, id]);
  const source = { group: value, verdicts };
  const missing = useMissing(id);
  return (
    <>
      <Section title="Inbound" end="any match allows">
        {missing.map((sentence) => (
          <Remark key={sentence} answer="fail">
            {sentence}
          </Remark>
        ))}
        <RuleLines resource={id} direction="inbound" label="Inbound rules" lines={linesOf(source, 'inbound')} none="It lets nothing in." />
      </Section>
      <Section title="Outbound" end="stateful: replies pass">
        <RuleLines resource={id} direction="outbound" label="Outbound rules" lines={linesOf(source, 'outbound')} none="It lets nothing out." />
        <div className={styles.buttons}>
          <Button glyph="edit" onClick={() => store.editRules(id)}>
            Edit rules
          </Button>
        </div>
      </Section>
      <MemberSection id={id} />
      <Section title="Description">
        <PlainField
          label="Description"
          labelHidden
          value={value.description ?? ''}
          onCommit={(text) => set({ resource: id, path: ['description'], value: text.trim() === '' ? undefined : text.trim() })}
        />
      </Section>
    </>
  );
}

function MemberSection({ id }: { readonly id: ResourceId }) {
  const design = useDesign();
  const fact = useAppState(({ report }) => factsOf(report, id));
  const members = fact?.kind === 'security-group' ? fact.members : [];
  const naming = listResources(design, 'security-group').filter(
    (group) =>
      group.id !== id &&
      [...Object.values(group.value.inbound), ...Object.values(group.value.outbound)].some(({ peer }) => 'group' in peer && peer.group === id),
  );
  return (
    <>
      <Section title="Members" end={`${members.length}`}>
        <LineList label="Members" none="Nobody is in this group, so its rules guard nothing.">
          {members.map((member) => {
            const value = findOfKind(design, member, 'network-interface');
            return <ResourceLine key={member} id={value?.attachment?.resource ?? member} mono end={Object.values(value?.addresses ?? {})[0]?.address} />;
          })}
        </LineList>
      </Section>
      {naming.length > 0 && (
        <Section title="Named by" end={`${naming.length}`}>
          <LineList label="Named by">
            {naming.map((group) => (
              <ResourceLine key={group.id} id={group.id} />
            ))}
          </LineList>
        </Section>
      )}
    </>
  );
}
