import type { Design } from '@core/model/design.ts';
import type { ComparisonState } from './comparison-slice.ts';
import type { ExpectationState } from './expectation-slice.ts';
import type { ExposureState } from './exposure-slice.ts';
import type { FilesState } from './files-slice.ts';
import type { History } from './history.ts';
import type { NoticeState } from './notice-slice.ts';
import type { QuestionState } from './question-slice.ts';
import type { ReportState } from './report-slice.ts';
import type { Selection } from './selection-slice.ts';
import type { TourState } from './tour-slice.ts';
import type { ViewsState } from './views-slice.ts';
import type { Workspace } from './workspace-slice.ts';

/** Everything the window shows, as data. It is changed by the actions of the store alone. */
export interface AppState {
  readonly design: Design;
  /** Grows with every change of the design; answers that belong to an older one are dropped. */
  readonly revision: number;
  readonly history: History;
  readonly selection: Selection;
  readonly report: ReportState;
  readonly question: QuestionState;
  readonly exposure: ExposureState;
  readonly expectations: ExpectationState;
  readonly comparison: ComparisonState;
  readonly tour: TourState;
  readonly views: ViewsState;
  readonly workspace: Workspace;
  readonly files: FilesState;
  readonly notices: NoticeState;
}
