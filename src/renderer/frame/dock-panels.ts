import type { GlyphId } from '@core/drawing/glyphs/index.ts';
import type { ComponentType } from 'react';
import { ChangesPanel } from '../comparison/changes-panel.tsx';
import { AddressPlanPanel } from '../address-plan/address-plan-panel.tsx';
import { DiagnosePanel } from '../diagnose/diagnose-panel.tsx';
import { ExpectationsPanel } from '../expectations/expectations-panel.tsx';
import { ExposurePanel } from '../exposure/exposure-panel.tsx';
import { ProblemsPanel } from '../problems/problems-panel.tsx';
import { RulesPanel, rulesGlyph, rulesTitle } from '../rules-tab/rules-panel.tsx';
import { countHolding } from '../store/expectation-slice.ts';
import { countReached } from '../store/exposure-slice.ts';
import { findingsOf } from '../store/report-slice.ts';
import type { AppState } from '../store/app-state.ts';
import type { DockTab } from '../store/workspace-slice.ts';

/** What a tab of the dock is called and shows. */
export interface DockPanel {
  readonly id: DockTab;
  /** The tab's word; computed for a tab that is about one resource. */
  readonly title: (state: AppState) => string;
  readonly glyph?: (state: AppState) => GlyphId | undefined;
  /** The number beside the word; none when `undefined` or 0. */
  readonly count?: (state: AppState) => number | undefined;
  /** Opens when it is asked for and can be closed. */
  readonly isClosable?: boolean;
  readonly Panel: ComponentType;
}

/** The tabs of the dock, in their order. */
export const dockPanels: readonly DockPanel[] = [
  { id: 'diagnose', title: () => 'Diagnose', Panel: DiagnosePanel },
  { id: 'problems', title: () => 'Problems', count: ({ report }) => findingsOf(report).length, Panel: ProblemsPanel },
  { id: 'address-plan', title: () => 'Address plan', Panel: AddressPlanPanel },
  { id: 'exposure', title: () => 'Exposure', count: ({ exposure }) => countReached(exposure), Panel: ExposurePanel },
  { id: 'expectations', title: () => 'Expectations', count: ({ expectations }) => countHolding(expectations).all, isClosable: true, Panel: ExpectationsPanel },
  { id: 'rules', title: rulesTitle, glyph: rulesGlyph, isClosable: true, Panel: RulesPanel },
  { id: 'changes', title: () => 'Changes', count: ({ comparison }) => comparison.value?.resources.length, isClosable: true, Panel: ChangesPanel },
];

/** Whether the dock has that tab. */
export const hasDockPanel = (tab: DockTab): boolean => dockPanels.some(({ id }) => id === tab);
