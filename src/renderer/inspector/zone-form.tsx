import { regionOfZone } from '@core/aws/regions.ts';
import { interfacesIn, natGatewaysIn, subnetsOf } from '@core/editing/members.ts';
import { addPart } from '@core/editing/add-part.ts';
import { zoneKey } from '@core/drawing/node-keys.ts';
import { countOf } from '@core/editing/nouns.ts';
import type { ResourceId } from '@core/model/ids.ts';
import { Button } from '../controls/button.tsx';
import { Section } from '../controls/section.tsx';
import { InspectorHeader } from './inspector-header.tsx';
import styles from './inspector.module.css';
import { nameOf } from './parts/name-of.ts';
import parts from './parts/parts.module.css';
import { regionCity } from './parts/place-of.ts';
import { Sentence } from './parts/remark.tsx';
import { LineList, ResourceLine } from './parts/resource-line.tsx';
import { useDesign, useEdit } from './parts/use-edit.ts';

/** One Availability Zone of a VPC: what would be gone with it. */
export function ZoneForm({ vpc, zone }: { readonly vpc: ResourceId; readonly zone: string }) {
  const design = useDesign();
  const { edit } = useEdit();
  const subnets = subnetsOf(design, vpc).filter(({ value }) => value.availabilityZone === zone);
  const standing = subnets.reduce((sum, { id }) => sum + interfacesIn(design, id).length + natGatewaysIn(design, id).length, 0);
  const region = regionOfZone(zone);
  const city = region === undefined ? undefined : regionCity(region);
  return (
    <>
      <InspectorHeader
        glyph="availability-zone"
        name={zone}
        place={`Availability Zone in VPC ${nameOf(design, vpc)}${city === undefined ? '' : `, ${city}`}`}
      />
      <div className={styles.body}>
        <Section title="Subnets" end={countOf(subnets.length, 'subnet')} first>
          <LineList label="Subnets" none="No subnet is in this zone yet.">
            {subnets.map(({ id, value }) => (
              <ResourceLine key={id} id={id} mono end={value.cidr ?? value.ipv6Cidr} />
            ))}
          </LineList>
          <div className={parts.buttons}>
            <Button glyph="plus" onClick={() => edit((now, random) => addPart(now, { part: 'subnet', container: zoneKey(vpc, zone), random }))}>
              Add subnet
            </Button>
          </div>
        </Section>
        <Section title="When the zone fails" end={countOf(standing, 'interface')}>
          <Sentence>
            A zone is a separate location of its Region. When it fails,{' '}
            {subnets.length === 0 ? 'nothing of this VPC is lost with it yet' : `${countOf(subnets.length, 'subnet')} and what stands in them are gone`};
            subnets in another zone stay.
          </Sentence>
        </Section>
      </div>
    </>
  );
}
