import type { BrowserSight, Diagnosis, LegPath } from '@core/findings/diagnosis.ts';
import type { Fix } from '@core/findings/fix.ts';
import { useMemo } from 'react';
import { useAppState, useStore } from '../app/app-context.ts';
import { Button } from '../controls/button.tsx';
import { Glyph } from '../controls/glyph.tsx';
import styles from './diagnose.module.css';
import { FixPreviewSentence } from './fix-preview.tsx';
import { describeLine } from './path-lines.ts';
import { answerOfVerdict, splitSentence } from './step-answers.ts';

function LegLine({ path, diagnosis }: { readonly path: LegPath; readonly diagnosis: Diagnosis }) {
  const design = useAppState((state) => state.design);
  const hops = useMemo(() => describeLine(design, path, diagnosis.question), [design, path, diagnosis.question]);
  return (
    <>
      <span className={styles.leg}>{path.leg === 'request' ? 'Request' : 'Reply'}</span>
      <span className={styles.hops}>
        {hops.map((hop, index) => (
          <span key={hop.key} className={styles.hop}>
            {index > 0 && <i aria-hidden="true">›</i>}
            <span data-state={hop.state}>
              {hop.state === 'stops' && <Glyph id="answer-fail" size={11} label="stops here:" />}
              {hop.name}
            </span>
          </span>
        ))}
      </span>
    </>
  );
}

function uniqueFixes(diagnosis: Diagnosis): readonly Fix[] {
  const fixes = [...diagnosis.blockers.flatMap(({ fixes: offered }) => offered)];
  return [...new Map(fixes.map((fix) => [fix.title, fix])).values()];
}

function FixRow({ fix, isFirst }: { readonly fix: Fix; readonly isFirst: boolean }) {
  const store = useStore();
  return (
    <li className={styles.fix}>
      <b>{fix.title}</b>
      <p>
        {fix.effect} <FixPreviewSentence fix={fix} />
      </p>
      <Button kind={isFirst ? 'primary' : 'secondary'} aria-label={`Apply: ${fix.title}`} onClick={() => store.applyFix(fix)}>
        Apply
      </Button>
    </li>
  );
}

/** What the person would see in a browser, in its own words. */
function BrowserLine({ sight }: { readonly sight: BrowserSight }) {
  const { chrome, firefox, sentence } = sight;
  return (
    <p className={styles.browser} title={sentence}>
      <span>Browser</span>
      <code>{chrome}</code>
      {firefox !== chrome && <span>Firefox: “{firefox}”</span>}
    </p>
  );
}

/** The verdict, the two legs and what would mend it. */
export function VerdictCard({ diagnosis }: { readonly diagnosis: Diagnosis }) {
  const [head, rest] = splitSentence(diagnosis.sentence);
  const fixes = uniqueFixes(diagnosis);
  const assumptions = diagnosis.assumptions.filter((assumption) => assumption !== diagnosis.contradiction);
  return (
    <div className={styles.answer} role="region" aria-label="Verdict">
      <div className={styles.verdict} data-verdict={diagnosis.verdict}>
        <Glyph id={`answer-${answerOfVerdict[diagnosis.verdict]}`} size={18} />
        <b>
          <em>{head}</em> {rest}
        </b>
      </div>
      {diagnosis.contradiction !== undefined && (
        <p className={styles.contradiction} role="note">
          <Glyph id="answer-warn" size={14} />
          {diagnosis.contradiction}
        </p>
      )}
      {diagnosis.browser && diagnosis.browser.chrome !== 'the page' && <BrowserLine sight={diagnosis.browser} />}
      {diagnosis.paths.length > 0 && (
        <div className={styles.legs}>
          {diagnosis.paths.map((path) => (
            <LegLine key={path.leg} path={path} diagnosis={diagnosis} />
          ))}
        </div>
      )}
      <ul className={styles.fixes} aria-label="Fixes">
        {fixes.map((fix, index) => (
          <FixRow key={fix.title} fix={fix} isFirst={index === 0} />
        ))}
      </ul>
      {assumptions.length > 0 && (
        <ul className={styles.assumptions} aria-label="Assumptions">
          {assumptions.map((assumption) => (
            <li key={assumption}>{assumption}</li>
          ))}
        </ul>
      )}
    </div>
  );
}
