import { rowEntries } from '@core/editing/rows.ts';
import { nextRowId, type ResourceId, type RowId } from '@core/model/ids.ts';
import type { IamRole } from '@core/model/resources/iam-role.ts';
import { Button } from '../../controls/button.tsx';
import { IconButton } from '../../controls/icon-button.tsx';
import { Section } from '../../controls/section.tsx';
import type { FormProps } from '../parts/form-props.ts';
import styles from '../parts/parts.module.css';
import { PlainField } from '../parts/plain-field.tsx';
import { Sentence } from '../parts/remark.tsx';
import { useEdit } from '../parts/use-edit.ts';
import { PolicyEditor } from './policy-editor.tsx';

type Rows = NonNullable<IamRole['resourcePolicies']>;
const EMPTY = { Version: '2012-10-17', Statement: [] };

const end = (rows: Rows | undefined): string => (rows === undefined ? 'not known' : `${Object.keys(rows).length}`);

/** The policies of what the software calls: of a bucket, a table, a secret. */
export function ResourcePoliciesSection({ id, value }: FormProps<'iam-role'>) {
  const { set } = useEdit();
  const { resourcePolicies } = value;
  const rows = rowEntries(resourcePolicies ?? {});
  const setRows = (next: Rows | undefined) => set({ resource: id, path: ['resourcePolicies'], value: next });
  const add = () => setRows({ ...resourcePolicies, [nextRowId('resource', resourcePolicies ?? {})]: { resource: 'arn:aws:s3:::bucket', document: EMPTY } });
  return (
    <Section title="Policies of resources" end={end(resourcePolicies)}>
      {resourcePolicies === undefined && <Sentence>The policies of buckets, tables and secrets that it calls are not in the design, so what no policy of the role allows is asked of you.</Sentence>}
      {resourcePolicies !== undefined && rows.length === 0 && <Sentence>None of what it calls has a policy of its own.</Sentence>}
      {rows.map(([row, policy]) => (
        <ResourcePolicyCard key={row} role={id} row={row} policy={policy} />
      ))}
      <div className={styles.buttons}>
        <Button glyph="plus" onClick={add}>
          Add policy
        </Button>
        {resourcePolicies === undefined && <Button onClick={() => setRows({})}>There are none</Button>}
        {resourcePolicies !== undefined && rows.length === 0 && <Button onClick={() => setRows(undefined)}>Not known</Button>}
      </div>
    </Section>
  );
}

function ResourcePolicyCard({ role, row, policy }: { readonly role: ResourceId; readonly row: RowId; readonly policy: Rows[RowId] }) {
  const { set } = useEdit();
  const at = (field: string) => ['resourcePolicies', row, field];
  return (
    <div className={styles.card}>
      <PlainField
        label="ARN of the resource"
        mono
        value={policy.resource}
        onCommit={(text) => text.trim() !== '' && set({ resource: role, path: at('resource'), value: text.trim() })}
        trailing={<IconButton glyph="trash" size="small" label={`Delete the policy of ${policy.resource}`} onClick={() => set({ resource: role, path: ['resourcePolicies', row], value: undefined })} />}
      />
      <PlainField label="Account, where not the role’s" value={policy.account ?? ''} onCommit={(text) => set({ resource: role, path: at('account'), value: text.trim() === '' ? undefined : text.trim() })} />
      <PolicyEditor label={`Policy of ${policy.resource}`} document={policy.document} use="resource" onChange={(document) => set({ resource: role, path: at('document'), value: document }, `resource-policy:${role}:${row}`)} />
    </div>
  );
}
