import { addressCount, readCidr } from '@core/address/cidr.ts';
import { formatCount } from '@core/address/format-count.ts';
import { RESERVED_ADDRESS_COUNT, reservedIn } from '@core/aws/reserved-addresses.ts';
import { interfacesIn, natGatewaysIn } from '@core/editing/members.ts';
import { capitalise, countOf } from '@core/editing/nouns.ts';
import { setSubnetCidr } from '@core/editing/set-subnet-cidr.ts';
import { suggestSubnetCidrs } from '@core/editing/suggestions.ts';
import type { SubnetFacts } from '@core/findings/report.ts';
import { useAppState, useStore } from '../app/app-context.ts';
import { IconButton } from '../controls/icon-button.tsx';
import { Section } from '../controls/section.tsx';
import { factsOf } from '../store/report-slice.ts';
import { AddressBar } from './blocks/address-bar.tsx';
import { BlockField } from './blocks/block-field.tsx';
import { judgeBlock } from './blocks/judge-block.ts';
import { stepPrefix, stepToNeighbour, type BlockStep } from './blocks/step-block.ts';
import { OwnExclusionSection } from './edges/own-exclusion-section.tsx';
import type { FormProps } from './parts/form-props.ts';
import { Sentence } from './parts/remark.tsx';
import { LineList, ResourceLine } from './parts/resource-line.tsx';
import { useDesign, useEdit } from './parts/use-edit.ts';
import { ReservedTable } from './reserved-table.tsx';
import { SubnetAssociations } from './subnet-associations.tsx';
import { SubnetIpv6Section } from './subnet-ipv6-section.tsx';

/** A subnet: public or private and why, its block, its addresses, and what it uses. */
export function SubnetForm({ id, value }: FormProps<'subnet'>) {
  const fact = useAppState(({ report }) => factsOf(report, id));
  const facts = fact?.kind === 'subnet' ? fact : undefined;
  const block = value.cidr === undefined ? undefined : readCidr(value.cidr);
  return (
    <>
      {facts && (
        <Section title={capitalise(facts.exposure)} end="computed from routes">
          <Sentence>{facts.because}</Sentence>
        </Section>
      )}
      {value.cidr !== undefined && <BlockSection id={id} value={value} />}
      <SubnetIpv6Section id={id} value={value} />
      {facts && block?.family === 4 && <AddressSection facts={facts} all={addressCount(block)} />}
      {block && (
        <Section title="Reserved by AWS" end={`${RESERVED_ADDRESS_COUNT} addresses`}>
          <ReservedTable reserved={reservedIn(block)} />
        </Section>
      )}
      <SubnetAssociations id={id} value={value} facts={facts} />
      <OwnExclusionSection id={id} />
      <InsideSection id={id} value={value} />
    </>
  );
}

function BlockSection({ id, value }: FormProps<'subnet'>) {
  const design = useDesign();
  const store = useStore();
  const { edit } = useEdit();
  const current = value.cidr ?? '';
  const step = (result: BlockStep) => {
    if ('none' in result) store.notify('problem', result.none);
    else edit((now) => setSubnetCidr(now, { subnet: id, cidr: result.cidr }), `block:${id}`);
  };
  const judge = (typed: string) =>
    judgeBlock({
      typed,
      current,
      attempt: (cidr) => setSubnetCidr(design, { subnet: id, cidr }),
      suggest: (prefixLength) => suggestSubnetCidrs(design, { vpc: value.vpc, besides: id, prefixLength }),
    });
  return (
    <Section
      title="IPv4 block"
      end={
        <>
          <IconButton glyph="left" size="small" label="Previous free block" onClick={() => step(stepToNeighbour(design, id, 'previous'))} />
          <IconButton glyph="right" size="small" label="Next free block" onClick={() => step(stepToNeighbour(design, id, 'next'))} />
        </>
      }
    >
      <BlockField
        label="IPv4 block"
        isSubnet
        value={current}
        judge={judge}
        onCommit={(cidr) => edit((now) => setSubnetCidr(now, { subnet: id, cidr }))}
        onStep={(direction) => step(stepToNeighbour(design, id, direction))}
        trailing={
          <>
            <IconButton glyph="minus" size="small" label="Smaller block: half the addresses" onClick={() => step(stepPrefix(design, id, 'smaller'))} />
            <IconButton glyph="plus" size="small" label="Larger block: twice the addresses" onClick={() => step(stepPrefix(design, id, 'larger'))} />
          </>
        }
      />
    </Section>
  );
}

function AddressSection({ facts, all }: { readonly facts: SubnetFacts; readonly all: number }) {
  return (
    <Section title="Addresses" end={`${formatCount(all)} in all`}>
      <AddressBar
        parts={[
          { kind: 'reserved', count: RESERVED_ADDRESS_COUNT, word: 'reserved' },
          { kind: 'used', count: facts.used, word: 'used' },
          { kind: 'free', count: facts.free, word: 'free' },
        ]}
      />
    </Section>
  );
}

function InsideSection({ id }: FormProps<'subnet'>) {
  const design = useDesign();
  const interfaces = interfacesIn(design, id);
  const gateways = natGatewaysIn(design, id);
  return (
    <Section title="Inside" end={countOf(interfaces.length + gateways.length, 'interface')}>
      <LineList label="Inside" none="Nothing stands in this subnet yet.">
        {[
          ...interfaces.map((entry) => {
            const { attachment } = entry.value;
            const isPrimary = attachment !== undefined && (attachment.deviceIndex === 0 || attachment.role !== undefined);
            const [first] = Object.values(entry.value.addresses);
            return (
              <ResourceLine
                key={entry.id}
                id={isPrimary ? attachment.resource : entry.id}
                mono
                end={first?.address ?? Object.values(entry.value.ipv6Addresses)[0]?.address}
              />
            );
          }),
          ...gateways.map((entry) => <ResourceLine key={entry.id} id={entry.id} mono end={Object.values(entry.value.addresses)[0]?.privateAddress} />),
        ]}
      </LineList>
    </Section>
  );
}
