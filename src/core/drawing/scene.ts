import type { ResourceId } from '../model/ids.ts';
import type { NodeKind } from './containers.ts';
import type { GlyphId } from './glyphs/index.ts';
import type { Rectangle } from './sizes.ts';
import type { Hue } from './tokens.ts';

/** How a node is drawn: a box with a caption, a card, a gateway's tile with its name below, or the internet's cloud. */
export type NodeShape = 'box' | 'card' | 'gate' | 'cloud';

/** The hue of a node; a subnet of which nothing is known yet has none and is drawn in the grey of `outside`. */
export type Tone = Hue;

/** A security group of a card, drawn with a shield. */
export interface Chip {
  readonly key: ResourceId;
  readonly text: string;
}

/** A mark at the top right corner of a node: the worst of its findings, with their sentences. */
export interface Badge {
  readonly kind: 'fail' | 'warn';
  readonly title: string;
}

/** All words of one node, already in the order in which they are read. Empty texts are not drawn. */
export interface NodeText {
  /** First line: the name, or the id where there is no name. */
  readonly title: string;
  /** A card's first line at the right: instance type, engine, `stopped`. */
  readonly aside: string;
  /** In mono: a box's CIDR blocks behind its name; a card's private address in its second line. */
  readonly address: string;
  /** A box's second line, or what follows its name: `public`, `N. Virginia`. A card's second line where it has no address. */
  readonly word: string;
  /** A box's right end: `2 used, 505 free`. */
  readonly room: string;
  /** A card's third line: its security groups, then `detail`. */
  readonly chips: readonly Chip[];
  /** A card's third line behind the chips: public address, `primary`, `standby`. */
  readonly detail: string;
}

export interface SceneNode extends NodeText {
  /** Id of the resource, `zone:<vpc>:<zone>` or `standby:<DB instance>`; the key in the layout too. */
  readonly key: string;
  /** `undefined` for zones; the DB instance for a standby. */
  readonly resource: ResourceId | undefined;
  readonly kind: NodeKind;
  readonly shape: NodeShape;
  readonly glyph: GlyphId;
  readonly tone: Tone;
  /** `undefined` for what stands on the canvas itself. */
  readonly parent: string | undefined;
  readonly children: readonly string[];
  /** 0 on the canvas itself. */
  readonly level: number;
  /** Relative to `parent`, or to the canvas. */
  readonly box: Rectangle;
  /** The same place on the canvas. */
  readonly place: Rectangle;
  /** An attached gateway: its middle lies on the border of `parent`. */
  readonly astride: boolean;
  /** A container that is folded to its caption: what it holds is not drawn. */
  readonly isCollapsed: boolean;
  /** `inactive`: stopped, detached or gone; drawn with a hollow tile. */
  readonly state: 'active' | 'inactive';
  readonly badges: readonly Badge[];
  /** For screen readers and tooltips: kind, name and everything above, in one line. */
  readonly label: string;
}

/** What a line says: the way to the internet, a VPN tunnel, a peering, an attachment of a transit gateway, Direct Connect, a database copy, an interface in another subnet. */
export type LineKind = 'internet' | 'vpn' | 'peering' | 'attachment' | 'direct-connect' | 'replication' | 'interface' | 'target';

export interface SceneLine {
  readonly key: string;
  readonly kind: LineKind;
  /** Keys of nodes. */
  readonly from: string;
  readonly to: string;
  readonly label?: string;
  /** The resource the line stands for: the VPN connection. */
  readonly resource?: ResourceId;
}

/** Everything the canvas and the picture draw, as plain data. */
export interface Scene {
  /** A container comes before what it contains. */
  readonly nodes: readonly SceneNode[];
  readonly lines: readonly SceneLine[];
  readonly byKey: ReadonlyMap<string, SceneNode>;
}
