import { asRowId } from '../model/ids.ts';
import type { Instance } from '../model/resources/index.ts';
import { findScriptFaults, type ScriptFault } from '../scripts/find-script-faults.ts';
import { readUserData } from '../scripts/read-user-data.ts';
import { startedServices, type StartedService } from '../scripts/started-services.ts';

type Services = NonNullable<Instance['services']>;
type Machine = Pick<Instance, 'services'> & Partial<Pick<Instance, 'userData' | 'operatingSystem'>>;

/** Rows that stand for what a script starts are named so, and by their port. */
const SCRIPT_ROW = 'user-data';

const readBefore = new WeakMap<Machine, Services | undefined>();

/** A unit that is not started keeps nothing else from starting. */
const stopsOthers = ({ code, harm }: ScriptFault): boolean => harm === 'stops' && code !== 'X_USERDATA_NOT_STARTED';

/** What a script starts before the first fault that stops it; nobody can count on what comes after. */
function servicesOfScript({ userData = '', operatingSystem = 'other' }: Machine): Services | undefined {
  if (userData === '') return undefined;
  const faults = findScriptFaults({ userData, operatingSystem });
  const stop = faults.find(stopsOthers);
  const uninstalled = new Set(faults.filter(({ code }) => code === 'X_USERDATA_NOT_INSTALLED').map(({ line }) => line));
  const started = startedServices(readUserData(userData), operatingSystem).filter(({ line }) => (stop === undefined || line < (stop.line ?? 0)) && !uninstalled.has(line));
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

/**
 * The fault that keeps a script from starting what is asked for at a port: one before the line that starts it; any, where
 * it is not understood to start anything.
 */
export function findStoppingFault({ userData = '', operatingSystem }: Pick<Instance, 'userData' | 'operatingSystem'>, port: number | undefined): ScriptFault | undefined {
  const faults = findScriptFaults({ userData, operatingSystem }).filter(({ harm }) => harm === 'stops');
  if (faults.length === 0 || (port !== undefined && SERVED_BY_IMAGE.includes(port))) return undefined;
  const started = startedServices(readUserData(userData), operatingSystem);
  const wanted = started.find((service) => service.port === port);
  if (wanted) return faults.filter(stopsOthers).find(({ line = 0 }) => line <= wanted.line);
  return started.length === 0 ? faults[0] : undefined;
}

/** What a script starts at a port, if its text is followed to the end. */
export function startedAt({ userData = '', operatingSystem }: Pick<Instance, 'userData' | 'operatingSystem'>, port: number | undefined): StartedService | undefined {
  return startedServices(readUserData(userData), operatingSystem).find((service) => service.port === port);
}
