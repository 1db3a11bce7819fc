import type { Finding, Severity } from '../findings/finding.ts';
import type { Report } from '../findings/report.ts';
import type { Design } from '../model/design.ts';
import { nodeKeyOf, type ContainedNode, type Containers } from './containers.ts';
import { readSource } from './drawing-source.ts';
import { kindNames } from './names.ts';
import { NO_FACTS } from './node-text.ts';
import { styleNode, type NodeStyle } from './node-style.ts';
import { resolveBoxes } from './resolve-boxes.ts';
import { findLinks } from './scene-lines.ts';
import type { Badge, NodeText, Scene, SceneNode } from './scene.ts';
import { CARD, type Rectangle } from './sizes.ts';

/** What a check has said about the design: facts for words and hues, findings for badges. Both may be of an older revision. */
export interface SceneKnowledge {
  readonly facts: Report['facts'];
  readonly findings?: readonly Finding[];
}

interface KnownScene extends SceneKnowledge {
  readonly layout: Design['layout'];
  readonly scene: Scene;
}

const known = new WeakMap<Design['resources'], KnownScene>();
const NOTHING: SceneKnowledge = { facts: NO_FACTS };
const NO_BADGES: readonly Badge[] = [];
const badgeOf: Readonly<Record<Severity, Badge['kind'] | undefined>> = { error: 'fail', warning: 'warn', advice: undefined };

/** The worst of each node's findings, and first of all what it says; a finding belongs to the first of its resources that has a node. */
function collectBadges(containers: Containers, findings: readonly Finding[]): ReadonlyMap<string, Badge> {
  const badges = new Map<string, Badge>();
  for (const finding of findings) {
    const kind = badgeOf[finding.severity];
    const key = finding.evidence.map(({ at }) => nodeKeyOf(containers, at)).find((at) => at !== undefined);
    if (!kind || key === undefined) continue;
    const before = badges.get(key);
    if (!before) badges.set(key, { kind, title: finding.message });
    else if (kind === 'fail' && before.kind !== 'fail') badges.set(key, { kind, title: `${finding.message}\n${before.title}` });
    else badges.set(key, { kind: before.kind, title: `${before.title}\n${finding.message}` });
  }
  return badges;
}

function describeLabel(node: ContainedNode, text: NodeText): string {
  const groups = text.chips.length === 0 ? '' : `security groups ${text.chips.map((chip) => chip.text).join(', ')}`;
  const kind = node.kind === 'internet' && text.title === kindNames.internet ? '' : `${kindNames[node.kind]} `;
  let label = `${kind}${text.title}`;
  for (const part of [text.aside, text.address, text.word, text.room, groups, text.detail]) if (part !== '') label += `, ${part}`;
  return label;
}

/** The first finding of a badge is its worst one. */
const describeWorst = ([badge]: readonly Badge[]): string => (badge ? `, ${badge.kind === 'fail' ? 'error' : 'warning'}: ${badge.title.split('\n')[0] ?? ''}` : '');

const ON_CANVAS = { x: 0, y: 0 };
const move = ({ x, y, width, height }: Rectangle, by: Rectangle): Rectangle => ({ x: x + by.x, y: y + by.y, width, height });

interface Place {
  readonly box: Rectangle;
  readonly place: Rectangle;
}

/** Written out: spreading several objects into one makes ten thousand slow ones. */
function makeNode(
  node: ContainedNode,
  text: NodeText,
  { style, place, badges, isCollapsed }: { readonly style: NodeStyle; readonly place: Place; readonly badges: readonly Badge[]; readonly isCollapsed: boolean },
): SceneNode {
  return {
    key: node.key,
    resource: node.resource,
    kind: node.kind,
    shape: style.shape,
    glyph: style.glyph,
    tone: style.tone,
    parent: node.parent,
    children: node.children,
    level: node.level,
    box: place.box,
    place: place.place,
    astride: node.astride,
    isCollapsed,
    state: style.state,
    badges,
    label: isCollapsed ? `${describeLabel(node, text)}, collapsed${describeWorst(badges)}` : describeLabel(node, text),
    title: text.title,
    aside: text.aside,
    address: text.address,
    word: text.word,
    room: text.room,
    chips: text.chips,
    detail: text.detail,
  };
}

function build(design: Design, { facts, findings = [] }: SceneKnowledge): Scene {
  const source = readSource(design, facts);
  const boxes = resolveBoxes(source, design.layout);
  const badges = collectBadges(source.containers, findings);
  const byKey = new Map<string, SceneNode>();
  for (const node of source.containers.nodes.values()) {
    const text = source.texts.get(node.key);
    if (!text) continue;
    const box = boxes.get(node.key) ?? { ...ON_CANVAS, ...CARD };
    const around = node.parent === undefined ? undefined : byKey.get(node.parent)?.place;
    const badge = badges.get(node.key);
    const place = { box, place: around ? move(box, around) : box };
    byKey.set(node.key, makeNode(node, text, { style: styleNode(design, node, facts), place, badges: badge ? [badge] : NO_BADGES, isCollapsed: source.containers.collapsed.has(node.key) }));
  }
  return { nodes: [...byKey.values()], lines: findLinks(source), byKey };
}

/**
 * Everything that the canvas and a picture draw: nodes with their words, hues and places, and the lines between them.
 * Pure; the same resources, layout, facts and findings give the same value, so it may be asked again at every render.
 */
export function describeScene(design: Design, knowledge: SceneKnowledge = NOTHING): Scene {
  const before = known.get(design.resources);
  const isSame = before?.layout === design.layout && before.facts === knowledge.facts && before.findings === knowledge.findings;
  if (before && isSame) return before.scene;
  const scene = build(design, knowledge);
  known.set(design.resources, { ...knowledge, layout: design.layout, scene });
  return scene;
}
