import { parseIpv6 } from '@core/address/ipv6.ts';
import { changeClientAddress } from '@core/editing/client-address.ts';
import { listResources } from '@core/editing/draft.ts';
import { moveResource } from '@core/editing/move-resource.ts';
import { operatingSystemNames } from '@core/drawing/names.ts';
import { Field } from '../controls/field.tsx';
import { Section } from '../controls/section.tsx';
import { Select } from '../controls/select.tsx';
import { BlockedPortsSection } from './blocked-ports-section.tsx';
import { FormerAddressesSection } from './former-addresses-section.tsx';
import { judgeIpv4 } from './customer-gateway-form.tsx';
import type { FormProps } from './parts/form-props.ts';
import { nameOf } from './parts/name-of.ts';
import styles from './parts/parts.module.css';
import { PlainField } from './parts/plain-field.tsx';
import { useDesign, useEdit } from './parts/use-edit.ts';

const INTERNET = '#internet';

const judgeIpv6 = (text: string): string | undefined =>
  text.trim() === '' || parseIpv6(text.trim()) !== undefined ? undefined : `${text} is not an IPv6 address.`;

/** A machine that asks: where it is, its address, its system, and what its own network keeps in. */
export function ClientForm({ id, value }: FormProps<'client'>) {
  const design = useDesign();
  const { edit, set } = useEdit();
  const networks = listResources(design, 'on-premises-network').map((network) => ({ value: network.id, label: nameOf(design, network.id) }));
  const move = (chosen: string) => edit((now, random) => moveResource(now, { resource: id, container: chosen === INTERNET ? undefined : chosen, random }));
  const put = (field: 'ipv6Address' | 'proxyAddress') => (text: string) => set({ resource: id, path: [field], value: text.trim() === '' ? undefined : text.trim() });
  const systems = Object.entries(operatingSystemNames).map(([system, label]) => ({ value: system, label: label === '' ? 'another system' : label }));
  return (
    <>
      <Section title="Machine">
        <div className={styles.stack}>
          <Field label="Stands">
            <Select shape="wide" value={value.network ?? INTERNET} choices={[{ value: INTERNET, label: 'on the internet' }, ...networks]} onChange={move} />
          </Field>
          <PlainField
            label={value.network === undefined ? 'Public IPv4 address' : 'IPv4 address'}
            mono
            placeholder="203.0.113.7"
            value={value.address ?? ''}
            judge={judgeIpv4}
            onCommit={(address) => edit((now) => changeClientAddress(now, { client: id, address }))}
          />
          <PlainField label="IPv6 address" mono placeholder="none" value={value.ipv6Address ?? ''} judge={judgeIpv6} onCommit={put('ipv6Address')} />
          {value.network === undefined && (
            <PlainField
              label="Proxy"
              mono
              placeholder="none"
              value={value.proxyAddress ?? ''}
              judge={judgeIpv4}
              hint={value.proxyAddress === undefined ? undefined : 'Others see the proxy’s address; it carries TCP 80 and 443 alone.'}
              onCommit={put('proxyAddress')}
            />
          )}
          <Field label="Operating system" hint="It decides which ports replies come back to.">
            <Select
              shape="wide"
              value={value.operatingSystem}
              choices={systems}
              onChange={(system) => set({ resource: id, path: ['operatingSystem'], value: system })}
            />
          </Field>
        </div>
      </Section>
      {value.network === undefined && <FormerAddressesSection id={id} value={value} />}
      <BlockedPortsSection id={id} blockedPorts={value.blockedPorts} />
    </>
  );
}
