/** Width and height in canvas pixels at 100 %. */
export interface Size {
  readonly width: number;
  readonly height: number;
}

/** A place and a size in canvas pixels at 100 %; relative to the container, or to the canvas where that is said. */
export interface Rectangle extends Size {
  readonly x: number;
  readonly y: number;
}

/** A card: instance, DB instance, NAT gateway, interface, client and the like. It grows in width to its text. */
export const CARD: Size = { width: 166, height: 54 };
/** A card grows no wider than this; longer names end in an ellipsis. */
export const CARD_MAXIMUM_WIDTH = 300;
/** Between two cards of a container. */
export const CARD_GAP = 10;
/** The tile with the glyph at the left of a card, its distance to the border and to the text, and the border at the right. */
export const CARD_TILE = { size: 28, left: 7, gap: 7, right: 6 } as const;

/** The tile of an internet or virtual private gateway; its name stands below. */
export const GATE: Size = { width: 40, height: 40 };
/** The name below a gateway: its height, its distance to the tile, and how wide it may grow before it ends in an ellipsis. */
export const GATE_LABEL = { height: 16, gap: 3, maximumWidth: 200 } as const;

/** The drawn internet. */
export const CLOUD: Size = { width: 100, height: 64 };

/** Inner distances of a container: `top` is the height of its caption with the air below it. */
export interface Padding {
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
  readonly left: number;
}

export const PADDING = {
  region: { top: 30, right: 14, bottom: 14, left: 14 },
  vpc: { top: 30, right: 14, bottom: 14, left: 14 },
  zone: { top: 26, right: 10, bottom: 10, left: 10 },
  subnet: { top: 42, right: 12, bottom: 12, left: 12 },
  'on-premises-network': { top: 40, right: 8, bottom: 8, left: 8 },
} as const satisfies Record<string, Padding>;
export type ContainerKind = keyof typeof PADDING;

/** The smallest size of an empty container; its caption or its contents make it larger. */
export const SMALLEST: Readonly<Record<ContainerKind, Size>> = {
  region: { width: 260, height: 120 },
  vpc: { width: 240, height: 110 },
  zone: { width: 210, height: 60 },
  subnet: { width: CARD.width + 24, height: 42 + CARD.height + 12 },
  'on-premises-network': { width: 182, height: 56 },
};

/** A collapsed container: two rows, in which the summary can be read until words are set `growth` times as large. */
export const COLLAPSED = { height: 44, growth: 1.6 } as const;

/** Between two boxes of the same container, and between what stands outside and the Regions. */
export const BOX_GAP = { subnet: 10, zone: 10, vpc: 24, region: 32, outside: 64 } as const;

/** Air between a VPC's border and its zones where gateways stand on it: room for their names and for marks on the way. */
export const GATEWAY_LANE = 80;

/** Distance of a caption's text from the left and right border of its box, and the glyph's size in it. */
export const CAPTION = { left: 8, right: 8, glyph: 14, gap: 6 } as const;

/** The kinds of node that contain others. */
export const isContainerKind = (kind: string): kind is ContainerKind => Object.hasOwn(PADDING, kind);
