import { listResources } from '@core/editing/draft.ts';
import { setDbSubnetGroupSubnets } from '@core/editing/db-subnet-groups.ts';
import { subnetsOf } from '@core/editing/members.ts';
import { joinNames } from '@core/editing/nouns.ts';
import { useAppState } from '../app/app-context.ts';
import { Checkbox } from '../controls/checkbox.tsx';
import { Section } from '../controls/section.tsx';
import type { FormProps } from './parts/form-props.ts';
import { findOfKind, nameOf } from './parts/name-of.ts';
import styles from './parts/parts.module.css';
import { LineList, ResourceGlyph, ResourceLine } from './parts/resource-line.tsx';
import { Remark } from './parts/remark.tsx';
import { useDesign, useEdit } from './parts/use-edit.ts';

/** Public is what a route makes of a subnet; whether somebody gets to a database in it is another question. */
export const sayOpenSubnets = (names: readonly string[]): string =>
  names.length === 1
    ? `${joinNames(names)} is a public subnet: its route table leads to an internet gateway; keep databases in private subnets.`
    : `${joinNames(names)} are public subnets: their route tables lead to an internet gateway; keep databases in private subnets.`;

/** A DB subnet group: the subnets a database may stand in, in at least two zones. */
export function DbSubnetGroupForm({ id, value }: FormProps<'db-subnet-group'>) {
  const design = useDesign();
  const { edit } = useEdit();
  const facts = useAppState(({ report }) => report.value?.facts);
  const zones = new Set(value.subnets.map((subnet) => findOfKind(design, subnet, 'subnet')?.availabilityZone));
  const databases = listResources(design, 'db-instance').filter((database) => database.value.subnetGroup === id);
  const open = value.subnets.filter((subnet) => {
    const fact = facts?.[subnet];
    return fact?.kind === 'subnet' && fact.exposure === 'public';
  });
  const toggle = (subnet: (typeof value.subnets)[number], isIn: boolean) =>
    edit((now) =>
      setDbSubnetGroupSubnets(now, { dbSubnetGroup: id, subnets: isIn ? [...value.subnets, subnet] : value.subnets.filter((other) => other !== subnet) }),
    );
  return (
    <>
      <Section title="Subnets" end={`${value.subnets.length} in ${zones.size} ${zones.size === 1 ? 'zone' : 'zones'}`}>
        <ul className={styles.lines} aria-label="Subnets">
          {subnetsOf(design, value.vpc).map((subnet) => (
            <li key={subnet.id} className={styles.line}>
              <Checkbox
                label={`${nameOf(design, subnet.id)} in ${nameOf(design, id)}`}
                labelHidden
                checked={value.subnets.includes(subnet.id)}
                onChange={(isIn) => toggle(subnet.id, isIn)}
              />
              <ResourceGlyph id={subnet.id} />
              <span className={styles.value}>{nameOf(design, subnet.id)}</span>
              <span className={styles.end}>{subnet.value.availabilityZone}</span>
            </li>
          ))}
        </ul>
        {open.length > 0 && (
          <Remark answer="warn">{sayOpenSubnets(open.map((subnet) => nameOf(design, subnet)))}</Remark>
        )}
      </Section>
      <Section title="DB instances" end={`${databases.length}`}>
        <LineList label="DB instances" none="No DB instance uses this group.">
          {databases.map((database) => (
            <ResourceLine key={database.id} id={database.id} />
          ))}
        </LineList>
      </Section>
    </>
  );
}
