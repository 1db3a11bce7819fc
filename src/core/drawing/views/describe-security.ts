import type { GroupTraffic } from '../../findings/group-traffic.ts';
import type { Design } from '../../model/design.ts';
import { asResourceId } from '../../model/ids.ts';
import { nodeKeyOf, type Containers } from '../containers.ts';
import type { Polyline } from '../line-candidates.ts';
import { piecesOf } from '../path-geometry.ts';
import { routeBetween } from '../routes-of-lines.ts';
import type { Scene } from '../scene.ts';
import type { Rectangle } from '../sizes.ts';
import { textWidth } from '../text-width.ts';
import { placeAround, TAG, TAG_TEXT } from './place-tags.ts';
import type { ViewLabel, ViewLine } from './views.ts';

const NAMED_AT_MOST = 2;
/** Where on a piece words may stand. */
const SHARES = [1 / 2, 1 / 4, 3 / 4];

function sayTraffic({ traffic, isStopped }: GroupTraffic): string {
  const named = traffic.slice(0, NAMED_AT_MOST).join(', ');
  const more = traffic.length > NAMED_AT_MOST ? ` +${traffic.length - NAMED_AT_MOST}` : '';
  return `${named}${more}${isStopped ? ', stopped' : ''}`;
}

/** The node of the internet, when it is drawn. */
const internetKey = ({ nodes }: Scene): string | undefined => nodes.find(({ kind }) => kind === 'internet')?.key;

interface Drawn {
  readonly ends: readonly [from: string, to: string];
  readonly traffic: GroupTraffic;
}

function listLines(scene: Scene, { containers, talks }: { readonly containers: Containers; readonly talks: readonly GroupTraffic[] }): readonly Drawn[] {
  const keyOf = (resource: string | undefined): string | undefined => (resource === undefined ? internetKey(scene) : nodeKeyOf(containers, resource));
  return talks.flatMap((traffic) => {
    const [from, to] = traffic.example.map(keyOf);
    if (from === undefined || to === undefined || from === to || !scene.byKey.has(from) || !scene.byKey.has(to)) return [];
    return [{ ends: [from, to] as const, traffic }];
  });
}

/** Which way a line goes, for words that cover a short one. */
function arrowOf(points: Polyline): string {
  const [first, last] = [points[0], points.at(-1)];
  const [dx, dy] = first && last ? [last.x - first.x, last.y - first.y] : [0, 0];
  if (Math.abs(dx) >= Math.abs(dy)) return dx >= 0 ? '→' : '←';
  return dy >= 0 ? '↓' : '↑';
}

const meet = (one: Rectangle, other: Rectangle): boolean => one.x < other.x + other.width && other.x < one.x + one.width && one.y < other.y + other.height && other.y < one.y + one.height;

/** Words on the longest piece of a line; where other words stand already they take another place on it, or another piece. */
function placeLabel(points: Polyline, text: string, taken: readonly ViewLabel[]): ViewLabel {
  const width = Math.ceil(textWidth(text, TAG_TEXT)) + 2 * TAG.air;
  const byLength = [...piecesOf(points)].sort((a, b) => b.length - a.length);
  const places = byLength.flatMap(({ from, to }) => SHARES.map((share) => placeAround({ x: from.x + (to.x - from.x) * share, y: from.y + (to.y - from.y) * share }, width)));
  const isFree = (place: Rectangle): boolean => taken.every(({ place: other }) => !meet(place, other));
  return { text, place: places.find(isFree) ?? places[0] ?? placeAround({ x: 0, y: 0 }, width) };
}

/** Who may talk to whom: a line from a member of one security group to a member of the other, as the evaluator says. */
export function describeSecurity(design: Design, scene: Scene, given: { readonly containers: Containers; readonly talks: readonly GroupTraffic[] }): readonly ViewLine[] {
  const nameOf = (id: string): string => (id === 'internet' ? 'the internet' : (design.resources[asResourceId(id)]?.name ?? id));
  const labels: ViewLabel[] = [];
  return listLines(scene, given).flatMap(({ ends, traffic }) => {
    const points = routeBetween(scene, ends);
    if (!points) return [];
    const label = placeLabel(points, `${arrowOf(points)} ${sayTraffic(traffic)}`, labels);
    labels.push(label);
    const what = traffic.isStopped ? `rules let ${traffic.traffic.join(', ')} in, and the network stops it` : traffic.traffic.join(', ');
    return [{ key: `${traffic.from} ${traffic.to}`, points, ends, isStopped: traffic.isStopped, label, title: `${nameOf(traffic.from)} to ${nameOf(traffic.to)}: ${what}` }];
  });
}
