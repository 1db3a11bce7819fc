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
import { useDesign } from './parts/use-edit.ts';
import { RoleSection } from './role/role-section.tsx';

/** An EC2 instance: its life, its machine, its addresses, who guards it, what listens on it, how it was started. */
export function InstanceForm({ id, value }: FormProps<'instance'>) {
  const design = useDesign();
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
      <RoleSection id={id} value={value} />
    </>
  );
}
