import { listResources } from '@core/editing/draft.ts';
import { setSecurityGroups } from '@core/editing/security-groups-of.ts';
import type { ResourceId } from '@core/model/ids.ts';
import { asResourceId } from '@core/model/ids.ts';
import { useStore } from '../../app/app-context.ts';
import { Chip } from '../../controls/chip.tsx';
import { Combobox } from '../../controls/combobox.tsx';
import { IconButton } from '../../controls/icon-button.tsx';
import { nameOf } from './name-of.ts';
import styles from './parts.module.css';
import { useDesign, useEdit } from './use-edit.ts';

export interface GroupChipsProps {
  /** The instance, DB instance or interface that the groups guard. */
  readonly target: ResourceId;
  readonly groups: readonly ResourceId[];
  /** Groups of this VPC can be given. */
  readonly vpc: ResourceId | undefined;
}

/** The security groups of something, as chips: given, taken away, opened. */
export function GroupChips({ target, groups, vpc }: GroupChipsProps) {
  const design = useDesign();
  const store = useStore();
  const { edit } = useEdit();
  const put = (next: readonly ResourceId[]) => edit((now) => setSecurityGroups(now, { target, groups: next }));
  const free = listResources(design, 'security-group').filter(({ id, value }) => value.vpc === vpc && !groups.includes(id));
  return (
    <>
      <ul className={styles.chips} aria-label="Security groups">
        {groups.map((group) => (
          <li key={group}>
            <Chip hue="sg" glyph="security-group" label={`Show ${nameOf(design, group)}`} onClick={() => store.select([group])}>
              {nameOf(design, group)}
            </Chip>
            <IconButton glyph="edit" size="small" label={`Edit the rules of ${nameOf(design, group)}`} onClick={() => store.editRules(group)} />
            <IconButton
              glyph="close"
              size="small"
              label={`Take ${nameOf(design, group)} away`}
              onClick={() => put(groups.filter((other) => other !== group))}
            />
          </li>
        ))}
      </ul>
      {free.length > 0 && (
        <div className={styles.buttons}>
          <Combobox
            label="Add a security group"
            placeholder="Add group"
            value={undefined}
            sections={[
              {
                title: 'Security groups',
                choices: free.map(({ id, value }) => ({
                  value: id,
                  label: nameOf(design, id),
                  glyph: 'security-group',
                  hue: 'own',
                  sentence: value.description,
                })),
              },
            ]}
            onChange={(group) => put([...groups, asResourceId(group)])}
          />
        </div>
      )}
    </>
  );
}
