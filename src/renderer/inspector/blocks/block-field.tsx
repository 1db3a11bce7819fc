import { isSameBlock, readCidr } from '@core/address/cidr.ts';
import { useState, type KeyboardEvent, type ReactNode } from 'react';
import { Button } from '../../controls/button.tsx';
import { Field } from '../../controls/field.tsx';
import { TextInput } from '../../controls/text-input.tsx';
import { BlockDetails } from './block-details.tsx';
import type { BlockJudgement } from './judge-block.ts';
import { useWheelStep } from './use-wheel-step.ts';
import styles from './blocks.module.css';

export interface BlockFieldProps {
  readonly label: string;
  /** The block as it is now; empty for one that is to be added. */
  readonly value: string;
  readonly judge: (typed: string) => BlockJudgement;
  /** Takes over a text that was judged without a problem. */
  readonly onCommit: (text: string) => void;
  /** What stands in the field behind the text: a word, or buttons. */
  readonly trailing?: ReactNode;
  /** The arrow keys step to the neighbouring block. */
  readonly onStep?: ((direction: 'next' | 'previous') => void) | undefined;
  readonly isSubnet?: boolean | undefined;
  /** Leaves out the block taken apart. */
  readonly isPlain?: boolean | undefined;
  readonly autoFocus?: boolean | undefined;
  readonly onCancel?: (() => void) | undefined;
  readonly hint?: string | undefined;
  readonly placeholder?: string | undefined;
}

function useTypedBlock({ value, judge, onCommit }: BlockFieldProps) {
  const [typed, setTyped] = useState(value);
  const [shown, setShown] = useState(value);
  /** Another number makes the input forget what was typed. */
  const [round, setRound] = useState(0);
  if (shown !== value) {
    setShown(value);
    setTyped(value);
  }
  const isChanged = typed !== value;
  const judgement: BlockJudgement = isChanged ? judge(typed) : { cidr: readCidr(value) };
  const commit = (text: string) => {
    const { cidr, problem } = judge(text);
    if (problem !== undefined) return;
    setTyped(value);
    const before = readCidr(value);
    if (!cidr || !before || !isSameBlock(cidr, before)) onCommit(text.trim());
  };
  const takeInstead = (text: string) => {
    setRound(round + 1);
    commit(text);
  };
  return { judgement, setTyped, round, commit, takeInstead };
}

/** A CIDR block that is judged while it is typed, and shown taken apart below. */
export function BlockField(props: BlockFieldProps) {
  const { label, value, trailing, onStep, isSubnet, isPlain, onCancel } = props;
  const { judgement, setTyped, round, commit, takeInstead } = useTypedBlock(props);
  const { cidr, problem, warning, instead } = judgement;
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape') onCancel?.();
    const direction = event.key === 'ArrowUp' ? 'next' : event.key === 'ArrowDown' ? 'previous' : undefined;
    if (!direction || !onStep) return;
    event.preventDefault();
    onStep(direction);
  };
  const field = useWheelStep(onStep);
  return (
    <div className={styles.field} ref={field}>
      <Field label={label} labelHidden problem={problem} warning={warning} hint={props.hint}>
        <TextInput
          key={round}
          mono
          value={value}
          placeholder={props.placeholder ?? '10.0.0.0/16'}
          autoFocus={props.autoFocus === true || round > 0}
          onChange={setTyped}
          onCommit={commit}
          onKeyDown={onKeyDown}
          trailing={trailing}
        />
      </Field>
      {instead !== undefined && (
        <Button size="small" className={styles.instead} onPointerDown={(event) => event.preventDefault()} onClick={() => takeInstead(instead)}>
          Use {instead}
        </Button>
      )}
      {cidr && !isPlain && <BlockDetails cidr={cidr} isSubnet={isSubnet} />}
    </div>
  );
}
