import { listResources } from '@core/editing/draft.ts';
import { drawRole } from '@core/editing/iam-roles.ts';
import { Button } from '../../controls/button.tsx';
import { Section } from '../../controls/section.tsx';
import type { FormProps } from '../parts/form-props.ts';
import styles from '../parts/parts.module.css';
import { PlainField } from '../parts/plain-field.tsx';
import { LineList, ResourceLine } from '../parts/resource-line.tsx';
import { useDesign, useEdit } from '../parts/use-edit.ts';

/** The role of an instance: its name, and the role itself where the design has it. */
export function RoleSection({ id, value }: FormProps<'instance'>) {
  const { edit, set } = useEdit();
  const { role } = value;
  const drawn = listResources(useDesign(), 'iam-role').filter((candidate) => role !== undefined && (candidate.value.name === role || candidate.value.instanceProfiles?.includes(role)));
  return (
    <Section title="Role">
      <PlainField
        label="IAM role of the instance profile"
        value={role ?? ''}
        placeholder="no role"
        hint={role === undefined ? 'Without a role, AWS services deny what the machine asks of them.' : undefined}
        onCommit={(text) => set({ resource: id, path: ['role'], value: text.trim() === '' ? undefined : text.trim() })}
      />
      {drawn.length > 0 ? (
        <LineList label="Role in the design" none="">
          {drawn.map((candidate) => (
            <ResourceLine key={candidate.id} id={candidate.id} end={`${Object.keys(candidate.value.policies).length} policies`} />
          ))}
        </LineList>
      ) : (
        <div className={styles.buttons}>
          <Button glyph="plus" onClick={() => edit((now, random) => drawRole(now, { instance: id, random }))}>
            {role === undefined ? 'Make a role' : `Add ${role} to the design`}
          </Button>
        </div>
      )}
    </Section>
  );
}
