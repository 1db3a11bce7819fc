import type { Diagnosis } from '@core/findings/diagnosis.ts';
import type { ResourceId } from '@core/model/ids.ts';
import type { Question } from '@core/model/question.ts';
import type { NetworkAcl } from '@core/model/resources/index.ts';
import { useEffect, useMemo, useState } from 'react';
import { useAppState, useHost } from '../app/app-context.ts';
import { useDesign } from '../inspector/parts/use-edit.ts';
import type { RuleDirection } from '../inspector/rows/row-key.ts';
import { judgeReply, replyClients, type ReplyAnswer, type ReplyClient } from './judge-reply.ts';
import { probeQuestion } from './probe-question.ts';

export interface ReplyAnswers {
  readonly question: Question;
  /** Whether somebody asked it; else it was made up to try the ACL. */
  readonly isAsked: boolean;
  readonly answers: Readonly<Partial<Record<ReplyClient, ReplyAnswer>>>;
}

export interface Watched {
  readonly id: ResourceId;
  readonly acl: NetworkAcl;
  readonly direction: RuleDirection;
}

const isOnTheWay = (diagnosis: Diagnosis | null, { id, direction }: Watched): boolean => diagnosis !== null && judgeReply(diagnosis, id, direction) !== 'none';

/** The question to try an ACL with: the one that is asked, where its replies pass it, else one made up. */
function useTriedQuestion(watched: Watched): Pick<ReplyAnswers, 'question' | 'isAsked'> | undefined {
  const { id, acl } = watched;
  const design = useDesign();
  const asked = useAppState(({ question }) => question.value);
  const diagnosis = useAppState(({ question }) => question.diagnosis);
  const facts = useAppState(({ report }) => report.value?.facts);
  const isMet = isOnTheWay(diagnosis, watched);
  return useMemo(() => {
    if (asked && isMet) return { question: asked, isAsked: true };
    const isPublic = (subnet: string): boolean => {
      const fact = facts?.[subnet];
      return fact?.kind === 'subnet' && fact.exposure === 'public';
    };
    const probe = probeQuestion(design, { id, acl, isPublic });
    return probe && { question: probe, isAsked: false };
  }, [asked, isMet, design, facts, id, acl]);
}

/** Asks the host, once for each class of client, what an ACL does with the replies. `undefined` where nothing can be asked. */
export function useReplyAnswers(watched: Watched): ReplyAnswers | undefined {
  const { id, direction } = watched;
  const host = useHost();
  const design = useDesign();
  const tried = useTriedQuestion(watched);
  const [answers, setAnswers] = useState<ReplyAnswers['answers']>({});
  useEffect(() => {
    if (!tried) return undefined;
    let isOver = false;
    const { sourcePort: _port, ...question } = tried.question;
    const ask = async (client: ReplyClient) => {
      const reply = await host.diagnose({ design, question: { ...question, client } });
      return [client, reply.ok ? judgeReply(reply.value, id, direction) : 'undetermined'] as const;
    };
    void Promise.all(replyClients.map(ask)).then((found) => {
      if (!isOver) setAnswers(Object.fromEntries(found));
    });
    return () => {
      isOver = true;
    };
  }, [host, design, tried, id, direction]);
  return tried && { ...tried, answers };
}
