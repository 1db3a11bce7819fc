import { listResources } from '@core/editing/draft.ts';
import { rowEntries } from '@core/editing/rows.ts';
import { addTransitRoute, changeTransitRoute, removeTransitRoute, setTransitPropagation } from '@core/editing/transit-gateways.ts';
import { asResourceId, type ResourceId } from '@core/model/ids.ts';
import { useState } from 'react';
import { IconButton } from '../../controls/icon-button.tsx';
import { Section } from '../../controls/section.tsx';
import { Select } from '../../controls/select.tsx';
import { Switch } from '../../controls/switch.tsx';
import { BlockList } from '../blocks/block-list.tsx';
import type { FormProps } from '../parts/form-props.ts';
import { findOfKind, nameOf } from '../parts/name-of.ts';
import styles from '../parts/parts.module.css';
import { Remark } from '../parts/remark.tsx';
import { LineList, ResourceLine, ResourceLink } from '../parts/resource-line.tsx';
import { SettingRow } from '../parts/setting-row.tsx';
import { useDesign, useEdit } from '../parts/use-edit.ts';

type Props = FormProps<'transit-gateway-route-table'>;
const BLACKHOLE = 'blackhole';

/** A route table of a transit gateway: its written routes, who uses it, and who propagates into it. */
export function TransitRouteTableForm({ id, value }: Props) {
  const design = useDesign();
  const users = listResources(design, 'transit-gateway-attachment').filter((attachment) => attachment.value.routeTable === id || attachment.value.peer?.routeTable === id);
  return (
    <>
      <Section title="Transit gateway">
        <SettingRow label="Belongs to" glyph="transit-gateway" value={<ResourceLink id={value.transitGateway} />} />
        {value.routesKnown === false && <Remark answer="undetermined">The import does not hold its routes, so verdicts that depend on it are undetermined.</Remark>}
      </Section>
      <RoutesSection id={id} value={value} />
      <Section title="Decides for" end={`${users.length}`}>
        <LineList label="Associated attachments" none="No attachment is associated with it.">
          {users.map((attachment) => (
            <ResourceLine key={attachment.id} id={attachment.id} />
          ))}
        </LineList>
      </Section>
      <PropagationSection id={id} value={value} />
    </>
  );
}

function attachmentsOfTable(design: ReturnType<typeof useDesign>, gateway: ResourceId) {
  return listResources(design, 'transit-gateway-attachment').filter(({ value }) => value.transitGateway === gateway || value.peer?.transitGateway === gateway);
}

function RoutesSection({ id, value }: Props) {
  const design = useDesign();
  const { edit } = useEdit();
  const [target, setTarget] = useState<string>(BLACKHOLE);
  const routes = rowEntries(value.routes);
  const choices = [...attachmentsOfTable(design, value.transitGateway).map((attachment) => ({ value: attachment.id, label: nameOf(design, attachment.id) })), { value: BLACKHOLE, label: 'Blackhole', sentence: 'Drops what it matches.' }];
  const toAttachment = (chosen: string): ResourceId | undefined => (chosen === BLACKHOLE ? undefined : asResourceId(chosen));
  return (
    <Section title="Routes" end={`${routes.length}`}>
      {routes.map(([row, { destination, origin, attachment, state }]) => {
        const isWritten = origin === 'static';
        return (
          <SettingRow
            key={row}
            label={destination}
            isTight
            value={
              isWritten ? (
                <Select label={`Target of ${destination}`} size="small" shape="plain" value={state === 'blackhole' ? BLACKHOLE : (attachment ?? BLACKHOLE)} choices={choices} onChange={(chosen) => edit((now) => changeTransitRoute(now, { table: id, row, attachment: toAttachment(chosen) }))} />
              ) : (
                <ResourceLink id={attachment ?? ''} />
              )
            }
            end={isWritten ? <IconButton glyph="trash" size="small" label={`Remove the route to ${destination}`} onClick={() => edit((now) => removeTransitRoute(now, { table: id, row }))} /> : <span className={styles.soft}>propagated</span>}
          />
        );
      })}
      <SettingRow label="New static routes lead to" value={<Select label="Target of new static routes" size="small" shape="plain" value={target} choices={choices} onChange={setTarget} />} />
      <BlockList
        label="Destination"
        add="Add a static route"
        blocks={[]}
        tryAdd={(destination) => addTransitRoute(design, { table: id, destination, attachment: toAttachment(target) })}
        onAdd={(destination) => edit((now) => addTransitRoute(now, { table: id, destination, attachment: toAttachment(target) }))}
      />
    </Section>
  );
}

/** What the attachment of a VPC propagates. */
const blocksOf = (design: ReturnType<typeof useDesign>, vpc: ResourceId | undefined): string | undefined => findOfKind(design, vpc, 'vpc')?.cidr;

function PropagationSection({ id, value }: Props) {
  const design = useDesign();
  const { edit } = useEdit();
  const attachments = attachmentsOfTable(design, value.transitGateway).filter((attachment) => attachment.value.type !== 'peering');
  return (
    <Section title="Propagation" end={`${value.propagations.length}`}>
      {attachments.map((attachment) => (
        <SettingRow
          key={attachment.id}
          label={nameOf(design, attachment.id)}
          value={blocksOf(design, attachment.value.vpc)}
          end={
            <Switch
              label={`Learn the routes of ${nameOf(design, attachment.id)}`}
              labelHidden
              checked={value.propagations.includes(attachment.id)}
              onChange={(isOn) => edit((now) => setTransitPropagation(now, { table: id, attachment: attachment.id, isOn }))}
            />
          }
        />
      ))}
    </Section>
  );
}
