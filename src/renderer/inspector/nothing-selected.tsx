import { capitalise, nounOf } from '@core/editing/nouns.ts';
import type { Design } from '@core/model/design.ts';
import { resourceSchemas } from '@core/model/resources/index.ts';
import { formatCount } from '@core/address/format-count.ts';
import { EmptyState } from '../controls/empty-state.tsx';
import { KeyValueList, type KeyValue } from '../controls/key-value-list.tsx';
import styles from './inspector.module.css';
import { useDesign } from './parts/use-edit.ts';

/** How many there are of each kind, in the order of the model; kinds without any are left out. */
export function countKinds({ resources }: Pick<Design, 'resources'>): readonly KeyValue[] {
  const all = Object.values(resources);
  return resourceSchemas.flatMap(({ shape }): KeyValue[] => {
    const kind = shape.kind.value;
    const count = all.filter((resource) => resource.kind === kind).length;
    if (count === 0 || kind === 'internet') return [];
    const noun = kind === 'elastic-ip' ? 'Free Elastic IP address' : capitalise(nounOf(kind));
    return [{ key: count === 1 ? noun : plural(noun), value: formatCount(count) }];
  });
}

const plural = (noun: string): string => (noun.endsWith('s') ? `${noun}es` : `${noun}s`);

/** Says what to do, and what the design holds. */
export function NothingSelected() {
  const counts = countKinds(useDesign());
  return (
    <>
      <EmptyState sentence="Select something to see its addresses and rules." />
      {counts.length > 0 && (
        <div className={styles.counts}>
          <KeyValueList items={counts} />
        </div>
      )}
    </>
  );
}
