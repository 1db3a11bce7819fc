import { documentation } from '../../aws/documentation-links.ts';
import type { Severity } from '../../findings/finding.ts';
import type { Fix } from '../../findings/fix.ts';
import type { Lookup } from '../../lookup/entries.ts';
import { regionCodeOf } from '../../lookup/interfaces.ts';
import type { ResourceId } from '../../model/ids.ts';
import type { ScriptFault } from '../../scripts/find-script-faults.ts';
import { mendableFaults, sayMend, type MendedScript } from '../../scripts/mend-script.ts';
import { defineRule, type Fault } from '../define-rule.ts';
import { nameOf } from '../facts/names.ts';
import { replaceValue } from '../fixes/patch-of.ts';

interface Facts {
  readonly id: ResourceId;
  readonly name: string;
  readonly script: string;
  readonly fault: ScriptFault;
  readonly mended: MendedScript | undefined;
}

/** Text that EC2 does not take at all; the rest is taken, and fails on the machine. */
const REFUSED = 'X_USERDATA_TOO_LARGE';

const severityOf = ({ code, harm }: ScriptFault): Severity => (code === REFUSED ? 'error' : harm === 'stops' ? 'warning' : 'advice');

/** A place in the script: its line and the fault, which stay while the script does. */
const rowOf = ({ code, line }: ScriptFault): string => `user-data:${line ?? ''}:${code}`;

function* check(lookup: Lookup): Iterable<Fault<Facts>> {
  for (const { id, value, interfaces } of lookup.instances.values()) {
    const { userData: script, state } = value;
    if (script === undefined || state === 'terminated') continue;
    const region = regionCodeOf(interfaces[0]);
    for (const [fault, mended] of mendableFaults({ ...value, region })) {
      yield { evidence: [{ at: id, row: rowOf(fault) }], severity: severityOf(fault), facts: { id, name: nameOf(lookup, id), script, fault, mended } };
    }
  }
}

const lowerFirst = (sentence: string): string => `${sentence.charAt(0).toLowerCase()}${sentence.slice(1)}`;

const fix = ({ id, name, script, mended }: Facts): readonly Fix[] =>
  mended ? [{ ...sayMend(mended, name), patch: replaceValue([id, 'userData'], script, mended.script) }] : [];

export const userDataFault = defineRule<Facts>({
  id: 'user-data-fault',
  area: 'compute',
  severity: 'warning',
  why: 'User data runs once, as root and with nobody to answer; a line that fails leaves the machine without what it was to install, and nothing on the network shows it.',
  learnMore: documentation.userData,
  check,
  explain: ({ name, fault }) => `In the user data of ${name}, ${lowerFirst(fault.sentence)}`,
  fix,
});
