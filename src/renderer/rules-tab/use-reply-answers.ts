import type { ResourceId } from '@core/model/ids.ts';
import type { ClientClass } from '@core/model/question.ts';
import { useEffect, useState } from 'react';
import { useApp, useAppState } from '../app/app-context.ts';
import type { RuleDirection } from '../inspector/rows/row-key.ts';
import { answerOfReply, meetsReply, questionFor, replyClients } from './reply-answers.ts';

export type ReplyAnswers = ReadonlyMap<ClientClass, ReturnType<typeof answerOfReply>>;

/** What an ACL does to the reply of the question asked, by kind of client; `undefined` while the question does not meet the ACL. */
export function useReplyAnswers(id: ResourceId, direction: RuleDirection): ReplyAnswers | undefined {
  const { host, store } = useApp();
  const diagnosis = useAppState(({ question }) => question.diagnosis);
  const [answers, setAnswers] = useState<ReplyAnswers | undefined>();
  const isMet = meetsReply(diagnosis, id, direction);
  useEffect(() => {
    if (!diagnosis || !isMet) return undefined;
    let isOver = false;
    const { design } = store.getState();
    // Asked again with every answer, since a new answer follows every change of the design.
    const asked = replyClients.map(async ({ client }) => {
      const reply = await host.diagnose({ design, question: questionFor(diagnosis.question, client) });
      return [client, reply.ok ? answerOfReply(reply.value, id, direction) : 'undetermined'] as const;
    });
    void Promise.all(asked).then((found) => {
      if (!isOver) setAnswers(new Map(found));
    });
    return () => {
      isOver = true;
    };
  }, [diagnosis, isMet, host, store, id, direction]);
  return isMet ? answers : undefined;
}
