import { interfacesOf } from '@core/editing/members.ts';
import { Section } from '../controls/section.tsx';
import { InterfaceSection } from './instance/interface-section.tsx';
import { MachineSection } from './instance/machine-section.tsx';
import { ServiceSection } from './instance/service-section.tsx';
import { StateSection } from './instance/state-section.tsx';
import { UserDataSection } from './instance/user-data-section.tsx';
import type { FormProps } from './parts/form-props.ts';
import { GroupChips } from './parts/group-chips.tsx';
import { findOfKind } from './parts/name-of.ts';
import { PlainField } from './parts/plain-field.tsx';
import { useDesign, useEdit } from './parts/use-edit.ts';

/** An EC2 instance: its life, its machine, its addresses, who guards it, what listens on it, how it was started. */
export function InstanceForm({ id, value }: FormProps<'instance'>) {
  const design = useDesign();
  const { set } = useEdit();
  const [primary] = interfacesOf(design, id);
  const vpc = findOfKind(design, primary?.value.subnet, 'subnet')?.vpc;
  return (
    <>
      <StateSection id={id} value={value} />
      <InterfaceSection id={id} value={value} />
      {primary && (
        <Section title="Security groups" end={interfacesOf(design, id).length > 1 ? 'of the primary interface' : undefined}>
          <GroupChips target={id} groups={primary.value.securityGroups} vpc={vpc} />
        </Section>
      )}
      <ServiceSection id={id} value={value} />
      <MachineSection id={id} value={value} />
      <UserDataSection id={id} value={value} />
      <Section title="Role">
        <PlainField
          label="IAM role of the instance profile"
          value={value.role ?? ''}
          placeholder="no role"
          hint={value.role === undefined ? 'Without a role, AWS services deny what the machine asks of them.' : undefined}
          onCommit={(role) => set({ resource: id, path: ['role'], value: role.trim() === '' ? undefined : role.trim() })}
        />
      </Section>
    </>
  );
}
