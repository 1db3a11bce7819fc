import { createContext, use } from 'react';

/** What a field gives the control inside it: a name, a description, and a place to say what is wrong. */
export interface FieldWiring {
  readonly controlId: string;
  readonly describedBy: string | undefined;
  readonly invalid: boolean;
  /** A control that cannot read what was typed says so here, in one sentence; undefined takes it back. */
  readonly reportProblem: (sentence: string | undefined) => void;
}

const unwired: FieldWiring = {
  controlId: '',
  describedBy: undefined,
  invalid: false,
  reportProblem: () => undefined,
};

export const FieldWiringContext = createContext<FieldWiring>(unwired);

/** Attributes for the element that takes the input. */
export interface WiredAttributes {
  readonly id: string | undefined;
  readonly 'aria-describedby': string | undefined;
  readonly 'aria-invalid': true | undefined;
}

/** The wiring of the field around, as attributes; outside a field they are empty. */
export function useWiredAttributes(): WiredAttributes {
  const { controlId, describedBy, invalid } = use(FieldWiringContext);
  return {
    id: controlId || undefined,
    'aria-describedby': describedBy,
    'aria-invalid': invalid ? true : undefined,
  };
}
