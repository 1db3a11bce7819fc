import { parts, type Part, type PartGroup } from '@core/editing/parts.ts';
import { useState } from 'react';
import { IconButton } from '../controls/icon-button.tsx';
import { TextInput } from '../controls/text-input.tsx';
import { PartButton } from './part-button.tsx';
import styles from './parts-panel.module.css';

const GROUPS: readonly PartGroup[] = ['Network', 'Gateways', 'Compute and data', 'Rules', 'Outside'];

const fits = ({ title, description }: Part, typed: string): boolean => `${title} ${description}`.toLowerCase().includes(typed.trim().toLowerCase());

/** Everything that can be put on the canvas. */
export function PartsPanel() {
  const [typed, setTyped] = useState<string | null>(null);
  const shown = parts.filter((part) => fits(part, typed ?? ''));
  return (
    <section className={styles.panel} data-region="parts" aria-label="Parts">
      <div className={styles.head}>
        <h2 className={styles.title}>Parts</h2>
        <IconButton glyph="search" size="small" label="Search parts" pressed={typed !== null} onClick={() => setTyped(typed === null ? '' : null)} />
      </div>
      {typed !== null && (
        <div className={styles.search}>
          <TextInput
            type="search"
            label="Search parts"
            value={typed}
            autoFocus
            onChange={setTyped}
            onKeyDown={(event) => event.key === 'Escape' && setTyped(null)}
          />
        </div>
      )}
      <div className={styles.scroll}>
        {shown.length === 0 && <p className={styles.none}>No part has this name.</p>}
        {GROUPS.map((group) => (
          <PartGroupList key={group} group={group} parts={shown.filter((part) => part.group === group)} />
        ))}
      </div>
    </section>
  );
}

function PartGroupList({ group, parts: members }: { readonly group: PartGroup; readonly parts: readonly Part[] }) {
  if (members.length === 0) return null;
  return (
    <div role="group" aria-label={group}>
      <h3 className={styles.group}>{group}</h3>
      <div className={styles.parts}>
        {members.map((part) => (
          <PartButton key={part.id} part={part} />
        ))}
      </div>
    </div>
  );
}
