import type { AppState } from '../store/app-state.ts';

/** One step of the tour: what to look at or do, and how the tour notices that it was done. */
export interface TourStep {
  readonly id: string;
  readonly title: string;
  readonly sentence: string;
  /** What is marked meanwhile, if it is on the screen. */
  find(state: AppState): Element | null | undefined;
  /** Whether the person has done it since the step began; without it only Next goes on. */
  readonly isDone?: (state: AppState, start: AppState) => boolean;
}

const inDock = (selector: string): Element | null => document.querySelector(`[data-region="dock"] ${selector}`);
const buttonIn = (region: string, words: RegExp): Element | undefined => [...document.querySelectorAll(`${region} button`)].find(({ textContent }) => words.test(textContent));

const outcomesOf = ({ expectations }: AppState): readonly boolean[] => Object.values(expectations.outcomes).map(({ holds }) => holds);
const allHold = (state: AppState): boolean => outcomesOf(state).length > 0 && outcomesOf(state).every(Boolean);

function nodeOfGateway({ design }: AppState): Element | null {
  const [id] = Object.entries(design.resources).find(([, { kind }]) => kind === 'internet-gateway') ?? [];
  return id === undefined ? null : document.querySelector(`.react-flow__node[data-id="${CSS.escape(id)}"]`);
}

/** The broken network the tour is about: `broken-4`, a network ACL that forgets the replies. */
export const TOUR_TEMPLATE = 'broken-4';

/** The tour in its order: ask, read, mend, keep, break, take back. */
export const tourSteps: readonly TourStep[] = [
  {
    id: 'ask',
    title: 'This shop does not answer',
    sentence: 'Its page times out, though 443 is let in everywhere. Ask why: press “Ask: Internet to …” below.',
    find: () => buttonIn('[data-region="dock"]', /^Ask: /),
    isDone: ({ question }) => question.diagnosis !== null,
  },
  {
    id: 'verdict',
    title: 'One answer, every blocker',
    sentence: 'The verdict names all that stops the request and the reply, each with the rule that decides. The path on the canvas ends where the traffic ends.',
    find: () => inDock('[aria-label="Verdict"]'),
  },
  {
    id: 'steps',
    title: 'Ten steps, the way people look',
    sentence: 'Open the step that fails: it shows the rows that were read. Its number stands on the canvas too.',
    find: () => inDock('[aria-label="The ten steps"]'),
    isDone: ({ question }, start) => question.openStep !== null && question.openStep !== start.question.openStep,
  },
  {
    id: 'fix',
    title: 'The smallest fix',
    sentence: 'Apply it. It says beforehand what it opens, and for how many; one undo takes it back.',
    find: () => inDock('[aria-label="Fixes"] button'),
    isDone: ({ question }) => question.diagnosis?.verdict === 'reachable',
  },
  {
    id: 'expectation',
    title: 'Questions stay answered',
    sentence: 'This design holds a saved question: the page has to be reachable. It is asked again after every edit, here and in CI.',
    find: () => buttonIn('[data-region="top"]', /\d of \d+ hold/),
  },
  {
    id: 'break',
    title: 'Now break something',
    sentence: 'Select the internet gateway on the canvas and press Delete. The saved question fails in the same moment.',
    find: nodeOfGateway,
    isDone: (state) => outcomesOf(state).some((holds) => !holds),
  },
  {
    id: 'undo',
    title: 'Nothing is lost',
    sentence: 'Undo brings the gateway back with everything that belonged to it.',
    find: () => document.querySelector('button[aria-label^="Undo"]'),
    isDone: allHold,
  },
  {
    id: 'end',
    title: 'That is how it works',
    sentence: 'Draw your own network from Parts, start from a template, or import what aws ec2 describe-* prints: nothing leaves this computer.',
    find: () => null,
  },
];
