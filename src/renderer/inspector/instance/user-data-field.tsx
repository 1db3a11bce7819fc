import type { ScriptRemark } from '@core/findings/script-reading.ts';
import { useRef, type RefObject } from 'react';
import { TextArea } from '../../controls/text-area.tsx';
import styles from './user-data.module.css';

const FEWEST_ROWS = 2;
const MOST_ROWS = 14;

export interface UserDataFieldProps {
  readonly value: string;
  readonly onChange: (text: string) => void;
  readonly marks: ReadonlyMap<number, ScriptRemark['harm']>;
  readonly area: RefObject<HTMLTextAreaElement | null>;
}

/** A script with the numbers of its lines; those that something is said of are marked. Long lines run on, as in a terminal. */
export function UserDataField({ value, onChange, marks, area }: UserDataFieldProps) {
  const gutter = useRef<HTMLDivElement>(null);
  const numbers = value.split('\n').map((_, index) => index + 1);
  return (
    <div className={styles.script}>
      <div ref={gutter} className={styles.gutter} aria-hidden="true">
        <ol>
          {numbers.map((number) => (
            <li key={number} data-harm={marks.get(number)}>
              {number}
            </li>
          ))}
        </ol>
      </div>
      <TextArea
        mono
        ref={area}
        wrap="off"
        rows={Math.min(Math.max(numbers.length + 1, FEWEST_ROWS), MOST_ROWS)}
        placeholder="#!/bin/bash"
        className={styles.area}
        value={value}
        onScroll={({ currentTarget }) => gutter.current?.scrollTo({ top: currentTarget.scrollTop })}
        onChange={onChange}
      />
    </div>
  );
}
