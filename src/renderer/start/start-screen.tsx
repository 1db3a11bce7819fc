import { useAppState, useApp, useStore } from '../app/app-context.ts';
import { useCommand } from '../commands/use-command.ts';
import { Glyph } from '../controls/glyph.tsx';
import { joinClasses } from '../controls/join-classes.ts';
import { Kbd } from '../controls/kbd.tsx';
import { recoverDraft } from '../files/recover-draft.ts';
import { StartBar } from '../frame/top-bar.tsx';
import { RecentList } from './recent-list.tsx';
import styles from './start.module.css';
import { TemplateGallery } from './template-gallery.tsx';

/** What a session begins with: new, import, open, recent files and templates. */
export function StartScreen() {
  const version = useAppState(({ workspace }) => workspace.host?.version ?? '');
  return (
    <div className={styles.start}>
      <StartBar className={styles.top} />
      <section className={styles.files} data-region="files" aria-label="Files">
        <h1 className={styles.question}>What can reach what?</h1>
        <p className={styles.lead}>Draw an AWS network, or import one, and see what reaches what and why not.</p>
        <div className={styles.actions}>
          <StartAction command="new-design" title="New design" words="an empty Region" isFirst />
          <StartAction command="import-files" title="Import from AWS" words="describe-* output, no credentials" />
          <StartAction command="open-design" title="Open" words="a design in JSON, or a PNG that contains one" />
          <StartAction command="start-tour" title="Take the tour" words="a shop that does not answer" />
        </div>
        <RecentList />
        <div className={styles.space} />
        <ReturnLine />
        <RecoveredLine />
      </section>
      <main className={styles.templates} data-region="templates" aria-label="Templates">
        <TemplateGallery />
        <p className={styles.drop}>
          <Glyph id="import" />
          Drop a design, a PNG, or describe-*.json files here
        </p>
      </main>
      <footer className={styles.status}>
        <span>{`Reachable ${version}`}</span>
        <span>Offline: nothing leaves this computer</span>
      </footer>
    </div>
  );
}

interface StartActionProps {
  readonly command: string;
  readonly title: string;
  readonly words: string;
  readonly isFirst?: boolean;
}

function StartAction({ command, title, words, isFirst }: StartActionProps) {
  const { glyph, shortcut, run } = useCommand(command);
  return (
    <button type="button" className={styles.action} onClick={run}>
      <span className={joinClasses(styles.actionGlyph, isFirst && styles.first)}>
        <Glyph id={glyph ?? 'file'} />
      </span>
      <b>{title}</b>
      <span className={styles.actionWords}>{words}</span>
      {shortcut !== undefined && <Kbd keys={shortcut} />}
    </button>
  );
}

/** The way back to the design that is open. */
function ReturnLine() {
  const { showScreen } = useStore();
  const hasDesign = useAppState(({ design, files }) => files.document !== null || Object.keys(design.resources).length > 0);
  const name = useAppState(({ design }) => design.name);
  if (!hasDesign) return null;
  return (
    <p className={styles.note}>
      {`${name} is open. `}
      <button type="button" className={styles.link} onClick={() => showScreen('editor')}>
        Go back to it
      </button>
    </p>
  );
}

const moment = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit' });

function RecoveredLine() {
  const app = useApp();
  const draft = useAppState(({ files }) => files.recovered);
  if (!draft) return null;
  return (
    <p className={styles.note}>
      {`Unsaved work on ${draft.name} from ${moment.format(draft.savedAt)} was recovered. `}
      <button type="button" className={styles.link} onClick={() => void recoverDraft(app)}>
        Show it
      </button>
    </p>
  );
}
