import { formatCidr, type Cidr4 } from '@core/address/cidr.ts';
import { formatCount } from '@core/address/format-count.ts';
import { usableIpv4Addresses } from '@core/aws/subnet-sizes.ts';
import { zonesOf } from '@core/editing/members.ts';
import { uniqueName } from '@core/editing/suggestions.ts';
import { createSubnetAt } from '@core/planning/reshape-subnets.ts';
import type { VpcPlan } from '@core/planning/vpc-plan.ts';
import { useApp, useAppState } from '../app/app-context.ts';
import { Button } from '../controls/button.tsx';
import type { Choice } from '../controls/choice.ts';
import { Section } from '../controls/section.tsx';
import { Select } from '../controls/select.tsx';
import styles from './address-plan.module.css';
import { sizeChoices } from './size-choices.ts';

/** The sizes a subnet of this VPC can have: none larger than its largest block. */
const sizesIn = ({ blocks }: VpcPlan): readonly Choice[] => sizeChoices(Math.min(...blocks.map(({ prefixLength }) => prefixLength)));

export interface NextFreeProps {
  readonly plan: VpcPlan;
  readonly prefixLength: number;
  readonly onSize: (prefixLength: number) => void;
  readonly zone: string;
  readonly onZone: (zone: string) => void;
  readonly next: Cidr4 | undefined;
  /** Whether a person picked the gap. */
  readonly isPicked: boolean;
  /** Goes back to the smallest gap that fits. */
  readonly onAuto: () => void;
}

/** The smallest gap that takes a block of the chosen size, and the button that makes a subnet of it. */
export function NextFree({ plan, prefixLength, onSize, zone, onZone, next, isPicked, onAuto }: NextFreeProps) {
  const app = useApp();
  const current = useAppState(({ design }) => design);
  const zones = zonesOf(current, plan.id);
  const create = (): void => {
    if (!next) return;
    const letter = zone.slice(-1);
    app.store.edit((design, random) => createSubnetAt(design, { vpc: plan.id, zone, cidr: formatCidr(next), name: uniqueName(design, `subnet-${letter}`), random }));
  };
  return (
    <Section first title="Next free block" end={isPicked ? <button type="button" className={styles.quiet} onClick={onAuto}>picked; take the smallest gap</button> : 'smallest gap that fits'}>
      <div className={styles.factRow}>
        <span className={styles.soft}>for</span>
        <Select label="Size" value={String(prefixLength)} choices={sizesIn(plan)} onChange={(value) => onSize(Number(value))} />
        <span className={styles.soft}>in</span>
        <Select label="Availability Zone" value={zone} choices={zones.map((name) => ({ value: name, label: name }))} onChange={onZone} />
      </div>
      <div className={styles.factRow}>
        <span className={styles.found}>
          {next ? (
            <>
              <b>{formatCidr(next)}</b>
              {formatCount(usableIpv4Addresses(next.prefixLength))} usable
            </>
          ) : (
            `No free /${prefixLength} is left in ${plan.name}.`
          )}
        </span>
        <Button kind="primary" disabled={!next || zone === ''} onClick={create}>
          Create subnet
        </Button>
      </div>
    </Section>
  );
}

/** What is free, as ranges of addresses, with the largest block each could take. */
export function FreeGaps({ plan }: { readonly plan: VpcPlan }) {
  return (
    <Section title="Free gaps" end={`${formatCount(plan.free)} addresses`}>
      {plan.ranges.length === 0 && <p className={styles.soft}>Every address of {plan.name} is in a subnet.</p>}
      <table className={styles.lines} aria-label="Free gaps">
        <tbody>
          {plan.ranges.map(({ first, last, addresses, largest: widest }) => (
            <tr key={first}>
              <td className={styles.mono}>{`${first} – ${last}`}</td>
              <td className={styles.soft}>up to one /{widest}</td>
              <td data-number>{formatCount(addresses)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Section>
  );
}
