import { parseArgs } from 'node:util';
import fc from 'fast-check';
import { diagnose } from '@core/diagnosis/diagnose.ts';
import type { Design } from '@core/model/design.ts';
import { arbitraryBothFamilies } from './arbitrary-both-families.ts';
import { buildNetwork } from './build-network.ts';
import { chooseTrials, freeHosts, type Trial } from './choose-exchanges.ts';
import { KernelAgent, provideKernelPrograms, whyNot } from './kernel-agent.ts';
import type { Family } from './design-reading.ts';
import { createRandom } from './random.ts';

/** Seconds an answer may take. Within one machine it takes a millisecond; what disagrees is asked again with more. */
const PATIENCE = 0.35;
const MORE_PATIENCE = 3;

interface Tally {
  agreed: number;
  open: number;
  notAsked: number;
  readonly disagreed: string[];
}

const wordsOf = ({ question }: Trial): string => `${question.from} -> ${question.to} ${String(question.protocol)} ${question.port ?? ''} from port ${question.sourcePort ?? '-'}`;

/** So many questions are looked at for each that is tried: few of the random ones are about an open way. */
const CANDIDATES = 12;

interface Judged {
  readonly trial: Trial;
  readonly verdict: 'reachable' | 'blocked';
  readonly sentence: string;
}

/** What a far side announces by BGP is in no design; the kernel knows the drawn blocks alone. */
const isAboutBgp = (assumption: string): boolean => assumption.startsWith('Beyond ');

function judgeAll(design: Design, trials: readonly Trial[], tally: Tally): readonly Judged[] {
  return trials.flatMap((trial): Judged[] => {
    const reply = diagnose(design, trial.question);
    if (reply.ok && !reply.value.assumptions.some(isAboutBgp) && (reply.value.verdict === 'reachable' || reply.value.verdict === 'blocked')) return [{ trial, verdict: reply.value.verdict, sentence: reply.value.sentence }];
    tally.notAsked += 1;
    return [];
  });
}

/** Up to half of the questions are some that we say are reachable; the rest come as they are drawn. */
function chooseJudged(judged: readonly Judged[], count: number): readonly Judged[] {
  const open = judged.filter(({ verdict }) => verdict === 'reachable').slice(0, Math.floor(count / 2));
  return [...open, ...judged.filter((one) => !open.includes(one)).slice(0, count - open.length)];
}

interface Given {
  readonly seed: number;
  readonly questions: number;
  readonly tallies: Readonly<Record<Family, Tally>>;
}

async function compareDesign(agent: KernelAgent, given: Given): Promise<void> {
  const [design] = fc.sample(arbitraryBothFamilies, { numRuns: 1, seed: given.seed });
  if (!design) return;
  for (const family of [4, 6] as const) await compareFamily(agent, { ...given, design, family, tally: given.tallies[family] });
}

async function compareFamily(agent: KernelAgent, given: Given & { readonly design: Design; readonly family: Family; readonly tally: Tally }): Promise<void> {
  const { design, family } = given;
  const { network, places } = buildNetwork(design, family, freeHosts(design, family));
  const candidates = judgeAll(design, chooseTrials(places, given.questions * CANDIDATES, createRandom(given.seed)), given.tally);
  const judged = chooseJudged(candidates, given.questions);
  const found = await agent.attempt(network, judged.map(({ trial }) => trial.exchange), PATIENCE);
  const doubtful = judged.filter(({ verdict }, index) => (verdict === 'reachable') !== found[index]);
  const foundAgain = doubtful.length === 0 ? [] : await agent.attempt(network, doubtful.map(({ trial }) => trial.exchange), MORE_PATIENCE);
  const disagreeing = doubtful.filter(({ verdict }, index) => (verdict === 'reachable') !== foundAgain[index]);
  given.tally.agreed += judged.length - disagreeing.length;
  given.tally.open += judged.filter(({ verdict }) => verdict === 'reachable').length;
  for (const { trial, verdict, sentence } of disagreeing) given.tally.disagreed.push(`design ${given.seed}: ${wordsOf(trial)}: we say ${verdict}, the kernel says otherwise. ${sentence}`);
}

const OPTIONS = { designs: { type: 'string' }, questions: { type: 'string' }, seed: { type: 'string' }, nightly: { type: 'boolean' }, provide: { type: 'boolean' } } as const;

const QUICK = { designs: 10, questions: 10 };
const NIGHTLY = { designs: 300, questions: 20 };

interface Extent {
  readonly designs: number;
  readonly questions: number;
  readonly firstSeed: number;
}

const emptyTally = (): Tally => ({ agreed: 0, open: 0, notAsked: 0, disagreed: [] });

function report(family: Family, { agreed, open, notAsked, disagreed }: Tally): void {
  for (const line of disagreed) console.error(line);
  console.info(`IPv${family}: ${agreed} answers agree with the kernel (${open} of them reachable), ${disagreed.length} disagree, ${notAsked} were ambiguous or undetermined.`);
}

async function compareDesigns({ designs, questions, firstSeed }: Extent): Promise<number> {
  const tallies = { 4: emptyTally(), 6: emptyTally() } as const;
  const agent = new KernelAgent();
  const start = performance.now();
  try {
    for (let index = 0; index < designs; index += 1) await compareDesign(agent, { seed: firstSeed + index, questions, tallies });
  } finally {
    agent.end();
  }
  const seconds = ((performance.now() - start) / 1000).toFixed(0);
  console.info(`${designs} designs from seed ${firstSeed} in ${seconds} s.`);
  for (const family of [4, 6] as const) report(family, tallies[family]);
  return tallies[4].disagreed.length + tallies[6].disagreed.length === 0 ? 0 : 1;
}

/**
 * Compares our verdicts about random designs with what a Linux kernel does; 0 where they agree, 1 where not, 2 where
 * it cannot run; with `--provide` it installs what it needs where it may, and says loudly, but without failing, where it cannot run.
 */
export async function runConformance(args: readonly string[]): Promise<number> {
  const { values } = parseArgs({ args: [...args], options: OPTIONS });
  if (values.provide === true) provideKernelPrograms();
  const reason = whyNot();
  if (reason !== undefined) {
    console.error(`NOT COMPARED WITH A KERNEL: ${reason}`);
    return values.provide === true ? 0 : 2;
  }
  const usual = values.nightly === true ? NIGHTLY : QUICK;
  return compareDesigns({ designs: Number(values.designs ?? usual.designs), questions: Number(values.questions ?? usual.questions), firstSeed: Number(values.seed ?? 1) });
}
