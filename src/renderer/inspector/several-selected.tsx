import { parseStandbyKey, parseZoneKey } from '@core/drawing/node-keys.ts';
import { capitalise, countOf, nounOf } from '@core/editing/nouns.ts';
import type { Design } from '@core/model/design.ts';
import type { ResourceId } from '@core/model/ids.ts';
import { useState } from 'react';
import { useCommand } from '../commands/use-command.ts';
import { Button } from '../controls/button.tsx';
import { Field } from '../controls/field.tsx';
import { Section } from '../controls/section.tsx';
import { TextInput } from '../controls/text-input.tsx';
import styles from './inspector.module.css';
import { InspectorHeader } from './inspector-header.tsx';
import { findResource } from './parts/name-of.ts';
import parts from './parts/parts.module.css';
import { LineList, ResourceLine } from './parts/resource-line.tsx';
import { SettingRow } from './parts/setting-row.tsx';
import { useDesign, useEdit } from './parts/use-edit.ts';
import { setTagOfAll } from './set-tag-of-all.ts';

/** The resources that keys of nodes mean, each once; zones are no resources. */
export function resourcesOf(design: Design, keys: readonly string[]): readonly ResourceId[] {
  const ids = keys.map((key) => parseStandbyKey(key) ?? key);
  return [...new Set(ids)].filter((id): id is ResourceId => findResource(design, id) !== undefined);
}

/** "3 subnets, 1 instance": what is selected, the most frequent kind first. */
export function describeSelection(design: Design, keys: readonly string[]): string {
  const counts = new Map<string, number>();
  for (const id of resourcesOf(design, keys)) {
    const resource = findResource(design, id);
    if (resource) counts.set(nounOf(resource.kind), (counts.get(nounOf(resource.kind)) ?? 0) + 1);
  }
  const zones = keys.filter((key) => parseZoneKey(key)).length;
  if (zones > 0) counts.set('Availability Zone', zones);
  return [...counts]
    .sort(([, a], [, b]) => b - a)
    .map(([noun, count]) => (noun.endsWith('s') && count > 1 ? `${count} ${noun}es` : countOf(count, noun)))
    .join(', ');
}

/** What several selected things share: they are deleted, copied and tagged together. */
export function SeveralSelected({ keys }: { readonly keys: readonly string[] }) {
  const design = useDesign();
  const duplicate = useCommand('duplicate');
  const remove = useCommand('delete-selection');
  const ids = resourcesOf(design, keys);
  const zones = keys.map(parseZoneKey).filter((zone) => zone !== undefined);
  return (
    <>
      <InspectorHeader glyph="select" name={`${keys.length} selected`} place={capitalise(describeSelection(design, keys))} />
      <div className={styles.body}>
        <Section title="Together" first>
          <div className={parts.buttons}>
            <Button glyph="duplicate" disabled={!duplicate.isEnabled} onClick={duplicate.run}>
              Duplicate
            </Button>
            <Button glyph="trash" disabled={!remove.isEnabled} onClick={remove.run}>
              Delete
            </Button>
          </div>
        </Section>
        {ids.length > 0 && <SharedTag ids={ids} />}
        <Section title="Selected" end={`${keys.length}`}>
          <LineList label="Selected">
            {[
              ...ids.map((id) => <ResourceLine key={id} id={id} end={nounOf(findResource(design, id)?.kind ?? 'unmodelled')} />),
              ...zones.map(({ vpc, zone }) => (
                <li key={`${vpc} ${zone}`}>
                  <SettingRow label={zone} glyph="availability-zone" end="Availability Zone" />
                </li>
              )),
            ]}
          </LineList>
        </Section>
      </div>
    </>
  );
}

function SharedTag({ ids }: { readonly ids: readonly ResourceId[] }) {
  const { edit } = useEdit();
  const [tag, setTag] = useState('');
  const [value, setValue] = useState('');
  const apply = () => {
    if (edit((design) => setTagOfAll(design, { resources: ids, tag, value })) === undefined) setTag('');
  };
  return (
    <Section title="Tag">
      <div className={parts.stack}>
        <Field label="Key">
          <TextInput value={tag} onChange={setTag} />
        </Field>
        <Field label="Value">
          <TextInput value={value} onChange={setValue} />
        </Field>
      </div>
      <div className={parts.buttons}>
        <Button disabled={tag.trim() === ''} onClick={apply}>
          Tag {countOf(ids.length, 'resource')}
        </Button>
      </div>
    </Section>
  );
}
