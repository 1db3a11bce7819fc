import type { Instance } from '../model/resources/index.ts';
import { awsServicesIn } from './aws-services.ts';
import { packageCalls } from './packages.ts';
import type { UserData } from './read-user-data.ts';
import { scriptNeedsOf } from './script-needs.ts';
import { startedServices, type StartedService } from './started-services.ts';

const MOST_NAMES = 5;
const EVERYWHERE: readonly string[] = ['0.0.0.0', '::'];

/** `a`, `a and b`, `a, b and c`; the first few where there are many. */
function listOf(all: readonly string[]): string {
  const names = [...new Set(all)];
  const shown = names.length > MOST_NAMES ? [...names.slice(0, MOST_NAMES - 1), `${names.length - MOST_NAMES + 1} more`] : names;
  return shown.length < 2 ? shown.join('') : `${shown.slice(0, -1).join(', ')} and ${shown.at(-1) ?? ''}`;
}

function sayInstalled(data: UserData): readonly string[] {
  const calls = packageCalls(data.commands);
  const names = calls.filter(({ action }) => action === 'install').flatMap(({ packages }) => packages.filter((name) => !/[/$]/.test(name)));
  const updates = calls.some(({ action, packages, tool }) => packages.length === 0 && (action === 'upgrade' || (action === 'update' && tool === 'dnf')));
  return [...(updates ? ['Updates every package.'] : []), ...(names.length === 0 ? [] : [`Installs ${listOf(names)}.`])];
}

function sayStarted({ name, port, bindAddress, line }: StartedService): string {
  const where = EVERYWHERE.includes(bindAddress) ? '' : ` of ${bindAddress} alone`;
  return `Starts ${name} in line ${line}: it listens on TCP ${port}${where}.`;
}

function sayHosts(data: UserData): readonly string[] {
  const hosts = scriptNeedsOf(data).flatMap((need) => (need.kind === 'internet' && need.host !== undefined ? [need.host] : []));
  return hosts.length === 0 ? [] : [`Downloads from ${listOf(hosts)}.`];
}

function sayCalls(data: UserData): readonly string[] {
  const services = awsServicesIn(data);
  return services.length === 0 ? [] : [`Calls ${listOf(services)}.`];
}

/** What a script was understood to do, a sentence each; empty where nothing of it is. */
export function describeScript(data: UserData, system: Instance['operatingSystem']): readonly string[] {
  return [...sayInstalled(data), ...sayHosts(data), ...startedServices(data, system).map(sayStarted), ...sayCalls(data), ...(data.endsAtFailure ? ['Ends at the first command that fails (set -e).'] : [])];
}
