import type { StepResult } from '@core/findings/diagnosis.ts';
import type { Evidence } from '@core/findings/evidence.ts';
import { isCommand } from '@core/findings/instruction.ts';
import { useEffect, useRef } from 'react';
import { useAppState, useStore } from '../app/app-context.ts';
import { AnswerMark } from '../controls/answer-mark.tsx';
import { Chip } from '../controls/chip.tsx';
import styles from './diagnose.module.css';
import { answerOfStatus, wordOfStatus } from './step-answers.ts';
import { StepDetails } from './step-details.tsx';

const TONES = { pass: undefined, fail: 'fail', warning: 'warn', 'your-turn': undefined, 'not-needed': undefined } as const;

/** A chip that names the deciding row; a click selects it on the canvas and in the inspector. */
export function EvidenceChip({ evidence, tone }: { readonly evidence: Evidence; readonly tone: 'fail' | 'warn' | undefined }) {
  const store = useStore();
  const words = evidence.label ?? evidence.at;
  return (
    <span onPointerEnter={() => store.highlight([evidence.at])} onPointerLeave={() => store.highlight([])}>
      <Chip mono tone={tone} label={`Show ${words}`} onClick={() => store.showEvidence(evidence)}>
        {words}
      </Chip>
    </span>
  );
}

/** For a step that only the person can answer: how many commands there are to try. */
function CommandCount({ step: { status, instructions } }: { readonly step: StepResult }) {
  const count = instructions.filter(isCommand).length;
  if (status !== 'your-turn' || count === 0) return null;
  return (
    <span>
      <Chip mono>{count === 1 ? '1 command' : `${count} commands`}</Chip>
    </span>
  );
}

/** One row of the checklist; opened, it tells more. */
export function StepRow({ step }: { readonly step: StepResult }) {
  const store = useStore();
  const isOpen = useAppState((state) => state.question.openStep === step.id);
  const row = useRef<HTMLLIElement>(null);
  useEffect(() => {
    if (isOpen) row.current?.scrollIntoView({ block: 'nearest' });
  }, [isOpen]);
  const evidence = step.evidence[0];
  return (
    <li ref={row} className={styles.step} data-status={step.status} data-open={isOpen || undefined}>
      <div className={styles.line}>
        <button type="button" className={styles.head} aria-expanded={isOpen} onClick={() => store.openStep(isOpen ? null : step.id)}>
          {step.likely === null ? <i /> : <i className={styles.likely} role="img" aria-label="likely" title={step.likely} />}
          <span className={styles.number}>{step.number}</span>
          <AnswerMark answer={answerOfStatus[step.status]} word={wordOfStatus[step.status]} text="body" />
          <span className={styles.title}>{step.title}</span>
          <span className={styles.sentence}>{step.sentence}</span>
        </button>
        {evidence ? <EvidenceChip evidence={evidence} tone={TONES[step.status]} /> : <CommandCount step={step} />}
      </div>
      {isOpen && <StepDetails step={step} />}
    </li>
  );
}
