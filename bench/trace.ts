import { diagnose } from '@core/diagnosis/diagnose.ts';
import { listExposure } from '@core/exposure/list-exposure.ts';
import type { Design } from '@core/model/design.ts';
import type { Question } from '@core/model/question.ts';
import { writeDesign } from '@core/model/write-design.ts';
import { makeDesign } from './make-design.ts';
import type { Figure } from './figure.ts';
import { compare, type Work } from './measure.ts';

const QUESTIONS: readonly { readonly words: string; readonly question: Question }[] = [
  { words: 'internet to a web server', question: { from: 'internet', to: 'vpc-3-web-1', protocol: 'tcp', port: 443 } },
  { words: 'app server to the database', question: { from: 'vpc-3-app-1', to: 'vpc-3-orders', protocol: 'tcp', port: 3306 } },
  { words: 'app server to the internet', question: { from: 'vpc-3-app-1', to: 'internet', protocol: 'tcp', port: 443 } },
  { words: 'internet to an app server, blocked', question: { from: 'internet', to: 'vpc-3-app-1', protocol: 'tcp', port: 8080 } },
];

function ask(design: Design, question: Question): void {
  const reply = diagnose(design, question);
  if (!reply.ok) throw new Error(reply.problem.message);
}

/** Something done after an edit: with the same resources but one, so that every join is made anew. */
function afterEdit(design: Design, work: (edited: Design) => void): Work {
  let edited = design;
  return {
    prepare: () => {
      edited = { ...design, resources: { ...design.resources } };
    },
    run: () => work(edited),
  };
}

/** Enough resources that more than a thousand of them are instances. */
const RESOURCES_OF_A_THOUSAND_INSTANCES = 3_000;

/** The exposure of 1,000 instances, against one question about one of them: each right after an edit, and again. */
async function* measureExposure(): AsyncGenerator<Figure> {
  const design = makeDesign({ resources: RESOURCES_OF_A_THOUSAND_INSTANCES });
  const instances = Object.values(design.resources).filter(({ kind }) => kind === 'instance').length;
  const [first] = QUESTIONS;
  if (!first) return;
  const unit = '× one question';
  const title = `exposure to the internet of ${instances} instances`;
  yield { title: `${title}, right after an edit`, unit, comparison: await compare(afterEdit(design, (edited) => void listExposure(edited)), afterEdit(design, (edited) => ask(edited, first.question))) };
  yield { title: `${title}, again`, unit, comparison: await compare({ run: () => listExposure(design) }, { run: () => ask(design, first.question) }) };
}

/** What an answer takes in a design of 1,000 resources: asked again, and asked right after an edit. */
export async function* measureTrace(): AsyncGenerator<Figure> {
  const design = makeDesign({ resources: 1_000 });
  const text = writeDesign(design);
  const parse: Work = { run: () => JSON.parse(text) as unknown };
  const unit = '× JSON.parse of the file';
  for (const { words, question } of QUESTIONS) {
    yield { title: `answer: ${words}, 1,000 resources`, unit, comparison: await compare({ run: () => ask(design, question) }, parse) };
  }
  const [first] = QUESTIONS;
  if (first) yield { title: `answer right after an edit: ${first.words}`, unit, comparison: await compare(afterEdit(design, (edited) => ask(edited, first.question)), parse) };
  yield { title: 'exposure to the internet of 1,000 resources', unit, comparison: await compare({ run: () => listExposure(design) }, parse) };
  yield* measureExposure();
}
