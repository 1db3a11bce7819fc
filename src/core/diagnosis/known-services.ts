import { asRowId } from '../model/ids.ts';
import type { Instance } from '../model/resources/index.ts';
import { findScriptFaults } from '../scripts/find-script-faults.ts';
import { readUserData } from '../scripts/read-user-data.ts';
import { startedServices } from '../scripts/started-services.ts';

type Services = NonNullable<Instance['services']>;
type Machine = Pick<Instance, 'services'> & Partial<Pick<Instance, 'userData' | 'operatingSystem'>>;

/** Rows that stand for what a script starts are named so, and by their port. */
const SCRIPT_ROW = 'user-data';

const readBefore = new WeakMap<Machine, Services | undefined>();

/** A script with a fault that stops it starts nothing that one can count on. */
function servicesOfScript({ userData = '', operatingSystem = 'other' }: Machine): Services | undefined {
  if (userData === '' || findScriptFaults({ userData, operatingSystem }).some(({ harm }) => harm === 'stops')) return undefined;
  const rows = startedServices(readUserData(userData), operatingSystem).map(({ line, ...service }) => [asRowId(`${SCRIPT_ROW}-${service.port}`), { ...service, name: `${service.name} (line ${line} of the user data)` }] as const);
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
