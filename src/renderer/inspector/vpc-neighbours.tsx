import { formatCidr } from '@core/address/cidr.ts';
import type { GlyphId } from '@core/drawing/glyphs/index.ts';
import { removeDeclaredRange } from '@core/editing/declared-ranges.ts';
import { blocksOf } from '@core/editing/members.ts';
import type { Design } from '@core/model/design.ts';
import type { ResourceId } from '@core/model/ids.ts';
import type { Vpc } from '@core/model/resources/index.ts';
import { forecastOverlaps, listOtherNetworks, type Forecast } from '@core/planning/forecast.ts';
import { useMemo, useState } from 'react';
import { DeclareRange } from '../address-plan/declare-range.tsx';
import { AnswerMark } from '../controls/answer-mark.tsx';
import { Button } from '../controls/button.tsx';
import { Glyph } from '../controls/glyph.tsx';
import { IconButton } from '../controls/icon-button.tsx';
import { joinClasses } from '../controls/join-classes.ts';
import { Section } from '../controls/section.tsx';
import type { FormProps } from './parts/form-props.ts';
import styles from './parts/parts.module.css';
import { ResourceLink } from './parts/resource-line.tsx';
import { useDesign, useEdit } from './parts/use-edit.ts';

/** What a VPC has to be apart from: declared ranges, other VPCs, offices; and the defaults of software that it overlaps. */
export function listNeighbours(design: Design, id: ResourceId, vpc: Vpc): readonly Forecast[] {
  return forecastOverlaps(listOtherNetworks(design, id), blocksOf(vpc)).filter(({ kind, meets }) => kind !== 'usual' || meets !== undefined);
}

const GLYPHS: Readonly<Record<Forecast['kind'], GlyphId>> = {
  peer: 'vpc-peering-connection',
  partner: 'vpc-peering-connection',
  'on-premises': 'on-premises-network',
  container: 'instance',
  usual: 'instance',
  vpc: 'vpc',
};

/** Whether the VPC could be joined with the other networks, drawn or declared. */
export function VpcNeighbours({ id, value }: FormProps<'vpc'>) {
  const design = useDesign();
  const [isDeclaring, setIsDeclaring] = useState(false);
  const neighbours = useMemo(() => listNeighbours(design, id, value), [design, id, value]);
  const close = (): void => setIsDeclaring(false);
  return (
    <Section title="Declared peers" end={neighbours.length === 0 ? undefined : `${neighbours.length}`}>
      {neighbours.length === 0 && !isDeclaring && <p className={styles.soft}>Name the networks this VPC will be joined with, and its blocks are kept apart from theirs.</p>}
      {neighbours.length > 0 && (
        <ul className={styles.lines} aria-label="Declared peers">
          {neighbours.map((neighbour) => (
            <NeighbourLine key={neighbour.key} neighbour={neighbour} />
          ))}
        </ul>
      )}
      {isDeclaring && <DeclareRange onDone={close} />}
      {!isDeclaring && (
        <div className={styles.buttons}>
          <Button glyph="plus" onClick={() => setIsDeclaring(true)}>
            Declare a future peer
          </Button>
        </div>
      )}
    </Section>
  );
}

function NeighbourLine({ neighbour }: { readonly neighbour: Forecast }) {
  const { edit } = useEdit();
  const { name, block, kind, meets, resource, row, sentence } = neighbour;
  return (
    <li className={joinClasses(styles.line, meets && styles.bad)} title={sentence}>
      <Glyph id={GLYPHS[kind]} hue="own" />
      {resource === undefined ? <span>{name}</span> : <ResourceLink id={resource} />}
      <span className={styles.end}>
        <span className={styles.mono}>{formatCidr(block)}</span>
        {meets ? <AnswerMark answer="fail" word="overlaps" /> : 'clear'}
        {row !== undefined && <IconButton glyph="trash" size="small" label={`Forget ${name}`} onClick={() => edit((now) => removeDeclaredRange(now, { row }))} />}
      </span>
    </li>
  );
}
