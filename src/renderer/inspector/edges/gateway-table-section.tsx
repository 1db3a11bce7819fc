import { listResources } from '@core/editing/draft.ts';
import { associateGatewayTable, refusalOfGatewayTable, tableOfGateway } from '@core/editing/gateway-tables.ts';
import type { Design } from '@core/model/design.ts';
import { asResourceId, type ResourceId } from '@core/model/ids.ts';
import { Section } from '../../controls/section.tsx';
import { AssociationRow, type AssociationChoice } from '../parts/association-row.tsx';
import { nameOf } from '../parts/name-of.ts';
import { Sentence } from '../parts/remark.tsx';
import { useDesign, useEdit } from '../parts/use-edit.ts';

/** The tables that a gateway of the VPC may have, and none. */
export function gatewayTableChoices(design: Design, vpc: ResourceId, used: ResourceId | undefined): readonly AssociationChoice[] {
  const tables = listResources(design, 'route-table').filter(({ id, value }) => id === used || (value.vpc === vpc && refusalOfGatewayTable(design, id, value) === undefined));
  return [{ id: undefined, label: 'None: local routes deliver it' }, ...tables.map(({ id }) => ({ id, label: nameOf(design, id) }))];
}

/** The table that decides about what comes in through a gateway, such as one that leads it through an appliance first. */
export function GatewayTableSection({ id, vpc }: { readonly id: ResourceId; readonly vpc: ResourceId | undefined }) {
  const design = useDesign();
  const { edit } = useEdit();
  if (vpc === undefined) return null;
  const used = tableOfGateway(design, id);
  const choices = gatewayTableChoices(design, vpc, used);
  return (
    <Section title="What comes in">
      <AssociationRow
        label="Route table"
        glyph="route-table"
        used={used}
        none="none"
        via={undefined}
        choices={choices}
        chosen={used}
        onChoose={(table) => edit((now) => associateGatewayTable(now, { gateway: id, routeTable: table === undefined ? undefined : asResourceId(table) }))}
      />
      {choices.length === 1 && <Sentence>Local routes deliver it. A table that no subnet uses can lead it through an appliance first; add a route table to the VPC for that.</Sentence>}
    </Section>
  );
}
