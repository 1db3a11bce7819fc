import type { ScriptFault } from './find-script-faults.ts';
import { packageCalls, type PackageCall } from './packages.ts';
import { mayProvide } from './provider-packages.ts';
import type { UserData } from './read-user-data.ts';
import type { StartedService } from './started-services.ts';

/** A script with what is wrong with it. */
export interface FaultyScript {
  readonly data: UserData;
  readonly faults: readonly ScriptFault[];
}

/** With these nothing of a script is run from their line on, whatever it is. */
const ENDING: readonly string[] = ['X_USERDATA_NO_SHEBANG', 'X_USERDATA_TOO_LARGE', 'X_USERDATA_SYNTAX'];

const isEnding = ({ code }: ScriptFault): boolean => ENDING.includes(code);
/** A unit that is not started keeps nothing else from starting. */
const stopsOthers = ({ code, harm }: ScriptFault): boolean => harm === 'stops' && code !== 'X_USERDATA_NOT_STARTED';

/** Without `set -e` a command that fails only takes away what it was to install, unless another one installs it too. */
function takesAway({ data, faults }: FaultyScript, fault: ScriptFault, service: StartedService): boolean {
  const bad = new Set(faults.filter(stopsOthers).map(({ line }) => line));
  const provides = (call: PackageCall): boolean => mayProvide(service.name, call);
  const calls = packageCalls(data.commands).filter(({ line, action }) => line <= service.line && action === 'install');
  return calls.some((call) => call.line === fault.line && provides(call)) && !calls.some((call) => !bad.has(call.line) && provides(call));
}

/** The fault that keeps a script from starting a service: one that ends it before that, or takes away what the service comes in. */
export function faultBefore(script: FaultyScript, service: StartedService): ScriptFault | undefined {
  const before = script.faults.filter((fault) => stopsOthers(fault) && (fault.line ?? 0) <= service.line);
  return before.find((fault) => isEnding(fault) || script.data.endsAtFailure || fault.line === service.line || takesAway(script, fault, service));
}

/** The fault that ends a script whatever it was to do. */
export const endingFault = ({ data, faults }: FaultyScript): ScriptFault | undefined => faults.find((fault) => isEnding(fault) || (data.endsAtFailure && stopsOthers(fault)));
