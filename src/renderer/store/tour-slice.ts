import type { SliceContext } from './slice-context.ts';

/** Where the person is in the tour, counted from 0; `null` while there is none. It ends with the design it is about. */
export type TourState = { readonly step: number } | null;

export interface TourActions {
  /** Goes to a step, or ends the tour. */
  moveTour(step: number | null): void;
}

export const createTourActions = ({ set }: SliceContext): TourActions => ({
  moveTour: (step) => set({ tour: step === null ? null : { step } }),
});
