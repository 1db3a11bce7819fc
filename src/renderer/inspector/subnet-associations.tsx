import { associateNetworkAcl, associateRouteTable } from '@core/editing/associations.ts';
import { listResources } from '@core/editing/draft.ts';
import type { SubnetFacts } from '@core/findings/report.ts';
import type { Design } from '@core/model/design.ts';
import { asResourceId } from '@core/model/ids.ts';
import type { Subnet } from '@core/model/resources/index.ts';
import { useAppState } from '../app/app-context.ts';
import { AnswerMark } from '../controls/answer-mark.tsx';
import { Section } from '../controls/section.tsx';
import { Switch } from '../controls/switch.tsx';
import { AssociationRow, type AssociationChoice } from './parts/association-row.tsx';
import type { FormProps } from './parts/form-props.ts';
import { findOfKind, nameOf } from './parts/name-of.ts';
import { SettingRow } from './parts/setting-row.tsx';
import { useDesign, useEdit } from './parts/use-edit.ts';
import { sayLegs, stopsAt } from './rows/stops-at.ts';

type Associated = 'route-table' | 'network-acl';

/** What a subnet could use: the main table or default ACL without saying so, or any of its VPC by name. */
export function listChoices(design: Design, { vpc }: Pick<Subnet, 'vpc'>, kind: Associated): readonly AssociationChoice[] {
  const home = findOfKind(design, vpc, 'vpc');
  const implicit = kind === 'route-table' ? home?.mainRouteTable : home?.defaultNetworkAcl;
  const word = kind === 'route-table' ? 'Main route table' : 'Default network ACL';
  const own = listResources(design, kind).filter(({ value }) => value.vpc === vpc);
  return [
    { id: undefined, label: implicit === undefined ? word : `${word} (${nameOf(design, implicit)})` },
    ...own.map(({ id }) => ({ id, label: nameOf(design, id) })),
  ];
}

interface KindWords {
  readonly label: string;
  readonly field: 'routeTable' | 'networkAcl';
  /** What a blocker of this kind does to a leg. */
  readonly verb: string;
}

const KINDS: Readonly<Record<Associated, KindWords>> = {
  'route-table': { label: 'Route table', field: 'routeTable', verb: 'stops' },
  'network-acl': { label: 'Network ACL', field: 'networkAcl', verb: 'drops' },
};

interface SubnetProps extends FormProps<'subnet'> {
  readonly facts: SubnetFacts | undefined;
}

function AssociationOf({ kind, id, value, facts }: SubnetProps & { readonly kind: Associated }) {
  const design = useDesign();
  const diagnosis = useAppState(({ question }) => question.diagnosis);
  const { edit } = useEdit();
  const { label, field, verb } = KINDS[kind];
  const stopped = stopsAt(diagnosis, kind, id);
  const choose = (chosen: string | undefined) => {
    const wanted = chosen === undefined ? undefined : asResourceId(chosen);
    edit((now) =>
      kind === 'route-table' ? associateRouteTable(now, { subnet: id, routeTable: wanted }) : associateNetworkAcl(now, { subnet: id, networkAcl: wanted }),
    );
  };
  return (
    <AssociationRow
      label={label}
      glyph={kind}
      used={facts?.[field]?.id ?? value[field]}
      via={facts?.[field]?.via}
      none="not known"
      choices={listChoices(design, value, kind)}
      chosen={value[field]}
      onChoose={choose}
      isBad={stopped.length > 0}
      verdict={stopped.length > 0 ? <AnswerMark answer="fail" word={`${verb} ${sayLegs(stopped)}`} /> : undefined}
    />
  );
}

/** The route table, the network ACL and the public addresses of a subnet, and what they do to the question asked. */
export function SubnetAssociations(props: SubnetProps) {
  const { id, value } = props;
  const { set } = useEdit();
  return (
    <Section title="Associated">
      <AssociationOf kind="route-table" {...props} />
      <AssociationOf kind="network-acl" {...props} />
      <SettingRow
        label="Public IPv4"
        glyph="elastic-ip"
        value="auto-assign"
        end={
          <Switch
            label="Auto-assign public IPv4 addresses"
            labelHidden
            checked={value.autoAssignPublicIp}
            onChange={(on) => set({ resource: id, path: ['autoAssignPublicIp'], value: on })}
          />
        }
      />
    </Section>
  );
}
