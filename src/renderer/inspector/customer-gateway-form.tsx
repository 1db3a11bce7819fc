import { parseIpv4 } from '@core/address/ipv4.ts';
import { listResources } from '@core/editing/draft.ts';
import { Field } from '../controls/field.tsx';
import { Section } from '../controls/section.tsx';
import { Select } from '../controls/select.tsx';
import { AsnField } from './parts/asn-field.tsx';
import type { FormProps } from './parts/form-props.ts';
import { nameOf } from './parts/name-of.ts';
import styles from './parts/parts.module.css';
import { PlainField } from './parts/plain-field.tsx';
import { LineList, ResourceLine } from './parts/resource-line.tsx';
import { useDesign, useEdit } from './parts/use-edit.ts';

const NOBODY = '#nobody';

/** Why a text is no IPv4 address; `undefined` when it is one or is empty. */
export const judgeIpv4 = (text: string): string | undefined => {
  const typed = text.trim();
  return typed === '' || parseIpv4(typed) !== undefined ? undefined : `${typed} is not an IPv4 address.`;
};

/** What AWS knows of the VPN device at the far end. */
export function CustomerGatewayForm({ id, value }: FormProps<'customer-gateway'>) {
  const design = useDesign();
  const { set } = useEdit();
  const networks = listResources(design, 'on-premises-network').map((network) => ({ value: network.id, label: nameOf(design, network.id) }));
  const connections = listResources(design, 'vpn-connection').filter((connection) => connection.value.customerGateway === id);
  return (
    <>
      <Section title="Device">
        <div className={styles.stack}>
          <PlainField
            label="Public IPv4 address"
            mono
            placeholder="203.0.113.12"
            value={value.address ?? ''}
            judge={judgeIpv4}
            onCommit={(text) => set({ resource: id, path: ['address'], value: text.trim() === '' ? undefined : text.trim() })}
          />
          <AsnField id={id} value={value.asn} />
          <Field label="Network behind it">
            <Select
              shape="wide"
              value={value.onPremises ?? NOBODY}
              choices={[{ value: NOBODY, label: 'not drawn' }, ...networks]}
              onChange={(chosen) => set({ resource: id, path: ['onPremises'], value: chosen === NOBODY ? undefined : chosen })}
            />
          </Field>
        </div>
      </Section>
      <Section title="VPN connections" end={`${connections.length}`}>
        <LineList label="VPN connections" none="No VPN connection ends here.">
          {connections.map((connection) => (
            <ResourceLine key={connection.id} id={connection.id} />
          ))}
        </LineList>
      </Section>
    </>
  );
}
