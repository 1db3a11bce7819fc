import { managedPolicies, managedPolicyOf } from '@core/aws/managed-policies.ts';
import { addInlinePolicy, attachManagedPolicy, readPolicyArn, removePolicy } from '@core/editing/iam-roles.ts';
import { rowEntries } from '@core/editing/rows.ts';
import type { ResourceId, RowId } from '@core/model/ids.ts';
import type { PolicyDocument, RolePolicy } from '@core/model/resources/iam-role.ts';
import { useState } from 'react';
import { Button } from '../../controls/button.tsx';
import type { Choice, ChoiceSection } from '../../controls/choice.ts';
import { Combobox } from '../../controls/combobox.tsx';
import { Glyph } from '../../controls/glyph.tsx';
import { IconButton } from '../../controls/icon-button.tsx';
import { Section } from '../../controls/section.tsx';
import type { FormProps } from '../parts/form-props.ts';
import styles from '../parts/parts.module.css';
import { PlainField } from '../parts/plain-field.tsx';
import { Remark, Sentence } from '../parts/remark.tsx';
import { useEdit } from '../parts/use-edit.ts';
import { PolicyEditor } from './policy-editor.tsx';
import roleStyles from './role.module.css';

/** The managed policies whose statements are known here. */
export const knownPolicies: readonly ChoiceSection[] = [{ title: 'Managed by AWS', choices: managedPolicies.map(({ name, version, arn }) => ({ value: arn, label: name, detail: version })) }];

/** An ARN as a choice, where a person typed one. */
export function readTypedPolicy(typed: string): Choice | undefined {
  const arn = readPolicyArn(typed);
  return arn === undefined ? undefined : { value: arn, label: arn.split('/').at(-1) ?? arn, sentence: managedPolicyOf(arn) ? undefined : 'Its statements are not known here.' };
}

/** What a policy is: its own, one whose statements are known, or one known by name alone. */
export function sayPolicy({ arn, document }: RolePolicy): string {
  if (arn === undefined) return document === undefined ? 'inline, not known' : 'inline';
  const managed = managedPolicyOf(arn);
  if (document !== undefined) return 'managed';
  return managed === undefined ? 'managed, not known' : `managed, ${managed.version}`;
}

/** The identity policies of a role: attached ones by name or ARN, inline ones as JSON. */
export function PoliciesSection({ id, value }: FormProps<'iam-role'>) {
  const { edit } = useEdit();
  const [open, setOpen] = useState<RowId | undefined>();
  const rows = rowEntries(value.policies);
  return (
    <Section title="Policies" end={`${rows.length}`}>
      {rows.length === 0 && value.policiesKnown !== false && <Sentence>No policy is attached, so it may do nothing.</Sentence>}
      {value.policiesKnown === false && <Remark answer="undetermined">No answer of AWS lists all its policies, so it may have more than these.</Remark>}
      {rows.map(([row, policy]) => (
        <PolicyRow key={row} role={id} row={row} policy={policy} isOpen={open === row} onOpen={(isOpen) => setOpen(isOpen ? row : undefined)} />
      ))}
      <div className={styles.buttons}>
        <Combobox
          label="Attach a managed policy"
          placeholder="Attach a managed policy"
          searchPlaceholder="Name or ARN"
          emptySentence="Write the ARN of the policy."
          value={undefined}
          sections={knownPolicies}
          readTyped={readTypedPolicy}
          onChange={(policy) => edit((now) => attachManagedPolicy(now, { role: id, policy }))}
        />
        <Button glyph="plus" onClick={() => edit((now) => addInlinePolicy(now, { role: id }))}>
          Add inline policy
        </Button>
      </div>
    </Section>
  );
}

interface PolicyRowProps {
  readonly role: ResourceId;
  readonly row: RowId;
  readonly policy: RolePolicy;
  readonly isOpen: boolean;
  readonly onOpen: (isOpen: boolean) => void;
}

function PolicyRow({ role, row, policy, isOpen, onOpen }: PolicyRowProps) {
  const { edit } = useEdit();
  const verb = policy.arn === undefined ? 'Delete' : 'Detach';
  return (
    <div>
      <div className={styles.line}>
        <button type="button" className={styles.unfold} aria-expanded={isOpen} onClick={() => onOpen(!isOpen)}>
          <Glyph id={isOpen ? 'down' : 'right'} size={14} />
          <span className={roleStyles.name}>{policy.name}</span>
        </button>
        <span className={styles.end}>
          {sayPolicy(policy)}
          <IconButton glyph="trash" size="small" label={`${verb} ${policy.name}`} onClick={() => edit((now) => removePolicy(now, { role, row }))} />
        </span>
      </div>
      {isOpen && <PolicyDetails role={role} row={row} policy={policy} />}
    </div>
  );
}

function PolicyDetails({ role, row, policy }: Pick<PolicyRowProps, 'role' | 'row' | 'policy'>) {
  const { set } = useEdit();
  const { arn, document, name } = policy;
  const managed = arn === undefined ? undefined : managedPolicyOf(arn);
  const known: PolicyDocument | undefined = document ?? (managed && { ...managed.document });
  const change = (next: PolicyDocument | undefined) => set({ resource: role, path: ['policies', row, 'document'], value: next }, `policy:${role}:${row}`);
  const rename = (text: string) => text.trim() !== '' && set({ resource: role, path: ['policies', row, 'name'], value: text.trim() });
  return (
    <div className={styles.indented}>
      {arn === undefined ? <PlainField label="Name" value={name} onCommit={rename} /> : <span className={styles.mono}>{arn}</span>}
      {arn !== undefined && known === undefined && <Remark answer="undetermined">Its statements are not known here, so what it allows or denies is asked of you. Paste its JSON to let them count.</Remark>}
      {managed && document === undefined ? <PolicyEditor label={`Statements of ${name}`} document={known} use="identity" /> : <PolicyEditor label={`Statements of ${name}`} document={known} use="identity" mayBeEmpty onChange={change} />}
    </div>
  );
}
