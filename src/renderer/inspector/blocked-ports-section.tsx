import { addBlockedPorts, removeBlockedPorts } from '@core/editing/blocked-ports.ts';
import { describeTraffic } from '@core/editing/rule-traffic.ts';
import { rowEntries } from '@core/editing/rows.ts';
import type { ResourceId } from '@core/model/ids.ts';
import type { Client } from '@core/model/resources/index.ts';
import { useState } from 'react';
import { Button } from '../controls/button.tsx';
import { Field } from '../controls/field.tsx';
import { IconButton } from '../controls/icon-button.tsx';
import { Section } from '../controls/section.tsx';
import { Select } from '../controls/select.tsx';
import { TextInput } from '../controls/text-input.tsx';
import styles from './parts/parts.module.css';
import { Sentence } from './parts/remark.tsx';
import { readPorts } from './parts/read-ports.ts';
import { SettingRow } from './parts/setting-row.tsx';
import { useEdit } from './parts/use-edit.ts';

interface BlockedPortsProps {
  /** A client, or an on-premises network. */
  readonly id: ResourceId;
  readonly blockedPorts: Client['blockedPorts'];
}

/** The destination ports that the client's own network does not let out: a firewall of a company, say. */
export function BlockedPortsSection({ id, blockedPorts }: BlockedPortsProps) {
  const { edit } = useEdit();
  const rows = rowEntries(blockedPorts);
  return (
    <Section title="Blocked by its network" end={`${rows.length}`}>
      {rows.length === 0 && <Sentence>Its own network lets everything out.</Sentence>}
      {rows.map(([row, ports]) => (
        <SettingRow
          key={row}
          label={describeTraffic(ports)}
          end={
            <IconButton
              glyph="trash"
              size="small"
              label={`Let ${describeTraffic(ports)} out`}
              onClick={() => edit((now) => removeBlockedPorts(now, { client: id, row }))}
            />
          }
        />
      ))}
      <NewBlockedPorts id={id} />
    </Section>
  );
}

function NewBlockedPorts({ id }: Pick<BlockedPortsProps, 'id'>) {
  const { edit } = useEdit();
  const [protocol, setProtocol] = useState<'tcp' | 'udp'>('tcp');
  const [text, setText] = useState('');
  const ports = readPorts(text);
  const problem = text.trim() === '' ? undefined : ports.ok ? undefined : ports.problem;
  const add = () => {
    if (!ports.ok || ports.fromPort === undefined) return;
    const { fromPort, toPort } = ports;
    if (edit((now) => addBlockedPorts(now, { client: id, ports: { protocol, fromPort, toPort } })) === undefined) setText('');
  };
  return (
    <>
      <div className={styles.pair}>
        <Field label="Protocol">
          <Select
            shape="wide"
            value={protocol}
            choices={[
              { value: 'tcp', label: 'TCP' },
              { value: 'udp', label: 'UDP' },
            ]}
            onChange={(word) => setProtocol(word === 'udp' ? 'udp' : 'tcp')}
          />
        </Field>
        <Field label="Ports" problem={problem}>
          <TextInput mono placeholder="25 or 6000–7000" value={text} onChange={setText} onKeyDown={(event) => event.key === 'Enter' && add()} />
        </Field>
      </div>
      <div className={styles.buttons}>
        <Button glyph="plus" disabled={text.trim() === '' || problem !== undefined} onClick={add}>
          Block these ports
        </Button>
      </div>
    </>
  );
}
