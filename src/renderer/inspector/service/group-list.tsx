import { listResources } from '@core/editing/draft.ts';
import { setSecurityGroups } from '@core/editing/security-groups-of.ts';
import type { ResourceId } from '@core/model/ids.ts';
import { Section } from '../../controls/section.tsx';
import { Sentence } from '../parts/remark.tsx';
import { useDesign, useEdit } from '../parts/use-edit.ts';
import { CheckList } from './check-list.tsx';

/** The security groups of a load balancer or an interface endpoint. */
export function GroupList({ service, vpc, groups, none }: { readonly service: ResourceId; readonly vpc: ResourceId | undefined; readonly groups: readonly ResourceId[]; readonly none: string }) {
  const { edit } = useEdit();
  const choices = listResources(useDesign(), 'security-group').filter(({ value }) => value.vpc === vpc);
  return (
    <Section title="Security groups" end={`${groups.length}`}>
      {groups.length === 0 && <Sentence>{none}</Sentence>}
      <CheckList label="Security groups" choices={choices} chosen={groups} onChange={(chosen) => edit((now) => setSecurityGroups(now, { target: service, groups: chosen }))} />
    </Section>
  );
}
