import type { StepDescription } from '@core/api/core-api.ts';
import { setAnswer } from '@core/editing/expectations.ts';
import type { StepResult } from '@core/findings/diagnosis.ts';
import { isCommand } from '@core/findings/instruction.ts';
import { useEffect, useState } from 'react';
import { useAppState, useHost, useStore } from '../app/app-context.ts';
import { Button } from '../controls/button.tsx';
import { EphemeralTable } from '../ephemeral/ephemeral-table.tsx';
import { PasteSockets } from '../sockets/paste-sockets.tsx';
import styles from './diagnose.module.css';
import { EvidenceChip } from './step-row.tsx';

const AWS_CODES = 'https://docs.aws.amazon.com/vpc/latest/reachability/explanation-codes.html';
const isOurs = (code: string): boolean => code.startsWith('X_');

function useDescription(step: StepResult): StepDescription | undefined {
  const host = useHost();
  const [steps, setSteps] = useState<readonly StepDescription[]>([]);
  useEffect(() => {
    void host.listSteps().then((reply) => {
      if (reply.ok) setSteps(reply.value);
    });
  }, [host]);
  return steps.find(({ id }) => id === step.id);
}

/** For what only the person can know: what to try, and two buttons that are remembered in the design. */
function YourTurn({ step }: { readonly step: StepResult }) {
  const store = useStore();
  const question = useAppState((state) => state.question.value);
  if (!question) return null;
  const answer = (given: 'yes' | 'no') => store.edit((design) => setAnswer(design, { question, step: step.id, answer: given }), { keepSelection: true });
  return (
    <p className={styles.turn}>
      Does it work there?
      <Button size="small" onClick={() => answer('yes')}>
        Yes
      </Button>
      <Button size="small" onClick={() => answer('no')}>
        No
      </Button>
    </p>
  );
}

/** Step 6: what the person would see, and why. */
function BrowserPart() {
  const sight = useAppState(({ question }) => question.diagnosis?.browser);
  if (!sight || sight.chrome === 'the page') return null;
  return (
    <dl className={styles.sight}>
      <dt>Chrome shows</dt>
      <dd>{sight.chrome}</dd>
      <dt>Firefox shows</dt>
      <dd>{sight.firefox}</dd>
      <dt>Because</dt>
      <dd>{sight.sentence}</dd>
    </dl>
  );
}

/** What a step has of its own. */
function OwnPart({ step }: { readonly step: StepResult }) {
  if (step.id === 'application') return <ListeningPart step={step} />;
  if (step.id === 'http-or-https') return <BrowserPart />;
  return step.id === 'network-acls' ? <ReplyPart /> : null;
}

/** Step 10: what the instance itself says can be pasted. */
function ListeningPart({ step }: { readonly step: StepResult }) {
  const resources = useAppState(({ design }) => design.resources);
  const instance = step.evidence.map(({ at }) => at).find((at) => resources[at]?.kind === 'instance');
  if (instance === undefined) return null;
  return (
    <div>
      <PasteSockets instance={instance} size="small" />
    </div>
  );
}

/** Step 4, where a reply is stopped: which client's replies pass. */
function ReplyPart() {
  const ephemeral = useAppState(({ question }) => question.diagnosis?.ephemeral);
  const resources = useAppState(({ design }) => design.resources);
  return (ephemeral ?? []).map((matrix) => <EphemeralTable key={matrix.networkAcl} matrix={matrix} name={resources[matrix.networkAcl]?.name ?? matrix.networkAcl} />);
}

/** What an opened step tells: why it matters, what to run, all that decided. */
export function StepDetails({ step }: { readonly step: StepResult }) {
  const description = useDescription(step);
  return (
    <div className={styles.details}>
      {description && (
        <p>
          <b>{description.question}</b> {description.explanation}
        </p>
      )}
      {step.likely !== null && <p>{step.likely}</p>}
      {step.instructions.length > 0 && (
        <ul className={styles.commands}>
          {step.instructions.map((line) => (
            <li key={line}>{isCommand(line) ? <code>{line}</code> : line}</li>
          ))}
        </ul>
      )}
      {step.status === 'your-turn' && <YourTurn step={step} />}
      <OwnPart step={step} />
      {step.evidence.length > 1 && (
        <p className={styles.chips}>
          {step.evidence.map((evidence, index) => (
            <EvidenceChip key={`${evidence.at} ${evidence.row ?? ''} ${index}`} evidence={evidence} tone={step.status === 'fail' ? 'fail' : undefined} />
          ))}
        </p>
      )}
      {step.code !== null && (
        <p className={styles.code}>
          {isOurs(step.code) ? 'Code of Reachable' : 'AWS explanation code'}: <code title={isOurs(step.code) ? undefined : AWS_CODES}>{step.code}</code>
        </p>
      )}
    </div>
  );
}
