import { listResources } from '@core/editing/draft.ts';
import { addOnPremisesCidr, changeOnPremisesCidr, removeOnPremisesCidr } from '@core/editing/on-premises.ts';
import { rowEntries } from '@core/editing/rows.ts';
import { Section } from '../controls/section.tsx';
import { BlockedPortsSection } from './blocked-ports-section.tsx';
import { BlockList } from './blocks/block-list.tsx';
import type { FormProps } from './parts/form-props.ts';
import { LineList, ResourceLine } from './parts/resource-line.tsx';
import { useDesign, useEdit } from './parts/use-edit.ts';

/** An office or a data centre: the blocks it uses, its VPN devices and its machines. */
export function OnPremisesNetworkForm({ id, value }: FormProps<'on-premises-network'>) {
  const design = useDesign();
  const { edit } = useEdit();
  const gateways = listResources(design, 'customer-gateway').filter((gateway) => gateway.value.onPremises === id);
  const clients = listResources(design, 'client').filter((client) => client.value.network === id);
  const blocks = rowEntries(value.cidrs).map(([row, { cidr }]) => ({
    row,
    cidr,
    onRemove: () => edit((now) => removeOnPremisesCidr(now, { network: id, row })),
    change: {
      attempt: (text: string) => changeOnPremisesCidr(design, { network: id, row, cidr: text }),
      commit: (text: string) => edit((now) => changeOnPremisesCidr(now, { network: id, row, cidr: text })),
    },
  }));
  return (
    <>
      <Section title="Blocks" end={`${blocks.length}`}>
        <BlockList
          label="Block"
          add="Add a block"
          blocks={blocks}
          tryAdd={(cidr) => addOnPremisesCidr(design, { network: id, cidr })}
          onAdd={(cidr) => edit((now) => addOnPremisesCidr(now, { network: id, cidr }))}
        />
      </Section>
      <BlockedPortsSection id={id} blockedPorts={value.blockedPorts ?? {}} />
      <Section title="Customer gateways" end={`${gateways.length}`}>
        <LineList label="Customer gateways" none="No VPN device is drawn in it.">
          {gateways.map((gateway) => (
            <ResourceLine key={gateway.id} id={gateway.id} mono end={gateway.value.address} />
          ))}
        </LineList>
      </Section>
      <Section title="Clients" end={`${clients.length}`}>
        <LineList label="Clients" none="No client is drawn in it.">
          {clients.map((client) => (
            <ResourceLine key={client.id} id={client.id} mono end={client.value.address} />
          ))}
        </LineList>
      </Section>
    </>
  );
}
