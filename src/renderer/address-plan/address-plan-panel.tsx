import { blockAround4, formatCidr, isSameBlock, type Cidr4 } from '@core/address/cidr.ts';
import { listResources } from '@core/editing/draft.ts';
import { zonesOf } from '@core/editing/members.ts';
import { usualSubnetPrefix } from '@core/editing/suggestions.ts';
import type { Design } from '@core/model/design.ts';
import { asResourceId, type ResourceId } from '@core/model/ids.ts';
import { forecastOverlaps, listOtherNetworks, type Forecast } from '@core/planning/forecast.ts';
import { nextFreeOf } from '@core/planning/next-free.ts';
import { mapSpace } from '@core/planning/space-map.ts';
import { planVpc, type VpcPlan } from '@core/planning/vpc-plan.ts';
import { useCallback, useMemo, useState } from 'react';
import { useApp, useAppState } from '../app/app-context.ts';
import { EmptyState } from '../controls/empty-state.tsx';
import { Select } from '../controls/select.tsx';
import { TextInput } from '../controls/text-input.tsx';
import styles from './address-plan.module.css';
import { BlockMap, describeScale } from './block-map.tsx';
import { ForecastSection } from './forecast-section.tsx';
import { Ipv6Section } from './ipv6-section.tsx';
import { Legend, PlanBar, type PlanView } from './plan-bar.tsx';
import { FreeGaps, NextFree, type NextFreeProps } from './plan-facts.tsx';
import { PlanTable } from './plan-table.tsx';
import { PrintSheet } from './print-sheet.tsx';
import { TierDialog } from './tier-dialog.tsx';

/** The VPC that what is selected belongs to. */
function vpcOfSelection(design: Design, keys: readonly string[]): ResourceId | undefined {
  const [key] = keys;
  const resource = key === undefined ? undefined : design.resources[asResourceId(key)];
  if (resource?.kind === 'vpc') return asResourceId(key ?? '');
  return resource && 'vpc' in resource && typeof resource.vpc === 'string' ? resource.vpc : undefined;
}

/** The tab of the dock in which a VPC's addresses are planned. */
export function AddressPlanPanel() {
  const design = useAppState((state) => state.design);
  const keys = useAppState(({ selection }) => selection.keys);
  const [chosen, setChosen] = useState<ResourceId | undefined>();
  const vpcs = listResources(design, 'vpc');
  const id = vpcOfSelection(design, keys) ?? vpcs.find((vpc) => vpc.id === chosen)?.id ?? vpcs[0]?.id;
  const plan = id === undefined ? undefined : planVpc(design, id);
  if (!plan) return <EmptyState sentence="No VPC is drawn yet. Drag one onto the canvas, or open a template." />;
  return <Plan key={plan.id} plan={plan} onVpc={setChosen} vpcs={vpcs.map((vpc) => ({ value: vpc.id, label: vpc.value.name, detail: vpc.value.cidr }))} />;
}

interface PlanProps {
  readonly plan: VpcPlan;
  readonly vpcs: readonly { readonly value: string; readonly label: string; readonly detail: string }[];
  readonly onVpc: (id: ResourceId) => void;
}

/** The start of the gap that was picked while it is free, else the smallest gap that fits. */
function findNext(plan: VpcPlan, prefixLength: number, picked: Cidr4 | undefined): Cidr4 | undefined {
  const gap = picked && plan.gaps.find((free) => isSameBlock(free, picked));
  return gap ? blockAround4(gap.first, Math.max(gap.prefixLength, prefixLength)) : nextFreeOf(plan, prefixLength);
}

function Plan({ plan, vpcs, onVpc }: PlanProps) {
  const design = useAppState((state) => state.design);
  const { store } = useApp();
  const vpc = design.resources[plan.id];
  const [view, setView] = useState<PlanView>('map');
  const [filter, setFilter] = useState('');
  const [prefixLength, setPrefixLength] = useState(() => (vpc?.kind === 'vpc' ? usualSubnetPrefix(design, plan.id, vpc) : 24));
  const [picked, setPicked] = useState<Cidr4 | undefined>();
  const [isFullPage, setIsFullPage] = useState(false);
  const [open, setOpen] = useState<'tiers' | 'paper' | undefined>();
  const close = useCallback(() => setOpen(undefined), []);
  const forecasts = useMemo(() => forecastOverlaps(listOtherNetworks(design, plan.id), plan.blocks), [design, plan]);
  const next = findNext(plan, prefixLength, picked);
  const chooseVpc = (value: string): void => {
    onVpc(asResourceId(value));
    store.select([value]);
  };
  return (
    <div className={styles.plan} data-full-page={isFullPage || undefined}>
      <div className={styles.main}>
        <div className={styles.head}>
          {vpcs.length > 1 ? <Select label="VPC" size="small" value={plan.id} choices={vpcs} onChange={chooseVpc} /> : <span className={styles.title}>{plan.name}</span>}
          <span className={styles.mono}>{plan.blocks.map(formatCidr).join(', ')}</span>
          {view === 'map' && plan.blocks[0] && <span className={styles.scale}>{describeScale(mapSpace(plan.blocks[0]))}</span>}
          <span className={styles.grow} />
          {view === 'map' ? <Legend /> : <TextInput type="search" label="Filter" placeholder="Filter" className={styles.filter} value={filter} onChange={setFilter} />}
          <PlanBar plan={plan} view={view} onView={setView} isFullPage={isFullPage} onFullPage={setIsFullPage} onPlan={() => setOpen('tiers')} onPrint={() => setOpen('paper')} />
        </div>
        <div className={styles.scroll}>{view === 'map' ? <BlockMap plan={plan} forecasts={forecasts} next={next} onGap={setPicked} /> : <PlanTable plan={plan} filter={filter} />}</div>
      </div>
      <Facts plan={plan} prefixLength={prefixLength} onSize={setPrefixLength} next={next} isPicked={picked !== undefined} onAuto={() => setPicked(undefined)} forecasts={forecasts} />
      {open === 'tiers' && <TierDialog plan={plan} onDone={close} />}
      {open === 'paper' && <PrintSheet plan={plan} forecasts={forecasts} onDone={close} />}
    </div>
  );
}

type FactsProps = Omit<NextFreeProps, 'zone' | 'onZone'> & { readonly forecasts: readonly Forecast[] };

/** What stands beside the map: where the next subnet goes, what is free, and whom the VPC overlaps. */
function Facts({ forecasts, ...nextFree }: FactsProps) {
  const design = useAppState((state) => state.design);
  const { plan } = nextFree;
  const zones = zonesOf(design, plan.id);
  const [zone, setZone] = useState(zones[0] ?? '');
  return (
    <div className={styles.facts}>
      <NextFree {...nextFree} zone={zones.includes(zone) ? zone : (zones[0] ?? '')} onZone={setZone} />
      <FreeGaps plan={plan} />
      <Ipv6Section design={design} vpc={plan.id} />
      <ForecastSection forecasts={forecasts} />
    </div>
  );
}
