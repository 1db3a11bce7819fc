import { diagnose as answerQuestion } from '../diagnosis/diagnose.ts';
import type { Diagnosis } from '../findings/diagnosis.ts';
import type { Reply } from '../model/reply.ts';
import type { RequestOf } from './requests.ts';

/** One question, answered whole; a problem when an endpoint cannot be found or the question cannot be asked. */
export function diagnose({ design, question, symptom }: RequestOf<'diagnose'>): Reply<Diagnosis> {
  return answerQuestion(design, question, symptom);
}
