import { parseStandbyKey, parseZoneKey } from '@core/drawing/node-keys.ts';
import { asResourceId } from '@core/model/ids.ts';
import { useAppState } from '../app/app-context.ts';
import { inspectedKey } from '../store/selection-slice.ts';
import { factsOf } from '../store/report-slice.ts';
import { AboutSection } from './about-section.tsx';
import { InspectorHeader } from './inspector-header.tsx';
import styles from './inspector.module.css';
import { NothingSelected } from './nothing-selected.tsx';
import { glyphOf } from './parts/glyph-of.ts';
import { findResource, nameOf } from './parts/name-of.ts';
import { placeOf } from './parts/place-of.ts';
import { useDesign } from './parts/use-edit.ts';
import { ProblemsSection } from './problems-section.tsx';
import { ResourceForm } from './resource-form.tsx';
import { SeveralSelected } from './several-selected.tsx';
import { ZoneForm } from './zone-form.tsx';

/** What the right pane shows: the form of what was selected last, or what several selected things share. */
export function Inspector() {
  const keys = useAppState(({ selection }) => selection.keys);
  const key = useAppState(({ selection }) => inspectedKey(selection));
  return (
    <div className={styles.inspector}>
      {key === undefined && <NothingSelected />}
      {key !== undefined && keys.length > 1 && <SeveralSelected keys={keys} />}
      {key !== undefined && keys.length === 1 && <Inspected key={key} inspected={key} />}
    </div>
  );
}

function Inspected({ inspected }: { readonly inspected: string }) {
  const zone = parseZoneKey(inspected);
  if (zone) return <ZoneForm vpc={zone.vpc} zone={zone.zone} />;
  const standby = parseStandbyKey(inspected);
  return <InspectedResource id={standby ?? inspected} isStandby={standby !== undefined} />;
}

function InspectedResource({ id: text, isStandby }: { readonly id: string; readonly isStandby: boolean }) {
  const design = useDesign();
  const fact = useAppState(({ report }) => factsOf(report, text));
  const value = findResource(design, text);
  if (!value) return <NothingSelected />;
  const id = asResourceId(text);
  const isNamed = value.kind !== 'region' && value.kind !== 'internet';
  const place = placeOf(design, id, value);
  return (
    <>
      <InspectorHeader
        glyph={glyphOf(value, fact)}
        name={nameOf(design, text)}
        place={isStandby ? `Standby of ${place}` : place}
        renames={isNamed ? id : undefined}
      />
      <div className={styles.body}>
        <ResourceForm id={id} value={value} />
        <ProblemsSection id={id} />
        <AboutSection id={id} value={value} />
      </div>
    </>
  );
}
