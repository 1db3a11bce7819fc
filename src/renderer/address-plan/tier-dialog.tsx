import { addressCount, formatCidr, freeGaps, type Cidr4 } from '@core/address/cidr.ts';
import { formatCount } from '@core/address/format-count.ts';
import { zoneNames } from '@core/aws/regions.ts';
import { zonesOf } from '@core/editing/members.ts';
import type { Design } from '@core/model/design.ts';
import { createTiers, planTiers, type Tier, type TierBlocks, type TierRequest } from '@core/planning/tier-layout.ts';
import type { VpcPlan } from '@core/planning/vpc-plan.ts';
import { useState } from 'react';
import { useApp, useAppState } from '../app/app-context.ts';
import { arrangeDesign } from '../commands/arrange-design.ts';
import { Button } from '../controls/button.tsx';
import { Checkbox } from '../controls/checkbox.tsx';
import { Dialog } from '../controls/dialog.tsx';
import { Field } from '../controls/field.tsx';
import { IconButton } from '../controls/icon-button.tsx';
import { Select } from '../controls/select.tsx';
import { TextInput } from '../controls/text-input.tsx';
import styles from './address-plan.module.css';
import { sizeChoices } from './size-choices.ts';

const SIZES = sizeChoices();
const MOST_ZONES = 6;

const USUAL: readonly Tier[] = [
  { name: 'public', prefixLength: 24, isPublic: true },
  { name: 'app', prefixLength: 22, isPublic: false },
  { name: 'data', prefixLength: 24, isPublic: false },
];

/** The zones a VPC could use: those it has, then the others of its Region. */
function zonesToChoose(design: Design, plan: VpcPlan): readonly string[] {
  const vpc = design.resources[plan.id];
  const region = vpc?.kind === 'vpc' ? design.resources[vpc.region] : undefined;
  const known = region?.kind === 'region' ? zoneNames(region.code) : [];
  return [...new Set([...zonesOf(design, plan.id), ...known])].slice(0, MOST_ZONES);
}

export interface TierDialogProps {
  readonly plan: VpcPlan;
  readonly onDone: () => void;
}

/** Plan first, draw later: zones and tiers, the blocks they would get, and one step that draws them. */
export function TierDialog({ plan, onDone }: TierDialogProps) {
  const app = useApp();
  const design = useAppState((state) => state.design);
  const zones = zonesToChoose(design, plan);
  const [count, setCount] = useState(Math.min(zones.length, Math.max(2, zonesOf(design, plan.id).length)));
  const [tiers, setTiers] = useState(USUAL);
  const [roomToDouble, setRoom] = useState(false);
  const request: TierRequest = { zones: zones.slice(0, count), tiers, roomToDouble };
  const planned = planTiers(design, plan.id, request);
  const draw = (): void => {
    // Where nothing stood yet there is no place of a person's to keep: the first plan is arranged, in the same step.
    const merging = plan.subnets.length === 0 ? { mergeKey: `plan ${plan.id}` } : {};
    if (app.store.edit((now, random) => createTiers(now, { vpc: plan.id, request, random }), merging) !== undefined) return;
    onDone();
    if (plan.subnets.length === 0) void arrangeDesign(app, merging);
  };
  return (
    <Dialog
      open
      title={`Plan subnets of ${plan.name}`}
      sentence="One subnet of each tier in each zone. A tier stands in one block, so that a route or a rule can name it whole."
      onOpenChange={onDone}
      footer={
        <>
          <Button onClick={onDone}>Cancel</Button>
          <Button kind="primary" disabled={!planned.ok} onClick={draw}>
            {planned.ok ? `Draw ${tiers.length * count} subnets` : 'Draw'}
          </Button>
        </>
      }
    >
      <div className={styles.planner}>
        <Field label="Availability Zones" layout="inline">
          <Select value={String(count)} choices={zones.map((_, index) => ({ value: String(index + 1), label: zones.slice(0, index + 1).join(', ') }))} onChange={(value) => setCount(Number(value))} />
        </Field>
        <TierFields tiers={tiers} onChange={setTiers} />
        <Checkbox checked={roomToDouble} onChange={setRoom} label="Keep room for each tier to double" />
        <div className={styles.preview}>{planned.ok ? <Preview plan={plan} blocks={planned.value} /> : <p role="alert">{planned.problem.message}</p>}</div>
      </div>
    </Dialog>
  );
}

function TierFields({ tiers, onChange }: { readonly tiers: readonly Tier[]; readonly onChange: (tiers: readonly Tier[]) => void }) {
  const change = (index: number, given: Partial<Tier>): void => onChange(tiers.map((tier, at) => (at === index ? { ...tier, ...given } : tier)));
  return (
    <div className={styles.tiers} role="group" aria-label="Tiers">
      {tiers.map((tier, index) => (
        // The rows have no name of their own that stays: the name is what is typed.
        <TierRow key={index} tier={tier} onChange={(given) => change(index, given)} onRemove={() => onChange(tiers.filter((_, at) => at !== index))} />
      ))}
      <Button glyph="plus" onClick={() => onChange([...tiers, { name: `tier-${tiers.length + 1}`, prefixLength: 24, isPublic: false }])}>
        Add tier
      </Button>
    </div>
  );
}

interface TierRowProps {
  readonly tier: Tier;
  readonly onChange: (given: Partial<Tier>) => void;
  readonly onRemove: () => void;
}

function TierRow({ tier, onChange, onRemove }: TierRowProps) {
  return (
    <>
      <TextInput label="Tier" value={tier.name} onChange={(name) => onChange({ name })} />
      <Select label={`Size of ${tier.name}`} value={String(tier.prefixLength)} choices={SIZES} onChange={(value) => onChange({ prefixLength: Number(value) })} />
      <Checkbox checked={tier.isPublic} onChange={(isPublic) => onChange({ isPublic })} label="public" />
      <IconButton glyph="trash" size="small" label={`Remove ${tier.name}`} onClick={onRemove} />
    </>
  );
}

/** What would be left, and how far each tier could still grow. */
function sayGrowth(plan: VpcPlan, tiers: readonly TierBlocks[]): string {
  const taken = tiers.flatMap(({ subnets }) => subnets.map(({ block }) => block));
  const gaps = freeGaps({ within: plan.gaps, taken }).filter((gap): gap is Cidr4 => gap.family === 4);
  const left = gaps.reduce((sum, gap) => sum + addressCount(gap), 0);
  const widest = Math.min(...gaps.map(({ prefixLength }) => prefixLength));
  return left === 0 ? `Nothing is left in ${plan.name} then.` : `${formatCount(left)} addresses are left in ${plan.name} then, up to one /${widest}.`;
}

function Preview({ plan, blocks }: { readonly plan: VpcPlan; readonly blocks: readonly TierBlocks[] }) {
  return (
    <>
      <table className={styles.lines} aria-label="Planned blocks">
        <tbody>
          {blocks.map(({ tier, summary, subnets }, index) => (
            <tr key={`${tier.name} ${index}`}>
              <td>
                <b>{tier.name}</b>
              </td>
              <td className={styles.mono}>{formatCidr(summary)}</td>
              <td className={styles.mono}>{subnets.map(({ block }) => formatCidr(block)).join('  ')}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className={styles.soft}>{sayGrowth(plan, blocks)}</p>
    </>
  );
}
