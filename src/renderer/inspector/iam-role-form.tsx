import { rowEntries } from '@core/editing/rows.ts';
import { Section } from '../controls/section.tsx';
import type { FormProps } from './parts/form-props.ts';
import { Sentence } from './parts/remark.tsx';

/** A role of IAM: its policies. */
export function IamRoleForm({ value }: FormProps<'iam-role'>) {
  const policies = rowEntries(value.policies);
  return (
    <Section title="Policies" end={`${policies.length}`}>
      {policies.length === 0 && <Sentence>No policy is attached, so it may do nothing.</Sentence>}
      {policies.map(([row, { name }]) => (
        <Sentence key={row}>{name}</Sentence>
      ))}
    </Section>
  );
}
