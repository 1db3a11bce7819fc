import { glyphFamilies } from '@core/drawing/glyphs/index.ts';
import { Glyph } from '../glyph.tsx';
import { SectionHeader } from '../section.tsx';
import styles from './gallery.module.css';

export function GlyphShelf() {
  return (
    <section className={styles.group} aria-label="Glyphs">
      {Object.entries(glyphFamilies).map(([family, ids]) => (
        <div key={family}>
          <SectionHeader title={family} tall level={2} />
          <div className={styles.glyphs}>
            {ids.map((id) => (
              <div key={id} className={styles.glyph}>
                <span className={styles.sizes}>
                  {[16, 20, 32].map((size) => (
                    <Glyph key={size} id={id} size={size} hue="own" />
                  ))}
                </span>
                {id}
              </div>
            ))}
          </div>
        </div>
      ))}
    </section>
  );
}
