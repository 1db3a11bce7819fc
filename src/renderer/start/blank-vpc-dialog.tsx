import type { BlankVpcOptions } from '../app/host-types.ts';
import { readCidr } from '@core/address/cidr.ts';
import { useState } from 'react';
import { useApp } from '../app/app-context.ts';
import { Button } from '../controls/button.tsx';
import type { Choice } from '../controls/choice.ts';
import { Dialog } from '../controls/dialog.tsx';
import { Field } from '../controls/field.tsx';
import { NumberInput } from '../controls/number-input.tsx';
import { Select } from '../controls/select.tsx';
import { TextInput } from '../controls/text-input.tsx';
import styles from '../dialogs/dialogs.module.css';
import { openTemplate } from '../files/open-template.ts';
import { regionChoices } from './region-choices.ts';

const START: BlankVpcOptions = { region: 'us-east-1', cidr: '10.0.0.0/16', zones: 2, publicSubnetsPerZone: 1, privateSubnetsPerZone: 1, natGateways: 'none' };

const NAT_CHOICES: readonly Choice[] = [
  { value: 'none', label: 'None', sentence: 'Private subnets do not reach the internet.' },
  { value: 'one', label: 'One', sentence: 'All private subnets depend on one zone.' },
  { value: 'per-zone', label: 'One per zone', sentence: 'Each zone stands for itself.' },
];
const isNatChoice = (value: string): value is BlankVpcOptions['natGateways'] => NAT_CHOICES.some((choice) => choice.value === value);

const MOST_ZONES = 3;
const MOST_SUBNETS = 4;

const problemOf = (cidr: string): string | undefined =>
  readCidr(cidr)?.family === 4 ? undefined : `"${cidr}" is not an IPv4 block; write one such as 10.0.0.0/16.`;

/** Asks for the numbers of a new VPC and opens it. */
export function BlankVpcDialog() {
  const app = useApp();
  const { closeDialog } = app.store;
  const [options, setOptions] = useState(START);
  const change = (next: Partial<BlankVpcOptions>): void => setOptions((before) => ({ ...before, ...next }));
  const problem = problemOf(options.cidr);
  const create = async (): Promise<void> => {
    closeDialog('done');
    await openTemplate(app, { id: 'blank-vpc', options });
  };
  return (
    <Dialog
      open
      size="small"
      title="New VPC with subnets"
      onOpenChange={() => closeDialog(null)}
      footer={
        <>
          <Button onClick={() => closeDialog(null)}>Cancel</Button>
          <Button kind="primary" disabled={problem !== undefined} onClick={() => void create()}>
            Create VPC
          </Button>
        </>
      }
    >
      <div className={styles.form}>
        <Field label="Region">
          <Select shape="wide" value={options.region} choices={regionChoices} onChange={(region) => change({ region })} />
        </Field>
        <Field label="IPv4 block" problem={problem}>
          <TextInput mono value={options.cidr} onChange={(cidr) => change({ cidr })} />
        </Field>
        <div className={styles.pair}>
          <Field label="Availability Zones">
            <NumberInput value={options.zones} min={1} max={MOST_ZONES} onCommit={(zones) => change({ zones })} />
          </Field>
          <Field label="NAT gateways">
            <Select
              shape="wide"
              value={options.natGateways}
              choices={NAT_CHOICES}
              onChange={(natGateways) => isNatChoice(natGateways) && change({ natGateways })}
            />
          </Field>
          <Field label="Public subnets per zone">
            <NumberInput
              value={options.publicSubnetsPerZone}
              min={0}
              max={MOST_SUBNETS}
              onCommit={(publicSubnetsPerZone) => change({ publicSubnetsPerZone })}
            />
          </Field>
          <Field label="Private subnets per zone">
            <NumberInput
              value={options.privateSubnetsPerZone}
              min={0}
              max={MOST_SUBNETS}
              onCommit={(privateSubnetsPerZone) => change({ privateSubnetsPerZone })}
            />
          </Field>
        </div>
      </div>
    </Dialog>
  );
}
