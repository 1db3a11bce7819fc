import type { NodeKind } from './containers.ts';
import type { Chip, NodeText } from './scene.ts';
import { CAPTION, CARD, CARD_MAXIMUM_WIDTH, CARD_TILE, COLLAPSED, GATE, GATE_LABEL, type Size } from './sizes.ts';
import { textWidth, type TextStyle } from './text-width.ts';
import { typeScale } from './tokens.ts';

/** How the words of nodes are set. */
export const textStyles = {
  captionTitle: { family: 'text', weight: 600, size: typeScale.small.size },
  captionAddress: { family: 'mono', weight: 400, size: typeScale.small.size },
  captionWord: { family: 'text', weight: 400, size: typeScale.small.size },
  cardTitle: { family: 'text', weight: 600, size: typeScale.body.size },
  cardAside: { family: 'text', weight: 400, size: typeScale.micro.size },
  cardAddress: { family: 'mono', weight: 400, size: typeScale.micro.size },
  cardDetail: { family: 'text', weight: 400, size: typeScale.micro.size },
  chip: { family: 'text', weight: 500, size: typeScale.micro.size },
  gate: { family: 'text', weight: 500, size: typeScale.small.size },
  cloudTitle: { family: 'text', weight: 600, size: typeScale.body.size },
  cloudAddress: { family: 'mono', weight: 400, size: typeScale.micro.size },
} as const satisfies Readonly<Record<string, TextStyle>>;

/** A chip: air, shield, air, name, air. */
export const CHIP = { left: 2, glyph: 11, gap: 2, right: 3, height: 14, between: 4 } as const;
/** Air between two texts of one line. */
const TEXT_GAP = 6;
const BORDER = 2;
const ROOM_GAP = 14;
const WHOLE = 1e-9;

/** After an edit nearly all words are the same as before: their widths are kept, up to this many of each style. */
const WIDTHS_KEPT = 20_000;
const keptWidths = new WeakMap<TextStyle, Map<string, number>>();

function widthOf(text: string, style: TextStyle): number {
  if (text === '') return 0;
  let widths = keptWidths.get(style);
  if (!widths || widths.size >= WIDTHS_KEPT) keptWidths.set(style, (widths = new Map<string, number>()));
  let width = widths.get(text);
  if (width === undefined) widths.set(text, (width = textWidth(text, style)));
  return width;
}

const besides = (gap: number, ...widths: readonly number[]): number => {
  const present = widths.filter((width) => width > 0);
  return present.reduce((sum, width) => sum + width, 0) + gap * Math.max(0, present.length - 1);
};
const roundUp = (width: number): number => Math.ceil(width - WHOLE);

export const chipWidth = (chip: Chip): number => CHIP.left + CHIP.glyph + CHIP.gap + widthOf(chip.text, textStyles.chip) + CHIP.right;

/** A card's third line as far as it fits. */
export interface FittedChips {
  readonly shown: readonly Chip[];
  /** How many groups are not shown; drawn as `+2`. */
  readonly more: number;
  readonly width: number;
}

const moreText = (more: number): string => (more === 0 ? '' : `+${more}`);

/** The groups that fit into a width beside the detail, in their order; a number stands for those that do not. */
export function fitChips({ chips, detail }: Pick<NodeText, 'chips' | 'detail'>, width: number): FittedChips {
  const detailWidth = widthOf(detail, textStyles.cardDetail);
  const widths = chips.map(chipWidth);
  const all = besides(CHIP.between, ...widths, detailWidth);
  if (all <= width) return { shown: chips, more: 0, width: all };
  const shown: Chip[] = [];
  let used = besides(CHIP.between, widthOf(moreText(chips.length), textStyles.cardDetail), detailWidth);
  chips.forEach((chip, index) => {
    const needed = used + CHIP.between + (widths[index] ?? 0);
    if (needed > width) return;
    shown.push(chip);
    used = needed;
  });
  return { shown, more: chips.length - shown.length, width: used };
}

const CARD_AROUND = CARD_TILE.left + CARD_TILE.size + CARD_TILE.gap + CARD_TILE.right + BORDER;
/** Width left for text in a card of this width. */
export const cardTextWidth = (width: number): number => width - CARD_AROUND;

/** The size of a card: as wide as its text, within limits. */
export function cardSize(text: NodeText): Size {
  const first = besides(TEXT_GAP, widthOf(text.title, textStyles.cardTitle), widthOf(text.aside, textStyles.cardAside));
  const second = text.address === '' ? widthOf(text.word, textStyles.cardDetail) : widthOf(text.address, textStyles.cardAddress);
  const third = fitChips(text, cardTextWidth(CARD_MAXIMUM_WIDTH)).width;
  const width = roundUp(Math.max(first, second, third) + CARD_AROUND);
  return { width: Math.min(CARD_MAXIMUM_WIDTH, Math.max(CARD.width, width)), height: CARD.height };
}

/** The rows of a box's caption, each with what stands at the left and at the right. */
export interface CaptionRow {
  readonly title: string;
  readonly address: string;
  readonly word: string;
  readonly room: string;
}

const noRow: CaptionRow = { title: '', address: '', word: '', room: '' };

/** The words of a caption; `room` of a collapsed container says what it holds. */
export interface CaptionWords extends Pick<NodeText, 'title' | 'address' | 'word' | 'room'> {
  readonly isCollapsed?: boolean;
}

/** How a box's caption is broken into rows: subnets, on-premises networks and what is collapsed have two. */
export function captionRows(kind: NodeKind, { title, address, word, room, isCollapsed = false }: CaptionWords): readonly CaptionRow[] {
  if (isCollapsed)
    return [
      { title, address, word: '', room: word },
      { ...noRow, word: room },
    ];
  if (kind === 'subnet')
    return [
      { ...noRow, title, address },
      { ...noRow, word, room },
    ];
  if (kind === 'on-premises-network')
    return [
      { ...noRow, title },
      { ...noRow, address },
    ];
  return [{ title, address, word, room }];
}

/** Width of a caption's row without the borders of the box. */
export function captionRowWidth(row: CaptionRow): number {
  const left = besides(
    CAPTION.gap,
    row.title === '' ? 0 : CAPTION.glyph,
    widthOf(row.title, textStyles.captionTitle),
    widthOf(row.address, textStyles.captionAddress),
    widthOf(row.word, textStyles.captionWord),
  );
  return CAPTION.left + besides(ROOM_GAP, left, widthOf(row.room, textStyles.captionWord)) + CAPTION.right;
}

/** How wide a box has to be so that its caption is not clipped. */
export const captionWidth = (kind: NodeKind, text: CaptionWords): number => roundUp(Math.max(...captionRows(kind, text).map(captionRowWidth)) + BORDER);

/** How wide a collapsed container has to be so that its summary can be read from afar, where words grow against the drawing. */
export function collapsedWidth(kind: NodeKind, text: NodeText): number {
  const rows = captionRows(kind, { ...text, isCollapsed: true });
  const grown = rows.map((row) => CAPTION.left + (captionRowWidth({ ...row, room: '' }) - CAPTION.left - CAPTION.right) * COLLAPSED.growth + CAPTION.right);
  return roundUp(Math.max(...grown, ...rows.map(captionRowWidth)) + BORDER);
}

/** As much of a summary as is not wider than this when its words are set `growth` times as large; the first parts tell most. */
export function fitSummary(summary: string, { width, growth }: { readonly width: number; readonly growth: number }): string {
  const parts = summary.split(', ');
  while (parts.length > 0 && widthOf(parts.join(', '), textStyles.captionWord) * growth > width) parts.pop();
  return parts.join(', ');
}

/** The width of a caption's name when its letters are `growth` times as large. */
export const captionTitleWidth = (title: string, growth: number): number => widthOf(title, textStyles.captionTitle) * growth;

/** The name below a gateway: its width, at most `GATE_LABEL.maximumWidth`. */
export const gateLabelWidth = (title: string): number => Math.min(GATE_LABEL.maximumWidth, roundUp(widthOf(title, textStyles.gate)));

/** A gateway with its name, the tile centred above it. */
export const gateSize = (title: string): Size => ({
  width: Math.max(GATE.width, gateLabelWidth(title)),
  height: GATE.height + GATE_LABEL.gap + GATE_LABEL.height,
});
