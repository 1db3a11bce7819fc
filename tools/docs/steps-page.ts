import { describeSteps } from '@core/diagnosis/checklist.ts';
import { meaningOf, whyLikely } from '@core/diagnosis/symptoms.ts';
import { browserMessages, fateSentences, type PageFate } from '@core/aws/browser-messages.ts';
import type { StepStatus } from '@core/findings/diagnosis.ts';
import { symptoms, type Symptom } from '@core/model/question.ts';
import { brokenNetworks } from '@core/templates/broken/index.ts';
import type { Generated } from './generated.ts';

type Step = ReturnType<typeof describeSteps>[number];

const STATUSES: Readonly<Record<StepStatus, string>> = {
  pass: 'as drawn, this step lets it through',
  fail: 'this step stops it, and says with which row',
  warning: 'it passes as drawn, and rests on something fragile',
  'your-turn': 'the drawing cannot tell; the app says what to look at, asks, and remembers the answer in the design',
  'not-needed': 'this step does not matter for the question, and says why',
};

const SYMPTOMS: Readonly<Record<Symptom, string>> = {
  timeout: 'timeout',
  refused: 'connection refused',
  tls: 'TLS error, or “sent an invalid response”',
  denied: 'permission denied',
  partial: 'the page loads, parts of it fail',
};

const anchorOf = ({ number, title }: Step): string => `#${number}-${title.toLowerCase().replaceAll(/[^a-z0-9 -]/g, '').replaceAll(' ', '-')}`;

function writeSymptom(symptom: Symptom, steps: readonly Step[]): string {
  const likely = steps.filter(({ id }) => whyLikely(symptom, id) !== null);
  return `| ${SYMPTOMS[symptom]} | ${likely.map((step) => `[${step.number}](${anchorOf(step)})`).join(', ')} | ${meaningOf(symptom)} |`;
}

/** What browsers show for each way in which a page does not open, in their own words. */
function writeBrowserTable(): readonly string[] {
  const fates = (Object.keys(browserMessages) as PageFate[]).filter((fate) => fate !== 'page' && fate !== 'parts-missing');
  return [
    'For a web page the answer says what the browser shows, in its own words; `https://web-1` may be pasted as whom to reach.',
    '',
    '| Chrome | Firefox | Because |',
    '| --- | --- | --- |',
    ...fates.map((fate) => `| \`${browserMessages[fate].chrome}\` | ${browserMessages[fate].firefox} | ${fateSentences[fate]} |`),
    '',
  ];
}

function writeStep(step: Step): readonly string[] {
  const practice = brokenNetworks.find((network) => network.step === step.id);
  const try_ = practice === undefined ? [] : [`To practise: *${practice.title}*, on the start screen under *Something is broken*.`, ''];
  return [`## ${step.number} ${step.title}`, '', `**${step.question}**`, '', step.explanation, '', ...try_];
}

/** The checklist in words. */
export function writeStepsPage(): Generated {
  const steps = describeSteps();
  const text = [
    '# The ten steps',
    '',
    'What to look at, in which order, when one end of a network does not reach the other. Reachable goes through all ten for every',
    'question, in the app under *Diagnose* and with `reachable why`; a step that fails does not stop the others. This page is written',
    'by `npm run docs`.',
    '',
    'Each step answers one of five things.',
    '',
    ...Object.entries(STATUSES).map(([status, words]) => `- **${status.replace('-', ' ')}**: ${words}`),
    '',
    'None of the steps 1–5 fails, in either leg, exactly when request and reply arrive; tests hold the app to that on random designs.',
    '',
    '## Symptom first',
    '',
    'What you see says where to look. Choose it beside the question, and the likely steps are marked.',
    '',
    '| You see | Likely steps | Because |',
    '| --- | --- | --- |',
    ...symptoms.map((symptom) => writeSymptom(symptom, steps)),
    '',
    'Where the drawing contradicts what you see, the answer says so: the drawing is not what is deployed.',
    '',
    ...writeBrowserTable(),
    ...steps.flatMap(writeStep),
  ].join('\n');
  return { files: new Map([['docs/steps.md', text]]) };
}
