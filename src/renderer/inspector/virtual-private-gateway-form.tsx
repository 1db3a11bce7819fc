import { listResources } from '@core/editing/draft.ts';
import { Section } from '../controls/section.tsx';
import { GatewayTableSection } from './edges/gateway-table-section.tsx';
import { AsnField } from './parts/asn-field.tsx';
import { AttachmentSection } from './parts/attachment-section.tsx';
import type { FormProps } from './parts/form-props.ts';
import { LineList, ResourceLine } from './parts/resource-line.tsx';
import { RoutesTo } from './parts/routes-to.tsx';
import { StateSelect } from './parts/state-select.tsx';
import { useDesign } from './parts/use-edit.ts';

/** A virtual private gateway: its VPC, its VPN connections, where its routes are propagated. */
export function VirtualPrivateGatewayForm({ id, value }: FormProps<'virtual-private-gateway'>) {
  const design = useDesign();
  const connections = listResources(design, 'vpn-connection').filter((connection) => connection.value.gateway === id);
  const tables = listResources(design, 'route-table').filter((table) => table.value.propagatingGateways.includes(id));
  return (
    <>
      <AttachmentSection id={id} kind="virtual-private-gateway" region={value.region} vpc={value.vpc} />
      <Section title="VPN connections" end={`${connections.length}`}>
        <LineList label="VPN connections" none="No VPN connection ends here, so nothing is behind it.">
          {connections.map((connection) => (
            <ResourceLine key={connection.id} id={connection.id} end={connection.value.routing === 'bgp' ? 'BGP' : 'static'} />
          ))}
        </LineList>
      </Section>
      <Section title="Propagated into" end={`${tables.length}`}>
        <LineList label="Propagated into" none="No route table takes its routes by itself.">
          {tables.map((table) => (
            <ResourceLine key={table.id} id={table.id} />
          ))}
        </LineList>
      </Section>
      <GatewayTableSection id={id} vpc={value.vpc} />
      <RoutesTo target={id} none="No route leads to it." />
      <Section title="Settings">
        <StateSelect id={id} value={value.state ?? 'available'} states={['pending', 'available', 'deleting', 'deleted']} />
        <AsnField id={id} value={value.asn} />
      </Section>
    </>
  );
}
