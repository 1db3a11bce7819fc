import { attachGateway, detachGateway } from '@core/editing/attach-gateway.ts';
import { listResources } from '@core/editing/draft.ts';
import { egressOnlyInternetGatewayOf, internetGatewayOf, virtualPrivateGatewayOf } from '@core/editing/members.ts';
import { asResourceId, type ResourceId } from '@core/model/ids.ts';
import { Button } from '../../controls/button.tsx';
import { Field } from '../../controls/field.tsx';
import { Section } from '../../controls/section.tsx';
import { Select } from '../../controls/select.tsx';
import { nameOf } from './name-of.ts';
import { Remark } from './remark.tsx';
import { ResourceLink } from './resource-line.tsx';
import { SettingRow } from './setting-row.tsx';
import { useDesign, useEdit } from './use-edit.ts';
import styles from './parts.module.css';

export interface AttachmentSectionProps {
  readonly id: ResourceId;
  readonly kind: 'internet-gateway' | 'egress-only-internet-gateway' | 'virtual-private-gateway';
  readonly region: ResourceId;
  readonly vpc: ResourceId | undefined;
}

const OCCUPANTS = { 'internet-gateway': internetGatewayOf, 'egress-only-internet-gateway': egressOnlyInternetGatewayOf, 'virtual-private-gateway': virtualPrivateGatewayOf } as const;

/** The VPC a gateway is attached to, and the way to attach and detach it. AWS attaches one of each kind to a VPC. */
export function AttachmentSection({ id, kind, region, vpc }: AttachmentSectionProps) {
  const design = useDesign();
  const { edit } = useEdit();
  const attach = (chosen: string) => edit((now, random) => attachGateway(now, { gateway: id, vpc: asResourceId(chosen), random }));
  const occupant = OCCUPANTS[kind];
  if (vpc !== undefined) {
    return (
      <Section title="Attached">
        <SettingRow label="VPC" glyph="vpc" value={<ResourceLink id={vpc} />} />
        <div className={styles.buttons}>
          <Button onClick={() => edit((now) => detachGateway(now, { gateway: id }))}>Detach</Button>
        </div>
      </Section>
    );
  }
  const choices = listResources(design, 'vpc')
    .filter((home) => home.value.region === region)
    .map((home) => {
      const other = occupant(design, home.id);
      return {
        value: home.id,
        label: nameOf(design, home.id),
        disabled: other !== undefined,
        sentence: other === undefined ? undefined : `${nameOf(design, other)} is attached to it.`,
      };
    });
  return (
    <Section title="Detached">
      <div className={styles.stack}>
        <Remark answer="warn">{nameOf(design, id)} is attached to no VPC, so routes to it drop their traffic.</Remark>
        <Field label="Attach to">
          <Select shape="wide" value={undefined} placeholder="Choose a VPC" choices={choices} onChange={attach} />
        </Field>
      </div>
    </Section>
  );
}
