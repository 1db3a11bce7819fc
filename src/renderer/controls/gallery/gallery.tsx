import { StrictMode, useState } from 'react';
import { createRoot } from 'react-dom/client';
import { ControlsProvider } from '../controls-provider.tsx';
import '../styles.css';
import type { ThemeChoice } from '../theme-provider.tsx';
import { ButtonShelf } from './button-shelf.tsx';
import { FieldShelf } from './field-shelf.tsx';
import { FrameShelf } from './frame-shelf.tsx';
import styles from './gallery.module.css';
import { GlyphShelf } from './glyph-shelf.tsx';
import { OverlayShelf } from './overlay-shelf.tsx';
import { RuleShelf } from './rule-shelf.tsx';
import { ThemeMenu } from './theme-menu.tsx';

/**
 * Every control in both themes, to look at while drawing them. No build includes it; `npx vite --config vite.web.config.ts`
 * serves it at `/controls/gallery/`, with `?theme=dark` in the dark one.
 */
function Gallery() {
  const asked = new URLSearchParams(window.location.search).get('theme');
  const [choice, setChoice] = useState<ThemeChoice>(asked === 'dark' ? 'dark' : 'light');
  return (
    <ControlsProvider choice={choice} onChoose={setChoice}>
      <main className={styles.page}>
        <div className={styles.inner}>
          <div className={styles.top}>
            <h1 className={styles.title}>Controls</h1>
            <ThemeMenu />
          </div>
          <ButtonShelf />
          <FieldShelf />
          <RuleShelf />
          <FrameShelf />
          <OverlayShelf />
          <GlyphShelf />
        </div>
      </main>
    </ControlsProvider>
  );
}

const root = document.getElementById('root');
if (root) {
  createRoot(root).render(
    <StrictMode>
      <Gallery />
    </StrictMode>,
  );
}
