import type { EditResult } from '@core/editing/edit-result.ts';
import { useState } from 'react';
import { Button } from '../../controls/button.tsx';
import { IconButton } from '../../controls/icon-button.tsx';
import parts from '../parts/parts.module.css';
import { BlockField } from './block-field.tsx';
import { BlockRow } from './block-row.tsx';
import { judgeBlock } from './judge-block.ts';

export interface ListedBlock {
  readonly row: string;
  readonly cidr: string;
  readonly onRemove?: (() => void) | undefined;
  /** Makes the block a field; tries and does the change. */
  readonly change?: { readonly attempt: (cidr: string) => EditResult; readonly commit: (cidr: string) => void } | undefined;
}

export interface BlockListProps {
  /** What one of them is. */
  readonly label: string;
  /** The words of the button. */
  readonly add: string;
  readonly blocks: readonly ListedBlock[];
  readonly tryAdd: (cidr: string) => EditResult;
  readonly onAdd: (cidr: string) => void;
}

/** Blocks of a resource: changed, taken away and added, each judged while it is typed. */
export function BlockList({ label, add, blocks, tryAdd, onAdd }: BlockListProps) {
  const [isAdding, setIsAdding] = useState(false);
  return (
    <>
      <div className={parts.stack}>
        {blocks.map((block) => (
          <ListedField key={block.row} label={label} {...block} />
        ))}
        {isAdding && (
          <BlockField
            label={label}
            value=""
            autoFocus
            hint="Enter adds it, Escape leaves it."
            judge={(typed) => judgeBlock({ typed, current: undefined, attempt: tryAdd })}
            onCancel={() => setIsAdding(false)}
            onCommit={(cidr) => {
              onAdd(cidr);
              setIsAdding(false);
            }}
            trailing={<IconButton glyph="close" size="small" label="Leave without adding" onClick={() => setIsAdding(false)} />}
          />
        )}
      </div>
      {!isAdding && (
        <div className={parts.buttons}>
          <Button glyph="plus" onClick={() => setIsAdding(true)}>
            {add}
          </Button>
        </div>
      )}
    </>
  );
}

function ListedField({ label, row, cidr, onRemove, change }: ListedBlock & { readonly label: string }) {
  if (!change) return <BlockRow row={row} cidr={cidr} onRemove={onRemove} />;
  return (
    <BlockField
      label={`${label} ${cidr}`}
      value={cidr}
      judge={(typed) => judgeBlock({ typed, current: cidr, attempt: change.attempt })}
      onCommit={change.commit}
      trailing={onRemove && <IconButton glyph="trash" size="small" label={`Take ${cidr} away`} onClick={onRemove} />}
    />
  );
}
