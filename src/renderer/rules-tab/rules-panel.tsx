import type { GlyphId } from '@core/drawing/glyphs/index.ts';
import { asResourceId } from '@core/model/ids.ts';
import { useAppState } from '../app/app-context.ts';
import { EmptyState } from '../controls/empty-state.tsx';
import { findResource, nameOf } from '../inspector/parts/name-of.ts';
import type { AppState } from '../store/app-state.ts';
import { AclRules } from './acl-rules.tsx';
import { GroupRules } from './group-rules.tsx';
import styles from './rules-tab.module.css';

/** The word of the tab: the name of the ACL or group it edits. */
export const rulesTitle = ({ design, workspace }: AppState): string => (workspace.rulesOf === null ? 'Rules' : nameOf(design, workspace.rulesOf));

/** The glyph of the tab. */
export function rulesGlyph({ design, workspace }: AppState): GlyphId | undefined {
  const kind = findResource(design, workspace.rulesOf ?? undefined)?.kind;
  return kind === 'network-acl' || kind === 'security-group' ? kind : undefined;
}

/** The rules of a network ACL or a security group: inbound beside outbound, because a stateless reply needs both in view. */
export function RulesPanel() {
  const keeper = useAppState(({ workspace }) => workspace.rulesOf);
  const resource = useAppState(({ design }) => findResource(design, keeper ?? undefined));
  const id = asResourceId(keeper ?? '');
  if (resource?.kind === 'network-acl')
    return (
      <div className={styles.panel}>
        <AclRules key={id} id={id} acl={resource} />
      </div>
    );
  if (resource?.kind === 'security-group')
    return (
      <div className={styles.panel}>
        <GroupRules key={id} id={id} group={resource} />
      </div>
    );
  return (
    <EmptyState
      sentence={
        keeper === null
          ? 'Choose a network ACL or a security group to edit its rules.'
          : 'What had these rules is not in the design any more; choose another network ACL or security group.'
      }
    />
  );
}
