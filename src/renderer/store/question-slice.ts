import type { Diagnosis, StepId } from '@core/findings/diagnosis.ts';
import type { Question, Symptom } from '@core/model/question.ts';
import { askLatest } from './ask-latest.ts';
import { questionFrom, questionTo } from './default-question.ts';
import type { SliceContext } from './slice-context.ts';

export interface QuestionState {
  /** Who wants to reach whom; `null` until somebody asks. */
  readonly value: Question | null;
  readonly symptom: Symptom | null;
  /** The latest answer; it stays while a newer one is awaited, and goes when the question goes. */
  readonly diagnosis: Diagnosis | null;
  /** The revision of the design that `diagnosis` is about. */
  readonly revision: number;
  /** Why there is no answer, in one sentence. */
  readonly problem: string | null;
  /** The step of the checklist that is open. */
  readonly openStep: StepId | null;
  /** Whether the canvas shows the path. */
  readonly pathShown: boolean;
}

export const initialQuestion: QuestionState = {
  value: null,
  symptom: null,
  diagnosis: null,
  revision: 0,
  problem: null,
  openStep: null,
  pathShown: true,
};

export interface QuestionActions {
  /** Asks another question; `null` clears the answer and the path. */
  ask(question: Question | null): void;
  /** Changes parts of the question that is asked; a part that is `undefined` is left out of it. */
  changeQuestion(change: { readonly [Part in keyof Question]?: Question[Part] | undefined }): void;
  /** Asks whether a resource reaches what is asked for now (else the internet). */
  askFrom(key: string): void;
  /** Asks whether a resource is reached by whom is asked for now (else the internet), on the port of its first service. */
  askTo(key: string): void;
  swapQuestion(): void;
  setSymptom(symptom: Symptom | null): void;
  openStep(step: StepId | null): void;
  showPath(shown: boolean): void;
}

/** Keeps the diagnosis in step with design, question and symptom; the answer is the function that asks. */
export function followDiagnosis({ get, set, host }: SliceContext, announce: (sentence: string) => void): () => void {
  let asked: QuestionState | undefined;
  return askLatest<Diagnosis>({
    put: () => {
      const { design, revision, question } = get();
      if (!question.value) return undefined;
      asked = question;
      const request = { design, question: question.value, ...(question.symptom === null ? {} : { symptom: question.symptom }) };
      return { revision, answer: host.diagnose(request) };
    },
    receive: (reply, revision) => {
      const { question } = get();
      const isCurrent = question.value === asked?.value && question.symptom === asked.symptom;
      if (!isCurrent || revision < question.revision) return;
      if (!reply.ok) return set({ question: { ...question, diagnosis: null, problem: reply.problem.message, revision } });
      const { sentence, verdict } = reply.value;
      if (question.diagnosis?.sentence !== sentence || question.diagnosis.verdict !== verdict) announce(sentence);
      set({ question: { ...question, diagnosis: reply.value, problem: null, revision } });
    },
  });
}

const withoutUndefined = (question: object): Question => Object.fromEntries(Object.entries(question).filter(([, part]) => part !== undefined)) as Question;

export function createQuestionActions({ get, set }: SliceContext, refresh: () => void): QuestionActions {
  const change = (next: Partial<QuestionState>): void => {
    set({ question: { ...get().question, ...next } });
    refresh();
  };
  const ask: QuestionActions['ask'] = (value) =>
    change(value === null ? { value, diagnosis: null, problem: null, openStep: null } : { value, pathShown: true });
  return {
    ask,
    changeQuestion: (parts) => {
      const { value } = get().question;
      if (value) ask(withoutUndefined({ ...value, ...parts }));
    },
    askFrom: (key) => ask(questionFrom(get().design, get().question.value, key)),
    askTo: (key) => ask(questionTo(get().design, get().question.value, key)),
    swapQuestion: () => {
      const { value } = get().question;
      if (value) ask({ ...value, from: value.to, to: value.from });
    },
    setSymptom: (symptom) => change({ symptom }),
    openStep: (openStep) => set({ question: { ...get().question, openStep } }),
    showPath: (pathShown) => set({ question: { ...get().question, pathShown } }),
  };
}
