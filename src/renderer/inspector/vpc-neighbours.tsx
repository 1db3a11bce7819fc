import { overlaps, readCidr, type Cidr } from '@core/address/cidr.ts';
import { listResources } from '@core/editing/draft.ts';
import { blocksOf } from '@core/editing/members.ts';
import type { Design } from '@core/model/design.ts';
import type { ResourceId } from '@core/model/ids.ts';
import type { Vpc } from '@core/model/resources/index.ts';
import { AnswerMark } from '../controls/answer-mark.tsx';
import { Section } from '../controls/section.tsx';
import type { FormProps } from './parts/form-props.ts';
import { LineList, ResourceLine } from './parts/resource-line.tsx';
import { useDesign } from './parts/use-edit.ts';

/** Another network of the design, and whether its addresses are apart from a VPC's. */
export interface Neighbour {
  readonly id: ResourceId;
  readonly overlaps: boolean;
}

/** The other VPCs and the on-premises networks: whose blocks overlap cannot be peered or joined by a VPN connection. */
export function listNeighbours(design: Design, id: ResourceId, vpc: Vpc): readonly Neighbour[] {
  const own = blocksOf(vpc);
  const meets = (blocks: readonly Cidr[]): boolean => blocks.some((block) => own.some((mine) => overlaps(mine, block)));
  const vpcs = listResources(design, 'vpc')
    .filter((other) => other.id !== id)
    .map((other) => ({ id: other.id, overlaps: meets(blocksOf(other.value)) }));
  const offices = listResources(design, 'on-premises-network').map((office) => {
    const blocks = Object.values(office.value.cidrs)
      .map(({ cidr }) => readCidr(cidr))
      .filter((block) => block !== undefined);
    return { id: office.id, overlaps: meets(blocks) };
  });
  return [...vpcs, ...offices];
}

/** Whether the VPC could be joined with the other networks of the design. */
export function VpcNeighbours({ id, value }: FormProps<'vpc'>) {
  const design = useDesign();
  const neighbours = listNeighbours(design, id, value);
  if (neighbours.length === 0) return null;
  return (
    <Section title="Other networks">
      <LineList label="Other networks">
        {neighbours.map((neighbour) => (
          <ResourceLine
            key={neighbour.id}
            id={neighbour.id}
            isBad={neighbour.overlaps}
            end={neighbour.overlaps ? <AnswerMark answer="fail" word="overlaps" /> : 'clear'}
          />
        ))}
      </LineList>
    </Section>
  );
}
