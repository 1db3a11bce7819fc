import { listResources } from '@core/editing/draft.ts';
import { isPublicSubnet, routeTableOf, subnetsOf } from '@core/editing/members.ts';
import { makeMainRouteTable } from '@core/editing/associations.ts';
import { joinNames } from '@core/editing/nouns.ts';
import { setPropagation } from '@core/editing/routes.ts';
import type { Design } from '@core/model/design.ts';
import type { ResourceId } from '@core/model/ids.ts';
import type { RouteTable } from '@core/model/resources/index.ts';
import { useAppState } from '../app/app-context.ts';
import { Button } from '../controls/button.tsx';
import { Section } from '../controls/section.tsx';
import { Switch } from '../controls/switch.tsx';
import type { FormProps } from './parts/form-props.ts';
import { findOfKind, nameOf } from './parts/name-of.ts';
import styles from './parts/parts.module.css';
import { Remark, Sentence } from './parts/remark.tsx';
import { LineList, ResourceGlyph, ResourceLine, ResourceLink } from './parts/resource-line.tsx';
import { useDesign, useEdit } from './parts/use-edit.ts';
import { RouteTableRoutes } from './routes/route-table-routes.tsx';

/** A route table: its routes, the subnets that use it, propagation, and why those subnets are public. */
export function RouteTableForm({ id, value }: FormProps<'route-table'>) {
  return (
    <>
      <RouteTableRoutes id={id} value={value} />
      <MissingRoutes id={id} />
      <SubnetSection id={id} value={value} />
      <IncomingSection id={id} value={value} />
      <PropagationSection id={id} value={value} />
      <WhyPublic id={id} value={value} />
    </>
  );
}

/** What the question asked misses in this table. */
function MissingRoutes({ id }: { readonly id: ResourceId }) {
  const blockers = useAppState(({ question }) => question.diagnosis?.blockers);
  const own = (blockers ?? []).filter((blocker) => blocker.component === 'route-table' && blocker.resource === id && blocker.row === null);
  if (own.length === 0) return null;
  return (
    <Section title="Missing">
      {own.map(({ leg, sentence }) => (
        <Remark key={`${leg} ${sentence}`} answer="fail">
          {sentence}
        </Remark>
      ))}
    </Section>
  );
}

function SubnetSection({ id, value }: FormProps<'route-table'>) {
  const design = useDesign();
  const { edit } = useEdit();
  const isMain = findOfKind(design, value.vpc, 'vpc')?.mainRouteTable === id;
  const users = subnetsOf(design, value.vpc).filter((subnet) => routeTableOf(design, subnet.value)?.id === id);
  return (
    <Section title="Subnets" end={`${users.length} associated`}>
      <LineList label="Subnets" none="No subnet uses this route table.">
        {users.map((subnet) => (
          <ResourceLine key={subnet.id} id={subnet.id} end={subnet.value.routeTable === undefined ? 'main' : 'explicit'} />
        ))}
      </LineList>
      {!isMain && (
        <div className={styles.buttons}>
          <Button onClick={() => edit((now) => makeMainRouteTable(now, { routeTable: id }))}>Make it the main table</Button>
        </div>
      )}
    </Section>
  );
}

/** The gateways whose incoming traffic it routes; they choose it themselves. */
function IncomingSection({ value }: FormProps<'route-table'>) {
  const { gateways = [] } = value;
  if (gateways.length === 0) return null;
  return (
    <Section title="Routes what comes in by" end={`${gateways.length}`}>
      <LineList label="Routes what comes in by">
        {gateways.map((gateway) => (
          <ResourceLine key={gateway} id={gateway} />
        ))}
      </LineList>
    </Section>
  );
}

function PropagationSection({ id, value }: FormProps<'route-table'>) {
  const design = useDesign();
  const { edit } = useEdit();
  const attached = listResources(design, 'virtual-private-gateway').filter((gateway) => gateway.value.vpc === value.vpc);
  const gateways = [...new Set([...attached.map((gateway) => gateway.id), ...value.propagatingGateways])];
  if (gateways.length === 0) return null;
  return (
    <Section title="Propagation">
      <LineList label="Propagation">
        {gateways.map((gateway) => (
          <li key={gateway} className={styles.line}>
            <ResourceGlyph id={gateway} />
            <ResourceLink id={gateway} />
            <span className={styles.end}>
              <Switch
                label={`Propagate routes of ${nameOf(design, gateway)}`}
                labelHidden
                checked={value.propagatingGateways.includes(gateway)}
                onChange={(on) => edit((now) => setPropagation(now, { routeTable: id, gateway, on }))}
              />
            </span>
          </li>
        ))}
      </LineList>
    </Section>
  );
}

/** Why the subnets of a table are public, or private, in AWS's words. */
export function explainPublic(design: Design, id: ResourceId, table: RouteTable): string {
  const users = subnetsOf(design, table.vpc).filter((subnet) => routeTableOf(design, subnet.value)?.id === id);
  const rule = 'A subnet is public when its route table sends traffic to an attached internet gateway.';
  const names = joinNames(users.map(({ value }) => value.name));
  const [first] = users;
  if (!first) return `${rule} No subnet uses ${table.name}.`;
  const verb = users.length === 1 ? 'is' : 'are';
  return isPublicSubnet(design, first.value)
    ? `${rule} ${table.name} does, so ${names} ${verb} public.`
    : `${rule} ${table.name} does not, so ${names} ${verb} private.`;
}

function WhyPublic({ id, value }: FormProps<'route-table'>) {
  const design = useDesign();
  const [first] = subnetsOf(design, value.vpc).filter((subnet) => routeTableOf(design, subnet.value)?.id === id);
  const isPublic = first !== undefined && isPublicSubnet(design, first.value);
  return (
    <Section title={isPublic ? 'Why public' : 'Why private'}>
      <Sentence>{explainPublic(design, id, value)}</Sentence>
    </Section>
  );
}
