import { asRowId } from '../model/ids.ts';
import type { Instance } from '../model/resources/index.ts';
import { findScriptFaults, type ScriptFault } from '../scripts/find-script-faults.ts';
import { readUserData } from '../scripts/read-user-data.ts';
import { portOfUnit, startedServices, type StartedService } from '../scripts/started-services.ts';
import { endingFault, faultBefore, type FaultyScript } from '../scripts/stopping-fault.ts';
import { unitsEnabledBy } from '../scripts/systemd-units.ts';

type Services = NonNullable<Instance['services']>;
type Machine = Pick<Instance, 'services'> & Partial<Pick<Instance, 'userData' | 'operatingSystem'>>;

/** Rows that stand for what a script starts are named so, and by their port. */
const SCRIPT_ROW = 'user-data';

const readBefore = new WeakMap<Machine, Services | undefined>();

type Scripted = Pick<Instance, 'userData' | 'operatingSystem'>;

const readFaulty = ({ userData = '', operatingSystem }: Scripted): FaultyScript => ({ data: readUserData(userData), faults: findScriptFaults({ userData, operatingSystem }) });

/** What a script starts that no fault keeps from starting. */
function servicesOfScript({ userData = '', operatingSystem = 'other' }: Machine): Services | undefined {
  if (userData === '') return undefined;
  const script = readFaulty({ userData, operatingSystem });
  const uninstalled = new Set(script.faults.filter(({ code }) => code === 'X_USERDATA_NOT_INSTALLED').map(({ line }) => line));
  const started = startedServices(script.data, operatingSystem).filter((service) => !uninstalled.has(service.line) && faultBefore(script, service) === undefined);
  const rows = started.map(({ line, ...service }) => [asRowId(`${SCRIPT_ROW}-${service.port}`), { ...service, name: `${service.name} (line ${line} of the user data)` }] as const);
  return rows.length === 0 ? undefined : Object.fromEntries(rows);
}

/**
 * What is known to listen on an instance: what the design declares, else what its user data starts. Missing where neither
 * says anything.
 */
export function knownServices(instance: Machine): Instance['services'] {
  if (instance.services !== undefined) return instance.services;
  if (!readBefore.has(instance)) readBefore.set(instance, servicesOfScript(instance));
  return readBefore.get(instance);
}

/** Whether what is known is all there is: a script says what it starts, not what else runs. */
export const isEveryServiceKnown = ({ services }: Pick<Instance, 'services'>): boolean => services !== undefined;

/** Ports of remote administration, which images serve without any script. */
const SERVED_BY_IMAGE: readonly number[] = [22, 3389];

/** A unit that is enabled for the next start alone, and listens to the port when it is packaged as usual. */
function unstartedFault({ data, faults }: FaultyScript, port: number | undefined): ScriptFault | undefined {
  const lines = data.commands.filter((command) => unitsEnabledBy(command).some((unit) => port !== undefined && portOfUnit(unit) === port)).map(({ line }) => line);
  return faults.find(({ code, line }) => code === 'X_USERDATA_NOT_STARTED' && line !== undefined && lines.includes(line));
}

/**
 * The fault that keeps a script from starting what is asked for at a port. Where the script is not understood to start it, only
 * one that ends the script, as long as it is not understood to start anything else.
 */
export function findStoppingFault(machine: Scripted, port: number | undefined): ScriptFault | undefined {
  const script = readFaulty(machine);
  if (script.faults.length === 0 || (port !== undefined && SERVED_BY_IMAGE.includes(port))) return undefined;
  const started = startedServices(script.data, machine.operatingSystem);
  const wanted = started.find((service) => service.port === port);
  if (wanted) return faultBefore(script, wanted);
  return unstartedFault(script, port) ?? (started.length === 0 ? endingFault(script) : undefined);
}

/** What a script starts at a port, if its text is followed to the end. */
export function startedAt({ userData = '', operatingSystem }: Scripted, port: number | undefined): StartedService | undefined {
  return startedServices(readUserData(userData), operatingSystem).find((service) => service.port === port);
}
