import { formatCount } from '@core/address/format-count.ts';
import { useMemo, useRef } from 'react';
import { Field } from '../../controls/field.tsx';
import { Section } from '../../controls/section.tsx';
import type { FormProps } from '../parts/form-props.ts';
import { useEdit } from '../parts/use-edit.ts';
import { UserDataField } from './user-data-field.tsx';
import { countRemarks, marksOf, rangeOfLine } from './user-data-lines.ts';
import { UserDataRemarks } from './user-data-remarks.tsx';
import { useUserDataReading } from './use-user-data-reading.ts';

/** EC2 User Guide, user-data: 16 KB before it is encoded. https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/user-data.html */
export const USER_DATA_LIMIT = 16 * 1024;

const countBytes = (text: string): number => new TextEncoder().encode(text).length;

/** Selects a line of a field and brings it into sight. */
function showLine(area: HTMLTextAreaElement | null, line: number): void {
  if (!area) return;
  area.focus();
  area.setSelectionRange(...rangeOfLine(area.value, line));
  const height = area.scrollHeight / Math.max(area.value.split('\n').length, 1);
  area.scrollTop = Math.max(0, (line - 2) * height);
}

/** The start-up script of an instance, its size, what is wrong with it by its lines, and what was understood of it. */
export function UserDataSection({ id, value }: FormProps<'instance'>) {
  const { set } = useEdit();
  const reading = useUserDataReading(id);
  const area = useRef<HTMLTextAreaElement>(null);
  const text = value.userData ?? '';
  const bytes = useMemo(() => countBytes(text), [text]);
  const remarks = useMemo(() => reading?.remarks ?? [], [reading]);
  const marks = useMemo(() => marksOf(remarks), [remarks]);
  const problem =
    bytes > USER_DATA_LIMIT
      ? `The script has ${formatCount(bytes)} bytes and EC2 takes ${formatCount(USER_DATA_LIMIT)}; shorten it or fetch a part of it.`
      : undefined;
  return (
    <Section title="User data" end={countRemarks(remarks) ?? `${formatCount(bytes)} of ${formatCount(USER_DATA_LIMIT)} bytes`}>
      <Field label="User data" labelHidden problem={problem} hint="Runs once, as root, at the first boot; it starts with #!.">
        <UserDataField
          value={text}
          marks={marks}
          area={area}
          onChange={(typed) => set({ resource: id, path: ['userData'], value: typed === '' ? undefined : typed }, `user-data:${id}`)}
        />
      </Field>
      {reading && <UserDataRemarks reading={reading} onJump={(line) => showLine(area.current, line)} />}
    </Section>
  );
}
