import type { Finding } from '@core/findings/finding.ts';
import { useMemo, useState } from 'react';
import { useAppState, useStore } from '../app/app-context.ts';
import { AnswerMark } from '../controls/answer-mark.tsx';
import { Button } from '../controls/button.tsx';
import { EmptyState } from '../controls/empty-state.tsx';
import { Select } from '../controls/select.tsx';
import { Switch } from '../controls/switch.tsx';
import { TextInput } from '../controls/text-input.tsx';
import { FixPreviewSentence } from '../diagnose/fix-preview.tsx';
import { EvidenceChip } from '../diagnose/step-row.tsx';
import { findingsOf } from '../store/report-slice.ts';
import { answerOfSeverity, countOf, filterFindings, severities, wordOfSeverity, type ProblemFilter } from './problem-groups.ts';
import styles from './problems.module.css';

const ALL: ProblemFilter = { severity: 'all', text: '', selectedOnly: false };

function FilterBar({ filter, onChange, findings }: { readonly filter: ProblemFilter; readonly onChange: (filter: ProblemFilter) => void; readonly findings: readonly Finding[] }) {
  const choices = [
    { value: 'all', label: 'All severities', detail: String(findings.length) },
    ...severities.map((severity) => ({ value: severity, label: wordOfSeverity[severity], detail: String(countOf(findings, severity)) })),
  ];
  return (
    <div className={styles.bar} role="group" aria-label="Filter">
      <Select label="Severity" value={filter.severity} choices={choices} onChange={(severity) => onChange({ ...filter, severity: severity as ProblemFilter['severity'] })} />
      <TextInput label="Find in problems" placeholder="Find in problems" value={filter.text} onChange={(text) => onChange({ ...filter, text })} />
      <Switch label="Only what is selected" checked={filter.selectedOnly} onChange={(selectedOnly) => onChange({ ...filter, selectedOnly })} />
    </div>
  );
}

function ProblemDetails({ finding }: { readonly finding: Finding }) {
  const store = useStore();
  return (
    <div className={styles.details}>
      <p>{finding.why}</p>
      <p className={styles.chips}>
        {finding.evidence.map((evidence, index) => (
          <EvidenceChip key={`${evidence.at} ${evidence.row ?? ''} ${index}`} evidence={evidence} tone={undefined} />
        ))}
      </p>
      {finding.fixes.map((fix, index) => (
        <p key={fix.title} className={styles.fix}>
          <Button kind={index === 0 ? 'primary' : 'secondary'} size="small" aria-label={`Apply: ${fix.title}`} onClick={() => store.applyFix(fix)}>
            Apply
          </Button>
          <span>
            <b>{fix.title}.</b> {fix.effect} <FixPreviewSentence fix={fix} />
          </span>
        </p>
      ))}
      <p className={styles.source}>
        Rule <code>{finding.rule}</code>, after <span className={styles.link}>{finding.learnMore}</span>
      </p>
    </div>
  );
}

function ProblemRow({ finding, isOpen, onOpen }: { readonly finding: Finding; readonly isOpen: boolean; readonly onOpen: () => void }) {
  const store = useStore();
  const first = finding.evidence[0];
  const open = () => {
    onOpen();
    if (first && !isOpen) store.showEvidence(first);
  };
  return (
    <li className={styles.row} data-open={isOpen || undefined} onPointerEnter={() => store.highlight(finding.evidence.map(({ at }) => at))} onPointerLeave={() => store.highlight([])}>
      <button type="button" className={styles.head} aria-expanded={isOpen} onClick={open}>
        <AnswerMark answer={answerOfSeverity[finding.severity]} word={wordOfSeverity[finding.severity]} text="body" />
        <span className={styles.message}>{finding.message}</span>
        <span className={styles.fixable}>{finding.fixes.length > 0 ? 'fix' : ''}</span>
      </button>
      {isOpen && <ProblemDetails finding={finding} />}
    </li>
  );
}

const PAGE = 200;

/** The tab that lists what the rules say about the design. */
export function ProblemsPanel() {
  const findings = useAppState(({ report }) => findingsOf(report));
  const keys = useAppState(({ selection }) => selection.keys);
  const resources = useAppState(({ design }) => design.resources);
  const [filter, setFilter] = useState(ALL);
  const [openId, setOpenId] = useState<string | null>(null);
  const [shown, setShown] = useState(PAGE);
  const kept = useMemo(() => filterFindings(findings, filter, keys), [findings, filter, keys]);
  const subnets = Object.values(resources).filter(({ kind }) => kind === 'subnet').length;
  if (findings.length === 0) return <EmptyState sentence={`No problems in ${subnets.toLocaleString('en')} ${subnets === 1 ? 'subnet' : 'subnets'}.`} />;
  return (
    <div className={styles.panel}>
      <FilterBar filter={filter} onChange={setFilter} findings={findings} />
      {kept.length === 0 && <EmptyState sentence="No problem passes this filter." action={{ label: 'Show all', onClick: () => setFilter(ALL) }} />}
      <ul className={styles.list} aria-label="Problems">
        {kept.slice(0, shown).map((finding) => (
          <ProblemRow key={finding.id} finding={finding} isOpen={openId === finding.id} onOpen={() => setOpenId(openId === finding.id ? null : finding.id)} />
        ))}
        {kept.length > shown && (
          <li className={styles.more}>
            <Button onClick={() => setShown(shown + PAGE)}>{`Show more of ${kept.length.toLocaleString('en')}`}</Button>
          </li>
        )}
      </ul>
    </div>
  );
}
