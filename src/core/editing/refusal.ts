/**
 * Carries the sentence of a refusal from deep inside an edit to its surface. It never leaves this folder: `edit` turns it
 * into a result. A drop is judged by trying the edit, so the reason has to be found where the edit itself meets it.
 */
export class Refusal extends Error {
  readonly sentence: string;

  constructor(sentence: string) {
    super(sentence);
    this.name = 'Refusal';
    this.sentence = sentence;
  }
}

/** Stops the edit; the design stays as it is and the person reads the sentence. */
export function refuse(sentence: string): never {
  throw new Refusal(sentence);
}
