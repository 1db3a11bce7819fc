import type { GlyphId } from '@core/drawing/glyphs/index.ts';
import type { Hue } from '@core/drawing/tokens.ts';

interface Entry {
  readonly id: string;
  /** A verb. */
  readonly label: string;
  readonly glyph?: GlyphId | undefined;
  readonly hue?: Hue | 'own' | undefined;
  readonly shortcut?: string | undefined;
  readonly disabled?: boolean | undefined;
  /** A sentence below the label: why it cannot be done now, or what it does. */
  readonly sentence?: string | undefined;
}

/** One line of a menu. */
export type MenuEntry =
  | (Entry & { readonly kind: 'action'; readonly onSelect: () => void })
  | (Entry & { readonly kind: 'check'; readonly checked: boolean; readonly onSelect: (checked: boolean) => void })
  | (Entry & { readonly kind: 'choice'; readonly chosen: boolean; readonly onSelect: () => void })
  | (Entry & { readonly kind: 'submenu'; readonly entries: readonly MenuEntry[] })
  | { readonly kind: 'label'; readonly id: string; readonly label: string }
  | { readonly kind: 'separator'; readonly id: string };

export type MenuLine = Exclude<MenuEntry, { kind: 'label' | 'separator' }>;
