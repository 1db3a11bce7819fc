import { formatCidr, nextBlock, previousBlock, readCidr } from '@core/address/cidr.ts';
import { judgeSecondaryCidr } from '@core/aws/cidr-associations.ts';
import { quotas } from '@core/aws/limits.ts';
import { blocksOf } from '@core/editing/members.ts';
import { rowEntries } from '@core/editing/rows.ts';
import { addSecondaryCidr, removeVpcCidr } from '@core/editing/secondary-cidrs.ts';
import { setVpcCidr } from '@core/editing/set-vpc-cidr.ts';
import type { Vpc } from '@core/model/resources/index.ts';
import { listOtherNetworks, type OtherNetwork } from '@core/planning/forecast.ts';
import { judgeOverlaps } from '@core/planning/judge-overlaps.ts';
import { useState } from 'react';
import { Button } from '../controls/button.tsx';
import { IconButton } from '../controls/icon-button.tsx';
import { Section } from '../controls/section.tsx';
import { BlockField } from './blocks/block-field.tsx';
import { BlockRow } from './blocks/block-row.tsx';
import { judgeBlock, type BlockJudgement } from './blocks/judge-block.ts';
import type { FormProps } from './parts/form-props.ts';
import styles from './parts/parts.module.css';
import { useDesign, useEdit } from './parts/use-edit.ts';

/** The IPv4 blocks of a VPC: the primary one, further ones, and another one judged while it is typed. */
export function VpcBlocks({ id, value }: FormProps<'vpc'>) {
  const design = useDesign();
  const { edit } = useEdit();
  const [isAdding, setIsAdding] = useState(false);
  const rows = rowEntries(value.secondaryCidrs);
  const step = (direction: 'next' | 'previous'): void => {
    const block = readCidr(value.cidr);
    const beside = block && (direction === 'next' ? nextBlock(block) : previousBlock(block));
    if (beside) edit((now) => setVpcCidr(now, { vpc: id, cidr: formatCidr(beside) }), `block:${id}`);
  };
  return (
    <Section title="IPv4 blocks" end={`${blocksOf(value).length} of ${quotas.ipv4CidrsPerVpc.default}`}>
      <div className={styles.stack}>
        <BlockField
          label="Primary IPv4 block"
          value={value.cidr}
          trailing="primary"
          judge={(typed) => withForecast(judgeBlock({ typed, current: value.cidr, attempt: (cidr) => setVpcCidr(design, { vpc: id, cidr }) }), listOtherNetworks(design, id))}
          onCommit={(cidr) => edit((now) => setVpcCidr(now, { vpc: id, cidr }))}
          onStep={step}
        />
        {rows.map(([row, { cidr }]) => (
          <BlockRow key={row} row={row} cidr={cidr} onRemove={() => edit((now) => removeVpcCidr(now, { vpc: id, row }))} />
        ))}
        {isAdding && <NewBlock id={id} value={value} onDone={() => setIsAdding(false)} />}
      </div>
      {!isAdding && (
        <div className={styles.buttons}>
          <Button glyph="plus" onClick={() => setIsAdding(true)}>
            Add a secondary block
          </Button>
        </div>
      )}
    </Section>
  );
}

/** Whom the typed block overlaps: peers, offices and declared ranges, and which block fits all. Taken even so: it may be what is deployed. */
function withForecast(judgement: BlockJudgement, others: readonly OtherNetwork[]): BlockJudgement {
  const { cidr, problem, warning } = judgement;
  if (problem !== undefined || cidr?.family !== 4) return judgement;
  const judged = judgeOverlaps(others, cidr);
  return judged ? { ...judgement, warning: [warning, judged.sentence].filter(Boolean).join(' '), instead: judged.instead } : judgement;
}

/** AWS's table of associations, on top of what the edit itself finds. */
function withAssociationTable(judgement: BlockJudgement, vpc: Vpc, typed: string): BlockJudgement {
  if (judgement.problem !== undefined) return judgement;
  const associated = Object.values(vpc.secondaryCidrs).map(({ cidr }) => cidr);
  const { verdict, because } = judgeSecondaryCidr({ primary: vpc.cidr, associated, candidate: typed });
  return verdict === 'doubtful' ? { ...judgement, warning: [judgement.warning, because].filter(Boolean).join(' ') } : judgement;
}

function NewBlock({ id, value, onDone }: FormProps<'vpc'> & { readonly onDone: () => void }) {
  const design = useDesign();
  const { edit } = useEdit();
  const own = blocksOf(value).map((block): OtherNetwork => ({ key: `own ${block.first}`, name: value.name, block, kind: 'vpc' }));
  const others = [...listOtherNetworks(design, id), ...own];
  const judge = (typed: string): BlockJudgement => {
    const judgement = judgeBlock({ typed, current: undefined, attempt: (cidr) => addSecondaryCidr(design, { vpc: id, cidr }) });
    return readCidr(typed) ? withForecast(withAssociationTable(judgement, value, typed), others) : judgement;
  };
  return (
    <BlockField
      label="Secondary IPv4 block"
      value=""
      autoFocus
      hint="Enter adds it, Escape leaves it."
      judge={judge}
      onCancel={onDone}
      onCommit={(cidr) => {
        edit((now) => addSecondaryCidr(now, { vpc: id, cidr }));
        onDone();
      }}
      trailing={<IconButton glyph="close" size="small" label="Leave without adding" onClick={onDone} />}
    />
  );
}
