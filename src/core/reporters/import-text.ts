import type { ImportChange, ImportLine, ImportReport } from '../findings/import-report.ts';
import { plainStyle, type TextStyle } from './paint.ts';
import { columns, hang } from './text-layout.ts';

/** Whether the import met something it could not take over. A kind of file that is not read and holds nothing loses nothing. */
export function hasImportWarnings({ lines }: ImportReport): boolean {
  return lines.some((line) => line.outcome !== 'read' && line.count > 0);
}

function writeSection(title: string, lines: readonly ImportLine[], style: TextStyle): readonly string[] {
  if (lines.length === 0) return [];
  return [[style.paint('strong', title), ...lines.map((line) => hang('  - ', line.sentence, { width: style.width }))].join('\n')];
}

const CHANGES: Readonly<Record<ImportChange['change'], string>> = { added: 'New', removed: 'Gone', changed: 'Changed' };

function describeChange({ resource, name, kind, fields }: ImportChange): string {
  const called = name === '' || name === resource ? resource : `${name} (${resource})`;
  return `${kind.replaceAll('-', ' ')} ${called}${fields.length === 0 ? '' : `: ${fields.join(', ')}`}`;
}

/** What an import over a design changed. */
export function writeChangesText(changes: readonly ImportChange[], style: TextStyle = plainStyle): string {
  if (changes.length === 0) return 'Nothing has changed since the last import.\n';
  const sections = (['added', 'removed', 'changed'] as const).flatMap((how) => {
    const lines = changes.filter(({ change }) => change === how).map((change) => hang('  - ', describeChange(change), { width: style.width }));
    return lines.length === 0 ? [] : [[style.paint('strong', CHANGES[how]), ...lines].join('\n')];
  });
  return `${sections.join('\n\n')}\n`;
}

/** What an import read, what it could not understand, and which AWS defaults stand in for missing files. */
export function writeImportText({ lines, missing }: ImportReport, style: TextStyle = plainStyle): string {
  const of = (outcome: ImportLine['outcome']): readonly ImportLine[] => lines.filter((line) => line.outcome === outcome);
  const read = of('read').map((line) => ['', String(line.count), line.type]);
  const sections = [
    ...(read.length === 0 ? ['Nothing was read.'] : [`${style.paint('strong', 'Read')}\n${columns(read)}`]),
    ...writeSection('Kept, not modelled: what depends on it is undetermined', of('not-modelled'), style),
    ...writeSection('References that point nowhere', of('broken-reference'), style),
    ...writeSection('Skipped', of('skipped'), style),
    ...(missing.length === 0 ? [] : [hang('', `Not in the snapshot, AWS's defaults stand in: ${missing.join(', ')}.`, { width: style.width })]),
  ];
  return `${sections.join('\n\n')}\n`;
}
