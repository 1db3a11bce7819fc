import { useApp, useAppState } from '../app/app-context.ts';
import { Button } from '../controls/button.tsx';
import { Glyph } from '../controls/glyph.tsx';
import { openRecent } from '../files/open-design.ts';
import { refreshRecent } from '../files/refresh-recent.ts';
import { product } from '@shared/product.ts';
import styles from './start.module.css';

const shortName = (name: string): string => (name.endsWith(product.designExtension) ? name.slice(0, -product.designExtension.length) : name);

/** Files of earlier sessions, newest first. */
export function RecentList() {
  const app = useApp();
  const recent = useAppState(({ files }) => files.recent);
  const clear = async (): Promise<void> => {
    await app.host.clearRecent();
    await refreshRecent(app);
  };
  if (recent.length === 0) return null;
  return (
    <section className={styles.recent} aria-label="Recent files">
      <div className={styles.heading}>
        <h2>Recent</h2>
        <Button kind="ghost" size="small" onClick={() => void clear()}>
          Clear
        </Button>
      </div>
      <ul className={styles.recentScroll}>
        {recent.map((document) => (
          <li key={document.token}>
            <button type="button" className={styles.recentFile} onClick={() => void openRecent(app, document)}>
              <Glyph id="file" size={18} />
              <span>
                <b>{shortName(document.name)}</b>
                <span className={styles.location}>{document.location}</span>
              </span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
