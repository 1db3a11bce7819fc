import { formatCount } from '@core/address/format-count.ts';
import { countOf } from '@core/editing/nouns.ts';
import type { Design } from '@core/model/design.ts';
import type { ResourceId } from '@core/model/ids.ts';
import { giveIpv6Blocks, planIpv6 } from '@core/planning/ipv6-plan.ts';
import { useMemo } from 'react';
import { useStore } from '../app/app-context.ts';
import { Button } from '../controls/button.tsx';
import { Section } from '../controls/section.tsx';
import styles from './address-plan.module.css';

/** The /64 of a VPC's IPv6 blocks: how many are taken, which is next, and one for every subnet that has none. */
export function Ipv6Section({ design, vpc }: { readonly design: Design; readonly vpc: ResourceId }) {
  const store = useStore();
  const plan = useMemo(() => planIpv6(design, vpc), [design, vpc]);
  if (!plan) return null;
  const { blocks, all, taken, without, next } = plan;
  return (
    <Section title="IPv6" end={`${formatCount(taken.length)} of ${formatCount(all)} /64`}>
      <p className={styles.mono}>{blocks.join(', ')}</p>
      <p className={styles.soft}>{next === undefined ? 'No /64 is free.' : `The next free /64 is ${next}.`}</p>
      {without.length > 0 && next !== undefined && (
        <div className={styles.formRow}>
          <Button onClick={() => store.edit((now) => giveIpv6Blocks(now, { vpc }), { keepSelection: true })}>{`Give ${countOf(without.length, 'subnet')} a /64`}</Button>
        </div>
      )}
    </Section>
  );
}
