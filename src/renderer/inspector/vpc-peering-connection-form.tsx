import { listResources } from '@core/editing/draft.ts';
import { addPeeringCidr, removePeeringCidr, setPeeringVpc, type PeeringSideName } from '@core/editing/vpc-peering.ts';
import { asResourceId, type ResourceId } from '@core/model/ids.ts';
import { peeringStates } from '@core/model/resources/vpc-peering-connection.ts';
import { Field } from '../controls/field.tsx';
import { Section } from '../controls/section.tsx';
import { Select } from '../controls/select.tsx';
import { Switch } from '../controls/switch.tsx';
import { BlockList } from './blocks/block-list.tsx';
import type { FormProps } from './parts/form-props.ts';
import { findOfKind, nameOf } from './parts/name-of.ts';
import styles from './parts/parts.module.css';
import { PlainField } from './parts/plain-field.tsx';
import { Remark, Sentence } from './parts/remark.tsx';
import { ResourceLink } from './parts/resource-line.tsx';
import { RoutesTo } from './parts/routes-to.tsx';
import { SettingRow } from './parts/setting-row.tsx';
import { StateSelect } from './parts/state-select.tsx';
import { useDesign, useEdit } from './parts/use-edit.ts';

/** The value of the choice that is no VPC of the design. */
const OUTSIDE = 'outside';

/** A VPC peering connection: its state, its two VPCs, and who routes to it. */
export function VpcPeeringConnectionForm({ id, value }: FormProps<'vpc-peering-connection'>) {
  return (
    <>
      <Section title="State">
        <StateSelect id={id} value={value.state} states={peeringStates} />
        {value.state === 'pending-acceptance' && <Remark answer="warn">The owner of the accepter VPC has to accept it; until then it carries nothing.</Remark>}
      </Section>
      <PeeringSideSection id={id} value={value} side="requester" />
      <PeeringSideSection id={id} value={value} side="accepter" />
      <RoutesTo target={id} none="No route leads to it, so neither VPC uses it." />
    </>
  );
}

type SideProps = FormProps<'vpc-peering-connection'> & { readonly side: PeeringSideName };

function PeeringSideSection({ id, value, side }: SideProps) {
  const design = useDesign();
  const { set } = useEdit();
  const given = value[side];
  const isHere = findOfKind(design, given.vpc, 'vpc') !== undefined;
  return (
    <Section title={side === 'requester' ? 'Requester' : 'Accepter'} end={given.region}>
      <VpcSelect id={id} value={value} side={side} />
      {isHere && given.vpc !== undefined ? <KnownSide vpc={given.vpc} /> : <ForeignSide id={id} value={value} side={side} />}
      <SettingRow
        label="Its public names answer private addresses"
        end={
          <Switch
            label={`Public names of the ${side}’s instances resolve to private addresses from the other side`}
            labelHidden
            checked={given.dnsResolution ?? false}
            onChange={(isOn) => set({ resource: id, path: [side, 'dnsResolution'], value: isOn })}
          />
        }
      />
    </Section>
  );
}

function VpcSelect({ id, value, side }: SideProps) {
  const design = useDesign();
  const { edit } = useEdit();
  const { vpc } = value[side];
  const choices = listResources(design, 'vpc').map((home) => {
    const result = home.id === vpc ? undefined : setPeeringVpc(design, { peering: id, side, vpc: home.id });
    const refused = result && !result.ok ? result.refused : undefined;
    return { value: home.id, label: nameOf(design, home.id), disabled: refused !== undefined, sentence: refused };
  });
  const isHere = choices.some((choice) => choice.value === vpc);
  return (
    <Field label={side === 'requester' ? 'Requester VPC' : 'Accepter VPC'} labelHidden>
      <Select
        shape="wide"
        value={isHere ? vpc : OUTSIDE}
        choices={[...choices, { value: OUTSIDE, label: 'A VPC outside of the design', sentence: 'One of another account, or one that is not drawn.' }]}
        onChange={(chosen) => edit((now) => setPeeringVpc(now, { peering: id, side, vpc: chosen === OUTSIDE ? undefined : asResourceId(chosen) }))}
      />
    </Field>
  );
}

/** A VPC of the design: its blocks are its own. */
function KnownSide({ vpc }: { readonly vpc: ResourceId }) {
  const home = findOfKind(useDesign(), vpc, 'vpc');
  const blocks = home ? [home.cidr, ...[...Object.values(home.secondaryCidrs), ...Object.values(home.ipv6Cidrs)].map(({ cidr }) => cidr)] : [];
  return <SettingRow label="Blocks" glyph="vpc" value={<span className={styles.mono}>{blocks.join(', ')}</span>} end={<ResourceLink id={vpc} />} />;
}

/** A VPC that the design does not hold: what is known of it stands in the peering. */
function ForeignSide({ id, value, side }: SideProps) {
  const design = useDesign();
  const { edit, set } = useEdit();
  const given = value[side];
  const clean = (text: string): string | undefined => (text.trim() === '' ? undefined : text.trim());
  return (
    <div className={styles.stack}>
      {given.vpc !== undefined && <SettingRow label="VPC id" value={<span className={styles.mono}>{given.vpc}</span>} />}
      <PlainField label="Account" value={given.account ?? ''} mono onCommit={(text) => set({ resource: id, path: [side, 'account'], value: clean(text) })} />
      <PlainField label="Region" value={given.region ?? ''} mono placeholder="us-east-1" onCommit={(text) => set({ resource: id, path: [side, 'region'], value: clean(text) })} />
      <BlockList
        label="Block"
        add="Add a block"
        blocks={given.cidrs.map((cidr) => ({ row: cidr, cidr, onRemove: () => edit((now) => removePeeringCidr(now, { peering: id, side, cidr })) }))}
        tryAdd={(cidr) => addPeeringCidr(design, { peering: id, side, cidr })}
        onAdd={(cidr) => edit((now) => addPeeringCidr(now, { peering: id, side, cidr }))}
      />
      <Sentence>What happens inside this VPC is not in the design; what arrives there is undetermined.</Sentence>
    </div>
  );
}
