import type { SavedPicture } from '@shared/contract.ts';
import { useState } from 'react';
import { useApp, useAppState } from '../app/app-context.ts';
import { Button } from '../controls/button.tsx';
import { Checkbox } from '../controls/checkbox.tsx';
import type { Choice } from '../controls/choice.ts';
import { Dialog } from '../controls/dialog.tsx';
import { Field } from '../controls/field.tsx';
import { Select } from '../controls/select.tsx';
import { exportPicture, type PictureRequest } from '../files/export-picture.ts';
import { themeOf } from '../store/workspace-slice.ts';
import styles from './dialogs.module.css';

const FORMATS: readonly Choice[] = [
  { value: 'png', label: 'PNG', sentence: 'Opens again here as a design.' },
  { value: 'svg', label: 'SVG', sentence: 'Sharp at every size.' },
  { value: 'pdf', label: 'PDF', sentence: 'One page as large as the drawing.' },
];
const SCALES: readonly Choice[] = [1, 2, 3, 4].map((scale) => ({ value: String(scale), label: `${scale} ×` }));
const THEMES: readonly Choice[] = [
  { value: 'light', label: 'Light' },
  { value: 'dark', label: 'Dark' },
];

const readFormat = (text: string): PictureRequest['format'] => (text === 'svg' || text === 'pdf' ? text : 'png');

const toSavedPicture = ({ format, scale, theme, transparent, withTitle }: PictureRequest): SavedPicture | null => (format === 'pdf' ? null : { format, scale, theme, transparent, withTitle });

/** Writes the whole design, or what is selected, as a picture. */
export function ExportPictureDialog() {
  const app = useApp();
  const { closeDialog } = app.store;
  const theme = useAppState(({ workspace }) => themeOf(workspace));
  const hasPath = useAppState(({ question }) => question.diagnosis !== null && question.pathShown);
  const hasSelection = useAppState(({ selection }) => selection.keys.length > 0);
  const isDesktop = useAppState(({ workspace }) => workspace.host?.kind === 'desktop');
  const views = useAppState((state) => state.views);
  const saved = useAppState(({ workspace }) => workspace.savedPicture);
  const [isKept, setKept] = useState(saved !== null);
  const [request, setRequest] = useState<PictureRequest>({ format: 'png', scale: 2, theme, transparent: false, withTitle: false, ...saved, onlySelected: false, withPath: hasPath, withViews: views.on.length > 0, plain: views.plain });
  const [isBusy, setBusy] = useState(false);
  const change = (next: Partial<PictureRequest>): void => setRequest((before) => ({ ...before, ...next }));
  const canKeep = isDesktop && request.format !== 'pdf';
  const run = async (): Promise<void> => {
    setBusy(true);
    app.store.setSavedPicture(canKeep && isKept ? toSavedPicture(request) : null);
    const isWritten = await exportPicture(app, request).finally(() => setBusy(false));
    if (isWritten) closeDialog('done');
  };
  return (
    <Dialog
      open
      size="small"
      title="Export picture"
      onOpenChange={() => closeDialog(null)}
      footer={
        <>
          <Button onClick={() => closeDialog(null)}>Cancel</Button>
          <Button kind="primary" disabled={isBusy} onClick={() => void run()}>
            Export
          </Button>
        </>
      }
    >
      <div className={styles.form}>
        <Field label="Format">
          <Select shape="wide" value={request.format} choices={FORMATS} onChange={(format) => change({ format: readFormat(format) })} />
        </Field>
        <div className={styles.pair}>
          <Field label="Size">
            <Select
              shape="wide"
              value={String(request.scale)}
              choices={SCALES}
              disabled={request.format !== 'png'}
              onChange={(scale) => change({ scale: Number(scale) })}
            />
          </Field>
          <Field label="Theme">
            <Select shape="wide" value={request.theme} choices={THEMES} onChange={(next) => change({ theme: next === 'dark' ? 'dark' : 'light' })} />
          </Field>
        </div>
        <div className={styles.checks}>
          <Checkbox label="Transparent background" checked={request.transparent} onChange={(transparent) => change({ transparent })} />
          <Checkbox
            label="Only what is selected"
            checked={request.onlySelected}
            disabled={!hasSelection}
            onChange={(onlySelected) => change({ onlySelected })}
          />
          <Checkbox label="With the views that are on" checked={request.withViews} disabled={views.on.length === 0} onChange={(withViews) => change({ withViews })} />
          <Checkbox label="Plain for print" checked={request.plain} onChange={(plain) => change({ plain })} />
          <Checkbox label="Title block with date and legend" checked={request.withTitle} onChange={(withTitle) => change({ withTitle })} />
          <Checkbox label="With the path of the question" checked={request.withPath} disabled={!hasPath} onChange={(withPath) => change({ withPath })} />
          {isDesktop && <Checkbox label="Write the whole picture beside the file at every save" checked={canKeep && isKept} disabled={!canKeep} onChange={setKept} />}
        </div>
      </div>
    </Dialog>
  );
}
