import { managedPolicyOf } from '@core/aws/managed-policies.ts';
import { EC2_TRUST, setBoundary } from '@core/editing/iam-roles.ts';
import type { ResourceId } from '@core/model/ids.ts';
import type { IamRole } from '@core/model/resources/iam-role.ts';
import { useState } from 'react';
import { useAppState } from '../../app/app-context.ts';
import { Button } from '../../controls/button.tsx';
import { Combobox } from '../../controls/combobox.tsx';
import { Section } from '../../controls/section.tsx';
import { factsOf } from '../../store/report-slice.ts';
import type { FormProps } from '../parts/form-props.ts';
import styles from '../parts/parts.module.css';
import { Remark, Sentence } from '../parts/remark.tsx';
import { useEdit } from '../parts/use-edit.ts';
import { knownPolicies, readTypedPolicy } from './policies-section.tsx';
import { PolicyEditor } from './policy-editor.tsx';

/** Who may take the role on: instances do only where the trust policy names EC2. */
export function TrustSection({ id, value }: FormProps<'iam-role'>) {
  const { set } = useEdit();
  const [isOpen, setIsOpen] = useState(false);
  const fact = useAppState(({ report }) => factsOf(report, id));
  const trust = fact?.kind === 'iam-role' ? fact.trust : undefined;
  const change = (trustPolicy: unknown) => set({ resource: id, path: ['trustPolicy'], value: trustPolicy }, `trust:${id}`);
  return (
    <Section title="Trust">
      {trust === 'yes' && <Sentence>EC2 may hand it to instances.</Sentence>}
      {trust === 'assumed' && <Sentence>Its trust policy is not in the design; it is taken to let EC2 assume it.</Sentence>}
      {trust === 'no' && <Remark answer="fail">Its trust policy does not let ec2.amazonaws.com assume it, so no instance gets its credentials.</Remark>}
      {trust === 'unknown' && <Remark answer="undetermined">Whether EC2 may assume it hangs on conditions that the design does not tell.</Remark>}
      {isOpen && <PolicyEditor label="Trust policy" document={value.trustPolicy} use="trust" mayBeEmpty onChange={change} />}
      <div className={styles.buttons}>
        <Button onClick={() => setIsOpen(!isOpen)}>{isOpen ? 'Hide the trust policy' : 'Show the trust policy'}</Button>
        {trust !== 'yes' && <Button onClick={() => change(EC2_TRUST)}>Trust EC2</Button>}
      </div>
    </Section>
  );
}

/** The permissions boundary of a role: the most that its own policies can allow. */
export function BoundarySection({ id, value }: FormProps<'iam-role'>) {
  const { edit } = useEdit();
  const { permissionsBoundary: boundary } = value;
  const limit = (policy: string) => edit((now) => setBoundary(now, { role: id, policy }));
  return (
    <Section title="Permissions boundary" end={boundary === undefined ? 'none' : undefined}>
      {boundary && <BoundaryDetails role={id} boundary={boundary} />}
      <div className={styles.buttons}>
        <Combobox
          label="Set a permissions boundary"
          placeholder={boundary === undefined ? 'Set a boundary' : 'Take another boundary'}
          searchPlaceholder="Name or ARN"
          emptySentence="Write the ARN of the policy."
          value={undefined}
          sections={knownPolicies}
          readTyped={readTypedPolicy}
          onChange={limit}
        />
        {boundary && <Button onClick={() => limit('')}>Take it away</Button>}
      </div>
    </Section>
  );
}

type Boundary = NonNullable<IamRole['permissionsBoundary']>;

function BoundaryDetails({ role, boundary: { arn, document } }: { readonly role: ResourceId; readonly boundary: Boundary }) {
  const { set } = useEdit();
  const managed = arn === undefined || document !== undefined ? undefined : managedPolicyOf(arn);
  const known = managed ? { ...managed.document } : document;
  const change = (next: unknown) => set({ resource: role, path: ['permissionsBoundary', 'document'], value: next }, `boundary:${role}`);
  return (
    <>
      {arn !== undefined && <span className={styles.mono}>{arn}</span>}
      {known === undefined && <Remark answer="undetermined">Its statements are not known here. Paste its JSON to let them count.</Remark>}
      <PolicyEditor label="Statements of the boundary" document={known} use="identity" mayBeEmpty onChange={managed ? undefined : change} />
    </>
  );
}
