import { parseAddress } from '@core/address/cidr.ts';
import { interfacesOf } from '@core/editing/members.ts';
import { rowEntries } from '@core/editing/rows.ts';
import { addService, changeService, removeService, type GivenService } from '@core/editing/services.ts';
import type { Design } from '@core/model/design.ts';
import type { ResourceId, RowId } from '@core/model/ids.ts';
import type { Service } from '@core/model/resources/index.ts';
import { useState } from 'react';
import { useAppState } from '../../app/app-context.ts';
import { Button } from '../../controls/button.tsx';
import type { ChoiceSection } from '../../controls/choice.ts';
import { Combobox } from '../../controls/combobox.tsx';
import { Field } from '../../controls/field.tsx';
import { Glyph } from '../../controls/glyph.tsx';
import { NumberInput } from '../../controls/number-input.tsx';
import { Section } from '../../controls/section.tsx';
import { Select } from '../../controls/select.tsx';
import { Switch } from '../../controls/switch.tsx';
import { PasteSockets } from '../../sockets/paste-sockets.tsx';
import type { FormProps } from '../parts/form-props.ts';
import styles from '../parts/parts.module.css';
import { PlainField } from '../parts/plain-field.tsx';
import { Sentence } from '../parts/remark.tsx';
import { useDesign, useEdit } from '../parts/use-edit.ts';

const HIGHEST_PORT = 65_535;
const FIRST_PORTS = [80, 443, 22, 8080] as const;

const schemes: Readonly<Record<Service['scheme'], string>> = {
  http: 'HTTP',
  https: 'HTTPS',
  ssh: 'SSH',
  rdp: 'RDP',
  mysql: 'MySQL',
  postgresql: 'PostgreSQL',
  other: 'something else',
};
const certificates: Readonly<Record<NonNullable<Service['certificate']>, string>> = {
  valid: 'valid',
  expired: 'expired',
  'self-signed': 'self-signed',
  'other-name': 'for another name',
  missing: 'missing',
};

const choicesOf = (words: Readonly<Record<string, string>>) => Object.entries(words).map(([value, label]) => ({ value, label }));

/** Where a service can listen: everywhere, on the machine itself alone, or on one of its addresses. */
function bindAddresses(design: Design, instance: ResourceId): readonly ChoiceSection[] {
  const own = interfacesOf(design, instance).flatMap(({ value }) => Object.values(value.addresses).map(({ address }) => address));
  return [
    {
      title: 'Usual',
      choices: [
        { value: '0.0.0.0', label: '0.0.0.0', mono: true, sentence: 'Every IPv4 address of the machine.' },
        { value: '::', label: '::', mono: true, sentence: 'Every address of the machine, IPv6 too.' },
        { value: '127.0.0.1', label: '127.0.0.1', mono: true, sentence: 'The machine itself alone: nobody else reaches it.' },
      ],
    },
    { title: 'Its addresses', choices: own.map((address) => ({ value: address, label: address, mono: true })) },
  ];
}

/** What listens on an instance. */
export function ServiceSection({ id, value }: FormProps<'instance'>) {
  const { edit, set } = useEdit();
  const [open, setOpen] = useState<RowId | undefined>();
  const rows = rowEntries(value.services ?? {});
  const add = () => {
    const taken = new Set(rows.map(([, { port }]) => port));
    const port = FIRST_PORTS.find((candidate) => !taken.has(candidate)) ?? Math.max(...taken) + 1;
    edit((design) => addService(design, { instance: id, service: { port } }));
  };
  return (
    <Section title="Services" end={value.services === undefined ? 'not known' : `${rows.length}`}>
      {rows.map(([row, service]) => (
        <ServiceRow key={row} id={id} row={row} service={service} isOpen={open === row} onOpen={(isOpen) => setOpen(isOpen ? row : undefined)} />
      ))}
      {rows.length === 0 && (
        <Sentence>
          {value.services === undefined
            ? 'Nobody has said what listens here, so answers to that step are asked of you.'
            : 'Nothing listens here, so every connection is refused.'}
        </Sentence>
      )}
      <div className={styles.buttons}>
        <Button glyph="plus" onClick={add}>
          Add service
        </Button>
        <PasteSockets instance={id} />
        {value.services === undefined ? (
          <Button onClick={() => set({ resource: id, path: ['services'], value: {} })}>Nothing listens</Button>
        ) : (
          <Button onClick={() => set({ resource: id, path: ['services'], value: undefined })}>Not known</Button>
        )}
      </div>
    </Section>
  );
}

interface ServiceRowProps {
  readonly id: ResourceId;
  readonly row: RowId;
  readonly service: Service;
  readonly isOpen: boolean;
  readonly onOpen: (isOpen: boolean) => void;
}

function ServiceRow({ id, row, service, isOpen, onOpen }: ServiceRowProps) {
  const { edit } = useEdit();
  const isAsked = useAppState(({ selection }) => selection.row === row);
  const { name, protocol, port, running } = service;
  const change = (given: Partial<GivenService>) => edit((design) => changeService(design, { instance: id, row, service: given }));
  return (
    <div data-asked={isAsked || undefined} className={styles.asked}>
      <div className={styles.line}>
        <button type="button" className={styles.unfold} aria-expanded={isOpen} onClick={() => onOpen(!isOpen)}>
          <Glyph id={isOpen ? 'down' : 'right'} size={12} />
          <span>{name}</span>
          <span className={styles.mono}>
            {protocol.toUpperCase()} {port}
          </span>
        </button>
        <span className={styles.end}>
          <Switch label={`${name} is running`} labelHidden checked={running} onChange={(on) => change({ running: on })} />
        </span>
      </div>
      {isOpen && <ServiceFields id={id} row={row} service={service} change={change} />}
    </div>
  );
}

interface ServiceFieldsProps extends Pick<ServiceRowProps, 'id' | 'row' | 'service'> {
  readonly change: (given: Partial<GivenService>) => void;
}

function ServiceFields({ id, row, service, change }: ServiceFieldsProps) {
  const design = useDesign();
  const { edit } = useEdit();
  const { name, protocol, port, scheme, bindAddress, certificate } = service;
  return (
    <div className={styles.indented}>
      <PlainField label="Name" value={name} onCommit={(text) => change({ name: text })} />
      <div className={styles.pair}>
        <Field label="Protocol">
          <Select
            shape="wide"
            value={protocol}
            choices={[
              { value: 'tcp', label: 'TCP' },
              { value: 'udp', label: 'UDP' },
            ]}
            onChange={(word) => change({ protocol: word === 'udp' ? 'udp' : 'tcp' })}
          />
        </Field>
        <Field label="Port">
          <NumberInput mono plain value={port} min={1} max={HIGHEST_PORT} onCommit={(number) => change({ port: number })} />
        </Field>
      </div>
      <div className={styles.pair}>
        <Field label="Speaks">
          <Select shape="wide" value={scheme} choices={choicesOf(schemes)} onChange={(word) => change({ scheme: word as Service['scheme'] })} />
        </Field>
        {scheme === 'https' && (
          <Field label="Certificate">
            <Select
              shape="wide"
              value={certificate}
              choices={choicesOf(certificates)}
              onChange={(word) => change({ certificate: word as NonNullable<Service['certificate']> })}
            />
          </Field>
        )}
      </div>
      <Field label="Listens on" hint={service.ipv6Only === true ? 'IPv6 alone: IPv4 connections are refused.' : undefined}>
        <Combobox
          label="Address it listens on"
          shape="wide"
          value={bindAddress}
          sections={bindAddresses(design, id)}
          readTyped={(typed) => (parseAddress(typed) === undefined ? undefined : { value: typed, label: typed, mono: true })}
          emptySentence="That is no address."
          onChange={(address) => change({ bindAddress: address })}
        />
      </Field>
      <div>
        <Button size="small" glyph="trash" onClick={() => edit((now) => removeService(now, { instance: id, row }))}>
          Remove {name}
        </Button>
      </div>
    </div>
  );
}
