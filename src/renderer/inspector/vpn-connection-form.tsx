import { addVpnRoute, removeVpnRoute } from '@core/editing/on-premises.ts';
import { rowEntries } from '@core/editing/rows.ts';
import { Field } from '../controls/field.tsx';
import { Section } from '../controls/section.tsx';
import { Select } from '../controls/select.tsx';
import { BlockList } from './blocks/block-list.tsx';
import type { FormProps } from './parts/form-props.ts';
import styles from './parts/parts.module.css';
import { Sentence } from './parts/remark.tsx';
import { ResourceSelect } from './parts/resource-select.tsx';
import { SettingRow } from './parts/setting-row.tsx';
import { StateSelect } from './parts/state-select.tsx';
import { useDesign, useEdit } from './parts/use-edit.ts';

const TUNNEL_STATES = [
  { value: 'up', label: 'up' },
  { value: 'down', label: 'down' },
] as const;

/** A VPN connection: its two ends, how it learns routes, its tunnels. */
export function VpnConnectionForm({ id, value }: FormProps<'vpn-connection'>) {
  const { set } = useEdit();
  const tunnels = rowEntries(value.tunnels);
  return (
    <>
      <Section title="Ends">
        <ResourceSelect
          label="AWS’s end"
          value={value.gateway}
          kinds={['virtual-private-gateway', 'transit-gateway']}
          none="not in the design"
          onChange={(gateway) => set({ resource: id, path: ['gateway'], value: gateway })}
        />
        <ResourceSelect
          label="Far end"
          value={value.customerGateway}
          kinds={['customer-gateway']}
          onChange={(customerGateway) => set({ resource: id, path: ['customerGateway'], value: customerGateway })}
        />
        <StateSelect id={id} value={value.state} states={['pending', 'available', 'deleting', 'deleted']} />
      </Section>
      <Section title="Routing">
        <Field label="Routes are" labelHidden>
          <Select
            shape="wide"
            value={value.routing}
            choices={[
              { value: 'static', label: 'Static routes', sentence: 'Somebody writes down what lies behind the far end.' },
              { value: 'bgp', label: 'BGP', sentence: 'The far end announces its blocks.' },
            ]}
            onChange={(routing) => set({ resource: id, path: ['routing'], value: routing })}
          />
        </Field>
        {value.routing === 'bgp' && <Sentence>What the drawn network behind the customer gateway holds is taken as announced.</Sentence>}
      </Section>
      {value.routing === 'static' && <StaticRoutes id={id} value={value} />}
      <Section title="Tunnels" end={`${tunnels.length}`}>
        {tunnels.length === 0 && <Sentence>Nothing is known of its tunnels.</Sentence>}
        {tunnels.map(([row, { outsideAddress, status }]) => (
          <SettingRow
            key={row}
            label={row}
            value={outsideAddress === undefined ? 'address not known' : <span className={styles.mono}>{outsideAddress}</span>}
            end={
              <Select
                label={`State of ${row}`}
                size="small"
                shape="plain"
                value={status}
                choices={TUNNEL_STATES}
                onChange={(next) => set({ resource: id, path: ['tunnels', row, 'status'], value: next })}
              />
            }
          />
        ))}
      </Section>
    </>
  );
}

function StaticRoutes({ id, value }: FormProps<'vpn-connection'>) {
  const design = useDesign();
  const { edit } = useEdit();
  return (
    <Section title="Static routes" end={`${Object.keys(value.staticRoutes).length}`}>
      <BlockList
        label="Static route"
        add="Add a static route"
        blocks={rowEntries(value.staticRoutes).map(([row, { cidr }]) => ({
          row,
          cidr,
          onRemove: () => edit((now) => removeVpnRoute(now, { vpnConnection: id, row })),
        }))}
        tryAdd={(cidr) => addVpnRoute(design, { vpnConnection: id, cidr })}
        onAdd={(cidr) => edit((now) => addVpnRoute(now, { vpnConnection: id, cidr }))}
      />
    </Section>
  );
}
