const SENTENCE = /^[A-Z].*\.$/;

/** Whether an instruction of a step is something to type; the others are sentences that say where to look. */
export const isCommand = (instruction: string): boolean => !SENTENCE.test(instruction);
