import { useState } from 'react';
import { Checkbox } from '../checkbox.tsx';
import type { Choice, ChoiceSection } from '../choice.ts';
import { Combobox } from '../combobox.tsx';
import { Field } from '../field.tsx';
import { Glyph } from '../glyph.tsx';
import { NumberInput } from '../number-input.tsx';
import { Select } from '../select.tsx';
import { Switch } from '../switch.tsx';
import { TextArea } from '../text-area.tsx';
import { TextInput } from '../text-input.tsx';
import styles from './gallery.module.css';

export const endpoints: readonly ChoiceSection[] = [
  {
    title: 'Outside',
    choices: [
      { value: 'internet', label: 'Internet', glyph: 'internet', hue: 'own', detail: '0.0.0.0/0' },
      { value: 'office', label: 'office', glyph: 'on-premises-network', hue: 'own', detail: '192.168.0.0/16' },
    ],
  },
  {
    title: 'Instances',
    choices: ['web-1', 'web-2', 'app-1', 'app-2', 'app-3', 'app-4'].map((name, index) => ({
      value: name,
      label: name,
      glyph: 'instance',
      hue: 'own',
      detail: `10.0.${index}.10`,
      keywords: ['instance', 'us-east-1a'],
    })),
  },
  {
    title: 'DB instances',
    choices: [{ value: 'orders', label: 'orders', glyph: 'db-instance', hue: 'own', detail: '10.0.32.9' }],
  },
];

export const protocols: readonly Choice[] = [
  { value: 'tcp', label: 'TCP' },
  { value: 'udp', label: 'UDP' },
  { value: 'icmp', label: 'ICMP' },
  { value: 'all', label: 'All', sentence: 'every protocol' },
];

const readAddress = (typed: string): Choice | undefined =>
  /^\d+(\.\d+){3}$/.test(typed) ? { value: typed, label: typed, glyph: 'client', hue: 'own', mono: true } : undefined;

export function FieldShelf() {
  return (
    <section className={styles.group} aria-label="Fields">
      <QuestionRow />
      <div className={styles.columns}>
        <TextFields />
        <OnOffFields />
      </div>
    </section>
  );
}

function QuestionRow() {
  const [from, setFrom] = useState('internet');
  const [to, setTo] = useState('web-1');
  const [protocol, setProtocol] = useState('tcp');
  const [port, setPort] = useState(443);
  return (
    <div className={styles.row}>
      <Field label="From" layout="inline">
        <Combobox label="From" value={from} onChange={setFrom} sections={endpoints} readTyped={readAddress} />
      </Field>
      <Field label="to" layout="inline">
        <Combobox label="To" value={to} onChange={setTo} sections={endpoints} readTyped={readAddress} />
      </Field>
      <Select label="Protocol" value={protocol} onChange={setProtocol} choices={protocols} />
      <div style={{ width: 46 }}>
        <NumberInput plain label="Port" value={port} onCommit={setPort} min={0} max={65535} />
      </div>
      <Select label="Shape plain" shape="plain" value="all" onChange={setProtocol} choices={protocols} />
      <Select label="Nothing chosen" value={undefined} onChange={setProtocol} choices={protocols} disabled />
    </div>
  );
}

function TextFields() {
  const [block, setBlock] = useState('10.0.0.0/23');
  const [bad, setBad] = useState('10.0.0.300/23');
  const [rule, setRule] = useState(100);
  const problem = bad === '10.0.0.0/23' ? undefined : `${bad} is no IPv4 block; each of the four numbers goes to 255.`;
  return (
    <>
      <Field label="IPv4 block" hint="From /16 to /28.">
        <TextInput mono value={block} onCommit={setBlock} trailing="primary" />
      </Field>
      <Field label="IPv4 block with a problem" problem={problem}>
        <TextInput mono value={bad} onChange={setBad} />
      </Field>
      <Field label="Peer block" warning="10.1.0.0/16 overlaps the block of data-platform.">
        <TextInput mono value="10.1.0.0/16" onChange={() => undefined} />
      </Field>
      <Field label="Rule number">
        <NumberInput value={rule} onCommit={setRule} min={1} max={32766} step={10} />
      </Field>
      <Field label="Filter" labelHidden>
        <TextInput
          type="search"
          value=""
          onChange={() => undefined}
          placeholder="Find a part"
          leading={<Glyph id="search" size={14} />}
        />
      </Field>
      <Field label="User data">
        <TextArea mono value={'#!/bin/bash\ndnf install -y nginx'} onChange={() => undefined} />
      </Field>
    </>
  );
}

function OnOffFields() {
  const [on, setOn] = useState(true);
  const [ticked, setTicked] = useState<boolean | 'some'>('some');
  return (
    <div>
      <div className={styles.row}>
        <Switch checked={on} onChange={setOn} label="Auto-assign public IPv4" />
      </div>
      <div className={styles.row}>
        <Switch checked={!on} onChange={(next) => setOn(!next)} label="DNS hostnames" />
      </div>
      <div className={styles.row}>
        <Switch checked disabled onChange={setOn} label="Set by AWS" />
      </div>
      <div className={styles.row}>
        <Checkbox checked={ticked} onChange={setTicked} label="All subnets" />
        <Checkbox checked onChange={() => undefined} label="public-a" />
        <Checkbox checked={false} onChange={() => undefined} label="app-a" />
        <Checkbox checked disabled onChange={() => undefined} label="local" />
      </div>
    </div>
  );
}
