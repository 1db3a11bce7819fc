import { useEffect, useRef } from 'react';
import { useApp, useAppState, useStore } from '../app/app-context.ts';
import { useCommand } from '../commands/use-command.ts';
import { Button } from '../controls/button.tsx';
import { IconButton } from '../controls/icon-button.tsx';
import { tourSteps, type TourStep } from './tour-steps.ts';
import styles from './tour.module.css';
import { useTourMark } from './use-tour-mark.ts';

/** The step of the tour that is on, over the canvas; it stands in nobody's way and takes no focus. */
export function TourCard() {
  const index = useAppState(({ tour }) => tour?.step);
  const step = index === undefined ? undefined : tourSteps[index];
  return index === undefined || !step ? null : <Step key={step.id} step={step} index={index} />;
}

/** Goes on when the person has done what the step asks for. */
function useProgress(step: TourStep, index: number): void {
  const { store } = useApp();
  const start = useRef(store.getState());
  useEffect(() => {
    let isOver = false;
    const goOn = (): void => {
      if (isOver || !step.isDone?.(store.getState(), start.current)) return;
      // Before it moves: moving is a change of the state as well.
      isOver = true;
      store.moveTour(index + 1);
    };
    goOn();
    return store.subscribe(goOn);
  }, [store, step, index]);
}

function Step({ step, index }: { readonly step: TourStep; readonly index: number }) {
  const { moveTour, announce } = useStore();
  const isLast = index === tourSteps.length - 1;
  useProgress(step, index);
  useTourMark(step);
  useEffect(() => announce(`${step.title}. ${step.sentence}`), [announce, step]);
  return (
    <section className={styles.card} aria-label="Tour">
      <header className={styles.head}>
        <h2>{step.title}</h2>
        <IconButton glyph="close" size="small" label="End the tour" onClick={() => moveTour(null)} />
      </header>
      <p>{step.sentence}</p>
      <footer className={styles.foot}>
        <span className={styles.count}>{`${index + 1} of ${tourSteps.length}`}</span>
        {index > 0 && !isLast && <Button onClick={() => moveTour(index - 1)}>Back</Button>}
        {isLast ? <Endings /> : <Button onClick={() => moveTour(index + 1)}>{step.isDone ? 'Skip' : 'Next'}</Button>}
      </footer>
    </section>
  );
}

function Endings() {
  const { moveTour } = useStore();
  const templates = useCommand('show-start');
  return (
    <>
      <Button
        onClick={() => {
          moveTour(null);
          templates.run();
        }}
      >
        Templates
      </Button>
      <Button kind="primary" onClick={() => moveTour(null)}>
        Done
      </Button>
    </>
  );
}
