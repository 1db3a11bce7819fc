import type { TransitKind } from '@core/lookup/transit-references.ts';
import { Section } from '../../controls/section.tsx';
import type { FormProps } from '../parts/form-props.ts';
import { ResourceLink } from '../parts/resource-line.tsx';
import { SettingRow } from '../parts/setting-row.tsx';

/** What stands between VPCs and beyond them: transit gateways, their tables and attachments, and Direct Connect. */
export function TransitForm({ value }: FormProps<TransitKind>) {
  return (
    <Section title="Where">
      {'transitGateway' in value && <SettingRow label="Transit gateway" value={<ResourceLink id={value.transitGateway} />} />}
      {'vpc' in value && value.vpc !== undefined && <SettingRow label="VPC" value={<ResourceLink id={value.vpc} />} />}
      {'gateway' in value && value.gateway !== undefined && <SettingRow label="Gateway" value={<ResourceLink id={value.gateway} />} />}
      {value.state !== undefined && <SettingRow label="State" value={value.state} />}
    </Section>
  );
}
