import type { Finding, Severity } from '../findings/finding.ts';
import type { CheckContext } from './check-context.ts';
import { writeJson } from './json.ts';

/** What SARIF says about a rule: the words of the rule, without its judgement. */
export interface SarifRule {
  readonly id: string;
  readonly severity: Severity;
  readonly why: string;
  readonly learnMore: string;
}

export interface SarifOptions {
  readonly rules: readonly SarifRule[];
  /** Version of this program. */
  readonly version: string;
}

const levelOf: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', advice: 'note' };

/** The line, from 1, where a resource's entry begins in the text of the design; 1 where it cannot be told. */
function findLine(text: string | undefined, resource: string | undefined): number {
  if (text === undefined || resource === undefined) return 1;
  const key = `${JSON.stringify(resource)}:`;
  const lines = text.split('\n');
  return Math.max(lines.findIndex((line) => line.trimStart().startsWith(key)), 0) + 1;
}

const toUri = (path: string): string => path.replaceAll('\\', '/').split('/').map(encodeURIComponent).join('/');

function describeRule({ id, severity, why, learnMore }: SarifRule): unknown {
  return { id, shortDescription: { text: why }, helpUri: learnMore, defaultConfiguration: { level: levelOf[severity] } };
}

function describeLocation({ source, text }: CheckContext, finding: Finding): unknown {
  const logicalLocations = finding.evidence.map(({ at, row, direction }) => ({
    name: at,
    fullyQualifiedName: [at, direction, row].filter((part) => part !== undefined).join('/'),
    kind: 'resource',
  }));
  const physicalLocation = { artifactLocation: { uri: toUri(source) }, region: { startLine: findLine(text, finding.evidence[0]?.at) } };
  return { physicalLocation, ...(logicalLocations.length > 0 && { logicalLocations }) };
}

function describeResult(finding: Finding, context: CheckContext, indexOfRule: ReadonlyMap<string, number>): unknown {
  const ruleIndex = indexOfRule.get(finding.rule);
  return {
    ruleId: finding.rule,
    ...(ruleIndex !== undefined && { ruleIndex }),
    level: levelOf[finding.severity],
    message: { text: finding.message },
    locations: [describeLocation(context, finding)],
    partialFingerprints: { 'findingId/v1': finding.id },
    ...(finding.fixes.length > 0 && { properties: { fixes: finding.fixes.map((fix) => fix.title) } }),
  };
}

/**
 * The findings as SARIF 2.1.0, which code hosts show beside the file.
 * https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html
 */
export function writeCheckSarif(context: CheckContext, { rules, version }: SarifOptions): string {
  const indexOfRule = new Map(rules.map((rule, index) => [rule.id, index]));
  return writeJson({
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: 'Reachable', version, rules: rules.map(describeRule) } },
        results: context.report.findings.map((finding) => describeResult(finding, context, indexOfRule)),
      },
    ],
  });
}
