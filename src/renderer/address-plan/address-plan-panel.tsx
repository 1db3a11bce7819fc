import { formatCidr, nextFree, type Cidr4 } from '@core/address/cidr.ts';
import { listResources } from '@core/editing/draft.ts';
import { zonesOf } from '@core/editing/members.ts';
import { usualSubnetPrefix } from '@core/editing/suggestions.ts';
import type { Design } from '@core/model/design.ts';
import { asResourceId, type ResourceId } from '@core/model/ids.ts';
import { forecastOverlaps, listOtherNetworks } from '@core/planning/forecast.ts';
import { mapSpace } from '@core/planning/space-map.ts';
import { planVpc, type VpcPlan } from '@core/planning/vpc-plan.ts';
import { writePlanCsv, writePlanMarkdown } from '@core/planning/write-plan.ts';
import { useMemo, useState } from 'react';
import { useApp, useAppState } from '../app/app-context.ts';
import { Button } from '../controls/button.tsx';
import { EmptyState } from '../controls/empty-state.tsx';
import { Menu } from '../controls/menu.tsx';
import { Select } from '../controls/select.tsx';
import { TextInput } from '../controls/text-input.tsx';
import styles from './address-plan.module.css';
import { BlockMap, describeScale } from './block-map.tsx';
import { ForecastSection } from './forecast-section.tsx';
import { FreeGaps, NextFree } from './plan-facts.tsx';
import { PlanTable } from './plan-table.tsx';
import { TierDialog } from './tier-dialog.tsx';

/** The VPC that what is selected belongs to. */
function vpcOfSelection(design: Design, keys: readonly string[]): ResourceId | undefined {
  const [key] = keys;
  const resource = key === undefined ? undefined : design.resources[asResourceId(key)];
  if (resource?.kind === 'vpc') return asResourceId(key ?? '');
  return resource && 'vpc' in resource && typeof resource.vpc === 'string' ? resource.vpc : undefined;
}

/** The smallest gap that takes a block of that size, so that large gaps stay whole. */
function smallestGap({ gaps }: VpcPlan, prefixLength: number): Cidr4 | undefined {
  const fitting = gaps.filter((gap) => gap.prefixLength <= prefixLength).sort((a, b) => b.prefixLength - a.prefixLength || a.first - b.first);
  const [gap] = fitting;
  const found = gap && nextFree({ within: [gap], taken: [], prefixLength });
  return found?.family === 4 ? found : undefined;
}

type View = 'map' | 'table';

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

function Plan({ plan, vpcs, onVpc }: PlanProps) {
  const design = useAppState((state) => state.design);
  const store = useApp().store;
  const vpc = design.resources[plan.id];
  const [view, setView] = useState<View>('map');
  const [filter, setFilter] = useState('');
  const [prefixLength, setPrefixLength] = useState(() => (vpc?.kind === 'vpc' ? usualSubnetPrefix(design, plan.id, vpc) : 24));
  const zones = zonesOf(design, plan.id);
  const [zone, setZone] = useState(zones[0] ?? '');
  const [isPlanning, setIsPlanning] = useState(false);
  const forecasts = useMemo(() => forecastOverlaps(listOtherNetworks(design, plan.id), plan.blocks), [design, plan]);
  const next = smallestGap(plan, prefixLength);
  const chooseVpc = (value: string): void => {
    onVpc(asResourceId(value));
    store.select([value]);
  };
  return (
    <div className={styles.plan}>
      <div className={styles.main}>
        <div className={styles.head}>
          {vpcs.length > 1 ? <Select label="VPC" value={plan.id} choices={vpcs} onChange={chooseVpc} /> : <span className={styles.title}>{plan.name}</span>}
          <span className={styles.mono}>{plan.blocks.map(formatCidr).join(', ')}</span>
          {view === 'map' && plan.blocks[0] && <span className={styles.scale}>{describeScale(mapSpace(plan.blocks[0]))}</span>}
          <span className={styles.grow} />
          {view === 'map' ? <Legend /> : <TextInput type="search" label="Filter" placeholder="Filter" value={filter} onChange={setFilter} />}
          <Bar plan={plan} view={view} onView={setView} onPlan={() => setIsPlanning(true)} />
        </div>
        <div className={styles.scroll}>{view === 'map' ? <BlockMap plan={plan} forecasts={forecasts} next={next} /> : <PlanTable plan={plan} filter={filter} />}</div>
      </div>
      <div className={styles.facts}>
        <NextFree plan={plan} prefixLength={prefixLength} onSize={setPrefixLength} zone={zones.includes(zone) ? zone : (zones[0] ?? '')} onZone={setZone} next={next} />
        <FreeGaps plan={plan} />
        <ForecastSection forecasts={forecasts} />
      </div>
      {isPlanning && <TierDialog plan={plan} onDone={() => setIsPlanning(false)} />}
    </div>
  );
}

function Legend() {
  return (
    <span className={styles.legend}>
      {['public', 'private', 'free'].map((kind) => (
        <span key={kind}>
          <i data-kind={kind} />
          {kind}
        </span>
      ))}
    </span>
  );
}

interface BarProps {
  readonly plan: VpcPlan;
  readonly view: View;
  readonly onView: (view: View) => void;
  readonly onPlan: () => void;
}

function Bar({ plan, view, onView, onPlan }: BarProps) {
  const { store, host } = useApp();
  const copy = async (text: string, what: string): Promise<void> => {
    const reply = await host.writeClipboard({ text });
    if (reply.ok) store.notify('note', `Copied the plan of ${plan.name} as ${what}.`);
    else store.notify('problem', reply.problem.message);
  };
  return (
    <>
      <Button size="small" onClick={onPlan}>
        Plan subnets…
      </Button>
      <Button size="small" pressed={view === 'table'} onClick={() => onView(view === 'map' ? 'table' : 'map')}>
        Table
      </Button>
      <Menu
        align="end"
        trigger={
          <Button size="small" glyph="copy">
            Copy
          </Button>
        }
        entries={[
          { kind: 'action', id: 'markdown', label: 'As a Markdown table', onSelect: () => void copy(writePlanMarkdown(plan), 'Markdown') },
          { kind: 'action', id: 'csv', label: 'As CSV', onSelect: () => void copy(writePlanCsv([plan]), 'CSV') },
        ]}
      />
    </>
  );
}
