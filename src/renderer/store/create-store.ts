import { emptyDesign } from '@core/model/design.ts';
import { product } from '@shared/product.ts';
import { createStore } from 'zustand/vanilla';
import type { AppState } from './app-state.ts';
import { createComparisonActions, followComparison, initialComparison, type ComparisonActions } from './comparison-slice.ts';
import { createDesignActions, type DesignActions } from './design-slice.ts';
import { createDialogActions, type DialogActions } from './dialog.ts';
import { followExpectations, initialExpectations } from './expectation-slice.ts';
import { followExposure, initialExposure } from './exposure-slice.ts';
import { createFilesActions, initialFiles, type FilesActions } from './files-slice.ts';
import { followDraft } from './follow-draft.ts';
import { emptyHistory } from './history.ts';
import { createNoticeActions, initialNotices, type NoticeActions } from './notice-slice.ts';
import { createQuestionActions, followDiagnosis, initialQuestion, type QuestionActions } from './question-slice.ts';
import { followReport, initialReport } from './report-slice.ts';
import { createSelectionActions, initialSelection, type SelectionActions } from './selection-slice.ts';
import { settleLayout } from './settle-layout.ts';
import type { SliceContext, StoreDependencies } from './slice-context.ts';
import { createTourActions, type TourActions } from './tour-slice.ts';
import { createViewsActions, followViews, initialViews, type ViewsActions } from './views-slice.ts';
import { createWorkspaceActions, initialWorkspace, type WorkspaceActions } from './workspace-slice.ts';

/** The state of the window and the actions that change it; usable without React. */
export interface AppStore extends DesignActions, SelectionActions, QuestionActions, ComparisonActions, WorkspaceActions, DialogActions, FilesActions, NoticeActions, TourActions, ViewsActions {
  getState(): AppState;
  /** Calls the listener after every change, until the returned function is called. */
  subscribe(listener: (state: AppState, before: AppState) => void): () => void;
  /** Asks the host for everything anew, as after a restart of the core. */
  refresh(): void;
}

/** What belongs to a document and goes with it. */
const freshAnswers = {
  selection: initialSelection,
  report: initialReport,
  question: initialQuestion,
  exposure: initialExposure,
  expectations: initialExpectations,
  comparison: initialComparison,
  tour: null,
} as const;

const initialState = (): AppState => ({
  design: emptyDesign(product.untitledName),
  revision: 0,
  history: emptyHistory(),
  ...freshAnswers,
  views: initialViews,
  workspace: initialWorkspace,
  files: initialFiles,
  notices: initialNotices,
});

/** Whether a change touched anything a verdict may rest on: everything but the places on the canvas. */
const changesMeaning = (before: AppState['design'], after: AppState['design']): boolean =>
  before.resources !== after.resources || before.answers !== after.answers || before.expectations !== after.expectations || before.snapshot !== after.snapshot;

export function createAppStore(dependencies: StoreDependencies): AppStore {
  const { getState, setState, subscribe } = createStore<AppState>(() => initialState());
  const context: SliceContext = { ...dependencies, get: getState, set: (change) => setState(change) };
  const notices = createNoticeActions(context);
  const complain = (sentence: string): void => notices.notify('problem', sentence);

  const askDiagnosis = followDiagnosis(context, notices.announce);
  const askReport = followReport(context, complain);
  const askExpectations = followExpectations(context);
  const askExposure = followExposure(context);
  const askViews = followViews(context, complain);
  const comparison = followComparison(context, notices.announce);
  const workspace = createWorkspaceActions(context);
  const followDraftNow = followDraft(context, { complain, remark: (sentence) => notices.notify('note', sentence) });
  const refresh = (): void => {
    for (const askNow of [askDiagnosis, askReport, askExpectations, askExposure, askViews]) askNow();
  };

  const onChange = (before: AppState['design']): void => {
    followDraftNow();
    const { design } = getState();
    if (changesMeaning(before, design)) refresh();
    if (changesMeaning(before, design) || before.name !== design.name) comparison.follow();
  };

  return {
    getState,
    subscribe,
    refresh,
    ...createDesignActions(context, { onChange, say: notices.announce, refuse: complain, settleLayout, forgetAnswers: () => freshAnswers }),
    ...createSelectionActions(context),
    ...createQuestionActions(context, askDiagnosis),
    ...createComparisonActions(context, { ask: comparison.ask, showTab: () => workspace.showDockTab('changes') }),
    ...workspace,
    ...createDialogActions(context),
    ...createFilesActions(context),
    ...notices,
    ...createTourActions(context),
    ...createViewsActions(context, askViews),
  };
}
