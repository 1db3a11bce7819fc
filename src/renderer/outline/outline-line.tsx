import { memo, type MouseEvent } from 'react';
import { AnswerMark } from '../controls/answer-mark.tsx';
import { Glyph } from '../controls/glyph.tsx';
import type { OutlineMark } from './outline-marks.ts';
import type { OutlineRow } from './outline-rows.ts';
import styles from './outline.module.css';
import { endResourceDrag } from './resource-drag.ts';
import { choosingOf, type Choosing } from './use-outline-selection.ts';

const INDENT = 12;

export interface OutlineLineProps {
  readonly id: string;
  readonly row: OutlineRow;
  /** Pixels from the top of the list. */
  readonly top: number;
  readonly mark: OutlineMark | undefined;
  readonly isSelected: boolean;
  /** The arrow keys start from it. */
  readonly isActive: boolean;
  /** Whether what is dragged may be let go here; `undefined` while nothing is dragged over it. */
  readonly drop: 'allowed' | 'refused' | undefined;
  readonly onChoose: (key: string, how: Choosing) => void;
  readonly onFold: (key: string, isFolded: boolean) => void;
  readonly onDragStart: (key: string, transfer: DataTransfer) => void;
}

/** One line of the outline. */
export const OutlineLine = memo(function OutlineLine(props: OutlineLineProps) {
  const { id, row, top, mark, isSelected, isActive, drop, onChoose, onFold, onDragStart } = props;
  const { key, name, noun, glyph, detail, level, isOpen, hasChildren } = row;
  const toggle = (event: MouseEvent): void => {
    event.stopPropagation();
    onFold(key, isOpen);
  };
  return (
    <div
      id={id}
      className={styles.line}
      role="treeitem"
      aria-level={level}
      aria-selected={isSelected}
      aria-expanded={hasChildren ? isOpen : undefined}
      aria-label={[noun, name, detail, mark?.sentence].filter(Boolean).join(', ')}
      data-active={isActive || undefined}
      style={{ top, paddingLeft: (level - 1) * INDENT }}
      data-drop={drop}
      data-key={key}
      draggable
      onDragStart={(event) => onDragStart(key, event.dataTransfer)}
      onDragEnd={endResourceDrag}
      onClick={(event) => onChoose(key, choosingOf(event))}
    >
      <span className={styles.twist} onClick={hasChildren ? toggle : undefined}>
        {hasChildren && <Glyph id={isOpen ? 'down' : 'right'} size={12} />}
      </span>
      <Glyph id={glyph} size={14} hue="own" />
      <span className={styles.name}>{name}</span>
      {mark && <AnswerMark answer={mark.answer} shapeOnly size={13} word={mark.sentence} />}
      {detail !== '' && <span className={styles.detail}>{detail}</span>}
    </div>
  );
});
