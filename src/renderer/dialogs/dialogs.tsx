import { assertNever } from '@core/model/assert-never.ts';
import { useAppState } from '../app/app-context.ts';
import { BlankVpcDialog } from '../start/blank-vpc-dialog.tsx';
import { AboutDialog } from './about-dialog.tsx';
import { ChangedOnDiskDialog } from './changed-on-disk-dialog.tsx';
import { ExportPictureDialog } from './export-picture-dialog.tsx';
import { ImportOverDialog } from './import-over-dialog.tsx';
import { ImportReportDialog } from './import-report-dialog.tsx';
import { MoveToDialog } from './move-to-dialog.tsx';
import { RenameDialog } from './rename-dialog.tsx';
import { ShortcutSheet } from './shortcut-sheet.tsx';
import { UnsavedDialog } from './unsaved-dialog.tsx';

/** The dialog that is open. */
export function Dialogs() {
  const dialog = useAppState(({ workspace }) => workspace.dialog);
  if (!dialog) return null;
  switch (dialog.kind) {
    case 'about':
      return <AboutDialog />;
    case 'shortcuts':
      return <ShortcutSheet />;
    case 'export-picture':
      return <ExportPictureDialog />;
    case 'blank-vpc':
      return <BlankVpcDialog />;
    case 'rename':
      return <RenameDialog resource={dialog.key} />;
    case 'move-to':
      return <MoveToDialog keys={dialog.keys} />;
    case 'import-report':
      return <ImportReportDialog report={dialog.report} notes={dialog.notes} changes={dialog.changes} />;
    case 'import-over':
      return <ImportOverDialog name={dialog.name} />;
    case 'unsaved':
      return <UnsavedDialog name={dialog.name} />;
    case 'changed-on-disk':
      return <ChangedOnDiskDialog name={dialog.name} />;
    default:
      return assertNever(dialog);
  }
}
