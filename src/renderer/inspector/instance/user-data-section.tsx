import { formatCount } from '@core/address/format-count.ts';
import type { Diagnosis } from '@core/findings/diagnosis.ts';
import type { Finding } from '@core/findings/finding.ts';
import { useMemo } from 'react';
import { useAppState } from '../../app/app-context.ts';
import { Field } from '../../controls/field.tsx';
import { Section } from '../../controls/section.tsx';
import { TextArea } from '../../controls/text-area.tsx';
import { findingsOf } from '../../store/report-slice.ts';
import type { FormProps } from '../parts/form-props.ts';
import { Remark } from '../parts/remark.tsx';
import { useEdit } from '../parts/use-edit.ts';

/** EC2 User Guide, user-data: 16 KB before it is encoded. https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/user-data.html */
export const USER_DATA_LIMIT = 16 * 1024;

const ROWS = 8;

/** What the check and the question asked say about the script of an instance, each sentence once. */
export function sentencesAboutScript(id: string, findings: readonly Finding[], diagnosis: Diagnosis | null): readonly string[] {
  const found = findings.filter(({ rule, evidence }) => /user-data|script/.test(rule) && evidence.some(({ at }) => at === id)).map(({ message }) => message);
  const blocking = (diagnosis?.blockers ?? [])
    .filter(({ component, resource }) => component === 'user-data' && resource === id)
    .map(({ sentence }) => sentence);
  const step = diagnosis?.steps.find(
    (candidate) =>
      candidate.id === 'user-data' && candidate.status !== 'pass' && candidate.status !== 'not-needed' && candidate.evidence.some(({ at }) => at === id),
  );
  return [...new Set([...found, ...blocking, ...(step ? [step.sentence] : [])])];
}

/** The start-up script of an instance, its size, and what is wrong with it. */
export function UserDataSection({ id, value }: FormProps<'instance'>) {
  const { set } = useEdit();
  const report = useAppState((state) => state.report);
  const diagnosis = useAppState(({ question }) => question.diagnosis);
  const text = value.userData ?? '';
  const bytes = useMemo(() => new TextEncoder().encode(text).length, [text]);
  const sentences = sentencesAboutScript(id, findingsOf(report), diagnosis);
  const problem =
    bytes > USER_DATA_LIMIT
      ? `The script has ${formatCount(bytes)} bytes and EC2 takes ${formatCount(USER_DATA_LIMIT)}; shorten it or fetch a part of it.`
      : undefined;
  return (
    <Section title="User data" end={`${formatCount(bytes)} of ${formatCount(USER_DATA_LIMIT)} bytes`}>
      <Field label="User data" labelHidden problem={problem} hint="Runs once, as root, at the first boot; it starts with #!.">
        <TextArea
          mono
          rows={text === '' ? 2 : ROWS}
          placeholder={'#!/bin/bash'}
          value={text}
          onChange={(typed) => set({ resource: id, path: ['userData'], value: typed === '' ? undefined : typed }, `user-data:${id}`)}
        />
      </Field>
      {sentences.map((sentence) => (
        <Remark key={sentence} answer="warn">
          {sentence}
        </Remark>
      ))}
    </Section>
  );
}
