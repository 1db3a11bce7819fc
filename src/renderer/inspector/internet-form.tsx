import { listResources } from '@core/editing/draft.ts';
import { withCommas } from '@core/editing/nouns.ts';
import { useAppState, useStore } from '../app/app-context.ts';
import { Button } from '../controls/button.tsx';
import { KeyValueList } from '../controls/key-value-list.tsx';
import { Section } from '../controls/section.tsx';
import type { FormProps } from './parts/form-props.ts';
import styles from './parts/parts.module.css';
import { Sentence } from './parts/remark.tsx';
import { LineList, ResourceLine } from './parts/resource-line.tsx';
import { useDesign } from './parts/use-edit.ts';

/** How many resources are reached from outside; `null` before anybody has looked. */
export function sayReached(count: number | null): string {
  if (count === null) return 'What is reached from here has not been worked out yet.';
  if (count === 0) return 'Nothing of the design is reached from here.';
  return `${count === 1 ? '1 resource is' : `${withCommas(count)} resources are`} reached from here.`;
}

/** Everybody outside: the ways in, and how much of the design they reach. */
export function InternetForm(_props: FormProps<'internet'>) {
  const design = useDesign();
  const store = useStore();
  const rows = useAppState(({ exposure }) => exposure.rows);
  const gateways = listResources(design, 'internet-gateway').filter(({ value }) => value.vpc !== undefined);
  const reached = new Set((rows ?? []).map(({ resource }) => resource)).size;
  return (
    <>
      <Section title="Addresses">
        <KeyValueList
          items={[
            { key: 'IPv4', value: '0.0.0.0/0', mono: true },
            { key: 'IPv6', value: '::/0', mono: true },
          ]}
        />
      </Section>
      <Section title="Ways in" end={`${gateways.length}`}>
        <LineList label="Ways in" none="No internet gateway is attached, so nobody comes in.">
          {gateways.map(({ id }) => (
            <ResourceLine key={id} id={id} />
          ))}
        </LineList>
      </Section>
      <Section title="Exposure" end={rows === null ? 'not checked yet' : `${reached} reached`}>
        <Sentence>{sayReached(rows === null ? null : reached)}</Sentence>
        <div className={styles.buttons}>
          <Button onClick={() => store.showDockTab('exposure')}>Show what is reached</Button>
        </div>
      </Section>
    </>
  );
}
