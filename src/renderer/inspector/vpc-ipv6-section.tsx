import { quotas } from '@core/aws/limits.ts';
import { rowEntries } from '@core/editing/rows.ts';
import { addVpcIpv6Cidr, removeVpcCidr } from '@core/editing/secondary-cidrs.ts';
import { useState } from 'react';
import { Button } from '../controls/button.tsx';
import { IconButton } from '../controls/icon-button.tsx';
import { Section } from '../controls/section.tsx';
import { BlockField } from './blocks/block-field.tsx';
import { BlockRow } from './blocks/block-row.tsx';
import { judgeBlock } from './blocks/judge-block.ts';
import type { FormProps } from './parts/form-props.ts';
import styles from './parts/parts.module.css';
import { useDesign, useEdit } from './parts/use-edit.ts';

/** The IPv6 blocks of a VPC. */
export function VpcIpv6Section({ id, value }: FormProps<'vpc'>) {
  const design = useDesign();
  const { edit } = useEdit();
  const [isAdding, setIsAdding] = useState(false);
  const rows = rowEntries(value.ipv6Cidrs);
  const add = (cidr: string) => {
    edit((now) => addVpcIpv6Cidr(now, { vpc: id, cidr }));
    setIsAdding(false);
  };
  return (
    <Section title="IPv6 blocks" end={rows.length === 0 ? 'none' : `${rows.length} of ${quotas.ipv6CidrsPerVpc.default}`}>
      <div className={styles.stack}>
        {rows.map(([row, { cidr }]) => (
          <BlockRow key={row} row={row} cidr={cidr} onRemove={() => edit((now) => removeVpcCidr(now, { vpc: id, row }))} />
        ))}
        {isAdding && (
          <BlockField
            label="IPv6 block"
            value=""
            autoFocus
            placeholder="2001:db8:1234::/56"
            hint="AWS gives /56 blocks; the drawing takes any of /44 to /60."
            judge={(typed) => judgeBlock({ typed, current: undefined, attempt: (cidr) => addVpcIpv6Cidr(design, { vpc: id, cidr }) })}
            onCancel={() => setIsAdding(false)}
            onCommit={add}
            trailing={<IconButton glyph="close" size="small" label="Leave without adding" onClick={() => setIsAdding(false)} />}
          />
        )}
      </div>
      {!isAdding && (
        <div className={styles.buttons}>
          <Button glyph="plus" onClick={() => setIsAdding(true)}>
            Add an IPv6 block
          </Button>
        </div>
      )}
    </Section>
  );
}
