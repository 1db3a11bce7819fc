import { findContainers, nodeKeyOf, type Containers } from '@core/drawing/containers.ts';
import type { Scene } from '@core/drawing/scene.ts';
import type { Blocker, Diagnosis, Hop, Leg, StepResult } from '@core/findings/diagnosis.ts';
import type { ResourceFacts } from '@core/findings/report.ts';
import type { Design } from '@core/model/design.ts';
import { asResourceId } from '@core/model/ids.ts';
import { nodeOfEndpoint } from './node-of-endpoint.ts';

export type MarkStatus = 'pass' | 'fail' | 'warning';

/** A numbered mark: the step of the checklist it belongs to, so that canvas and list read together. */
export interface PlannedMark {
  readonly number: number;
  readonly status: MarkStatus;
  readonly title: string;
}

/** A mark on the line from `stops[span]` to the next stop, where the line crosses the border of `border`. */
export interface LineMark extends PlannedMark {
  readonly span: number;
  /** Key of the node whose border is crossed. */
  readonly border: string;
}

export interface NodeMark extends PlannedMark {
  readonly node: string;
}

export interface PlannedLeg {
  readonly leg: Leg;
  /** Keys of the nodes passed, in order, to where it would have gone. */
  readonly stops: readonly string[];
  readonly marks: readonly LineMark[];
  /** Position in `marks` of what stops the leg; none when it travels all the way. */
  readonly blockedBy: number | undefined;
  /** Whether it is known where it goes. */
  readonly isKnown: boolean;
}

export interface PathFlag {
  /** "Reply dropped here" */
  readonly title: string;
  /** The rule that decided: `acl-public out *`. */
  readonly rule: string;
  /** Where it stands when no line is blocked: a node. */
  readonly node: string | undefined;
}

/** What is drawn of an answer; where it is drawn follows from where the nodes stand. */
export interface PathPlan {
  readonly legs: readonly PlannedLeg[];
  readonly nodeMarks: readonly NodeMark[];
  readonly flag: PathFlag | undefined;
  /** Keys of the nodes passed; everything else steps back. */
  readonly onPath: ReadonlySet<string>;
}

export interface PathSource {
  readonly design: Design;
  readonly scene: Scene;
  readonly facts: Readonly<Record<string, ResourceFacts>>;
  readonly diagnosis: Diagnosis;
}

interface Planning extends PathSource {
  readonly containers: Containers;
}

const STEP_OF_HOP: Partial<Record<Hop['step'], number>> = { gateway: 1, translate: 1, route: 2, 'security-group': 3, 'network-acl': 4 };
const FIRST_STEP_OF_THE_MACHINE = 5;

function numberOf({ design }: Planning, hop: Hop): number | undefined {
  const number = STEP_OF_HOP[hop.step];
  const isGateway = hop.step === 'gateway' || hop.step === 'translate';
  return isGateway && design.resources[asResourceId(hop.resource)]?.kind !== 'internet-gateway' ? undefined : number;
}

function subnetAround({ scene }: Planning, key: string | undefined): string | undefined {
  let node = key === undefined ? undefined : scene.byKey.get(key);
  while (node && node.kind !== 'subnet') node = node.parent === undefined ? undefined : scene.byKey.get(node.parent);
  return node?.key;
}

/** Whether a subnet uses that table or ACL. */
function uses({ facts }: Planning, subnet: string | undefined, resource: string): boolean {
  const fact = subnet === undefined ? undefined : facts[subnet];
  return fact?.kind === 'subnet' && (fact.routeTable?.id === resource || fact.networkAcl?.id === resource);
}

/** The border at which a rule decides, between two stops: of the card whose group it is, or of the subnet it guards. */
function borderOf(planning: Planning, hop: Hop, [from, to]: readonly [string | undefined, string | undefined]): string | undefined {
  if (hop.step === 'security-group') {
    const holds = (key: string | undefined): boolean =>
      key !== undefined && (planning.scene.byKey.get(key)?.chips.some((chip) => chip.key === hop.resource) ?? false);
    return holds(from) && !holds(to) ? from : (to ?? from);
  }
  const [leaving, entering] = [subnetAround(planning, from), subnetAround(planning, to)];
  if (uses(planning, leaving, hop.resource)) return leaving;
  if (uses(planning, entering, hop.resource)) return entering;
  return to ?? from;
}

interface Walked {
  readonly stops: string[];
  /** Position of each hop in `stops`: the stop it comes after. */
  readonly after: readonly number[];
}

/** The nodes that a leg passes. */
function walkHops(planning: Planning, hops: readonly Hop[], [start, end]: readonly [string | undefined, string | undefined]): Walked {
  const stops: string[] = start === undefined ? [] : [start];
  const after = hops.map((hop) => {
    const key = nodeKeyOf(planning.containers, hop.resource);
    if (key !== undefined && stops[stops.length - 1] !== key) stops.push(key);
    return Math.max(0, stops.length - 1);
  });
  if (end !== undefined && stops[stops.length - 1] !== end) stops.push(end);
  return { stops, after };
}

interface Marked {
  readonly line: LineMark[];
  readonly node: NodeMark[];
}

interface PlacedHop {
  readonly hop: Hop;
  readonly stops: readonly string[];
  /** Position of the stop it comes after. */
  readonly after: number;
}

/** The span of the line and the border at which a rule decides; a node that stops the way does so at its own border. */
function placeOnLine(planning: Planning, { hop, stops, after }: PlacedHop, own: string | undefined): { readonly span: number; readonly border: string | undefined } {
  if (own !== undefined) return { span: Math.max(0, after - 1), border: own };
  const span = Math.min(after, Math.max(0, stops.length - 2));
  return { span, border: borderOf(planning, hop, [stops[span], stops[span + 1]]) };
}

function markHop(planning: Planning, marked: Marked, placed: PlacedHop): void {
  const { hop, stops, after } = placed;
  const number = numberOf(planning, hop);
  if (number === undefined || hop.passed === null) return;
  const mark: PlannedMark = { number, status: hop.passed ? 'pass' : 'fail', title: hop.sentence };
  const key = nodeKeyOf(planning.containers, hop.resource);
  const own = key !== undefined && stops[after] === key ? key : undefined;
  const { span, border } = placeOnLine(planning, placed, own);
  if (border === undefined) return;
  const isAtNode = hop.passed && (own !== undefined || hop.step === 'security-group');
  if (isAtNode) addOnce(marked.node, { ...mark, node: border });
  else marked.line.push({ ...mark, span, border });
}

function addOnce(marks: NodeMark[], mark: NodeMark): void {
  if (!marks.some((other) => other.node === mark.node && other.number === mark.number)) marks.push(mark);
}

function planLeg(planning: Planning, leg: Leg, marked: { readonly numbers: Set<number>; readonly nodeMarks: NodeMark[] }): PlannedLeg | undefined {
  const path = planning.diagnosis.paths.find((candidate) => candidate.leg === leg);
  if (!path) return undefined;
  const { question } = planning.diagnosis;
  const ends = [question.from, question.to].map((endpoint) => nodeOfEndpoint(planning, endpoint)) as [string | undefined, string | undefined];
  if (leg === 'reply') ends.reverse();
  const { stops, after } = walkHops(planning, path.hops, ends);
  const own: Marked = { line: [], node: [] };
  path.hops.forEach((hop, index) => markHop(planning, own, { hop, stops, after: after[index] ?? 0 }));
  const isNew = (mark: PlannedMark): boolean => mark.status !== 'pass' || leg === 'request' || !marked.numbers.has(mark.number);
  const marks = own.line.filter(isNew);
  marked.nodeMarks.push(...own.node.filter(isNew));
  for (const { number } of [...own.line, ...own.node]) marked.numbers.add(number);
  const blockedBy = marks.findIndex(({ status }) => status === 'fail');
  const firstOpen = path.hops.findIndex(({ passed }) => passed !== true);
  const isKnown = firstOpen === -1 || path.hops[firstOpen]?.passed === false;
  return { leg, stops, marks, blockedBy: blockedBy === -1 ? undefined : blockedBy, isKnown };
}

/** Marks of the steps that belong to a machine and not to the way: public address, scheme, script, role, application. */
function markSteps(planning: Planning, steps: readonly StepResult[], shown: ReadonlySet<number>): readonly NodeMark[] {
  const target = nodeOfEndpoint(planning, planning.diagnosis.question.to);
  return steps.flatMap(({ number, status, sentence, evidence }): NodeMark[] => {
    const isOpen = status === 'fail' || status === 'warning';
    if (!isOpen || (number < FIRST_STEP_OF_THE_MACHINE && shown.has(number))) return [];
    const at = evidence.map((place) => nodeKeyOf(planning.containers, place.at)).find((key) => key !== undefined) ?? target;
    return at === undefined ? [] : [{ number, status, title: sentence, node: at }];
  });
}

const DROPPING = new Set<Blocker['component']>(['security-group', 'network-acl']);
const LEG_NAMES: Readonly<Record<Leg, string>> = { request: 'Request', reply: 'Reply' };

function planFlag(planning: Planning): PathFlag | undefined {
  const blocker = planning.diagnosis.blockers[0];
  if (!blocker) return undefined;
  const verb = DROPPING.has(blocker.component) ? 'dropped' : 'stopped';
  const at = [blocker.resource, ...blocker.evidence.map((place) => place.at)].map((key) => nodeKeyOf(planning.containers, key)).find((key) => key !== undefined);
  return {
    title: `${LEG_NAMES[blocker.leg]} ${verb} here`,
    rule: blocker.evidence[0]?.label ?? '',
    node: at ?? nodeOfEndpoint(planning, planning.diagnosis.question.to),
  };
}

/** What the canvas shows of an answer: the legs, numbered marks, and one flag at the blocker. */
export function planPath(source: PathSource): PathPlan {
  const planning: Planning = { ...source, containers: findContainers(source.design) };
  const marked = { numbers: new Set<number>(), nodeMarks: [] as NodeMark[] };
  const legs = (['request', 'reply'] as const).flatMap((leg) => planLeg(planning, leg, marked) ?? []);
  const steps = markSteps(planning, source.diagnosis.steps, marked.numbers);
  const onPath = new Set([...legs.flatMap(({ stops }) => stops), ...steps.map(({ node }) => node)]);
  const { question } = source.diagnosis;
  for (const endpoint of [question.from, question.to]) {
    const key = nodeOfEndpoint(planning, endpoint);
    if (key !== undefined) onPath.add(key);
  }
  return { legs, nodeMarks: [...marked.nodeMarks, ...steps], flag: planFlag(planning), onPath };
}
