import type { Instance, Service } from '../model/resources/index.ts';
import { optionValue, optionValues } from './option-values.ts';
import { packageCalls } from './packages.ts';
import type { ShellCommand } from './read-shell.ts';
import type { UserData } from './read-user-data.ts';
import { mayConfigure, unitsStartedBy, unitsStoppedBy } from './systemd-units.ts';

/** A service that a script makes listen, and the line that does. */
export interface StartedService extends Service {
  readonly line: number;
}

type OperatingSystem = Instance['operatingSystem'];
type Listening = Pick<Service, 'name' | 'port' | 'scheme'> & Partial<Pick<Service, 'certificate'>> & { readonly bindAddress?: string };

/** What units of systemd listen to as they are packaged, by the unit's name. */
const UNITS: Readonly<Record<string, Listening>> = {
  httpd: { name: 'httpd', port: 80, scheme: 'http' },
  apache2: { name: 'apache2', port: 80, scheme: 'http' },
  nginx: { name: 'nginx', port: 80, scheme: 'http' },
  caddy: { name: 'caddy', port: 80, scheme: 'http' },
  tomcat: { name: 'tomcat', port: 8080, scheme: 'http' },
  jenkins: { name: 'jenkins', port: 8080, scheme: 'http' },
  mariadb: { name: 'mariadb', port: 3306, scheme: 'mysql' },
  mysqld: { name: 'mysqld', port: 3306, scheme: 'mysql' },
  // Debian's packages bind databases to the loopback address.
  mysql: { name: 'mysql', port: 3306, scheme: 'mysql', bindAddress: '127.0.0.1' },
  postgresql: { name: 'postgresql', port: 5432, scheme: 'postgresql', bindAddress: '127.0.0.1' },
  redis: { name: 'redis', port: 6379, scheme: 'other', bindAddress: '127.0.0.1' },
  'redis-server': { name: 'redis-server', port: 6379, scheme: 'other', bindAddress: '127.0.0.1' },
  redis6: { name: 'redis6', port: 6379, scheme: 'other', bindAddress: '127.0.0.1' },
};

/** The TCP port that a unit listens to as it is packaged. */
export const portOfUnit = (unit: string): number | undefined => UNITS[unit]?.port;

/** Packages whose service Debian's maintainer scripts start at once; Amazon Linux starts none. */
const STARTED_BY_APT: Readonly<Record<string, string>> = {
  apache2: 'apache2',
  nginx: 'nginx',
  'mysql-server': 'mysql',
  'mariadb-server': 'mariadb',
  postgresql: 'postgresql',
  'redis-server': 'redis-server',
};

const EVERYWHERE = '0.0.0.0';

const serviceOf = ({ bindAddress = EVERYWHERE, ...listening }: Listening, line: number): StartedService => ({ protocol: 'tcp', running: true, bindAddress, ...listening, line });

const isOnUbuntu = (system: OperatingSystem): boolean => system === 'ubuntu';

/** Units that an installation starts by itself. */
function unitsStartedByApt({ commands }: UserData, system: OperatingSystem): readonly (readonly [unit: string, line: number])[] {
  if (!isOnUbuntu(system)) return [];
  return packageCalls(commands.filter(({ isConditional }) => !isConditional)).flatMap(({ tool, action, packages, line }) =>
    (tool === 'apt' || tool === 'native') && action === 'install' ? packages.flatMap((name) => (STARTED_BY_APT[name] === undefined ? [] : [[STARTED_BY_APT[name], line] as const])) : [],
  );
}

const portIn = (word: string | undefined): number | undefined => (word !== undefined && /^\d{1,5}$/.test(word) && Number(word) <= 65_535 ? Number(word) : undefined);

/** Units of systemd whose packages Debian binds to the loopback address, and others to every one. */
const LOOPBACK_ON_UBUNTU: readonly string[] = ['mariadb'];

/** What a unit listens to as it is packaged; nothing where the script stops it in the end or may have configured it otherwise. */
function unitListening(unit: string, { commands }: UserData, system: OperatingSystem): Listening | undefined {
  const listening = UNITS[unit];
  const last = [...commands].reverse().find((command) => [...unitsStartedBy(command), ...unitsStoppedBy(command)].includes(unit));
  const isStopped = last !== undefined && unitsStoppedBy(last).includes(unit);
  if (!listening || isStopped || commands.some((command) => mayConfigure(command, unit))) return undefined;
  return isOnUbuntu(system) && LOOPBACK_ON_UBUNTU.includes(unit) ? { ...listening, bindAddress: '127.0.0.1' } : listening;
}

/** `flask run` listens to the loopback address unless it is told another. https://flask.palletsprojects.com/en/stable/cli/ */
function flask(args: readonly string[]): Listening | undefined {
  if (!args.includes('run')) return undefined;
  const port = optionValue(args, ['--port', '-p']);
  const number = port === undefined ? 5000 : portIn(port);
  return number === undefined ? undefined : { name: 'flask', port: number, scheme: 'http', bindAddress: optionValue(args, ['--host', '-h']) ?? '127.0.0.1' };
}

/** `python3 -m http.server [PORT]` listens to every address. https://docs.python.org/3/library/http.server.html */
function pythonModule(args: readonly string[]): Listening | undefined {
  if (args[0] !== '-m') return undefined;
  if (args[1] === 'flask') return flask(args.slice(2));
  if (args[1] !== 'http.server' && args[1] !== 'SimpleHTTPServer') return undefined;
  const word = args.slice(2).find((candidate, index, rest) => /^\d/.test(candidate) && !['-b', '--bind', '-d', '--directory'].includes(rest[index - 1] ?? ''));
  const port = word === undefined ? 8000 : portIn(word);
  return port === undefined ? undefined : { name: 'http.server', port, scheme: 'http', bindAddress: optionValue(args, ['-b', '--bind']) ?? EVERYWHERE };
}

/** The published ports of `docker run -p 80:8080` and `-p 127.0.0.1:80:8080`. https://docs.docker.com/engine/network/port-publishing/ */
function published(args: readonly string[]): readonly Listening[] {
  if (!args.includes('run')) return [];
  return optionValues(args, ['-p', '--publish']).flatMap((word): readonly Listening[] => {
    const match = /^(?:(\d+\.\d+\.\d+\.\d+):)?(\d{1,5}):\d{1,5}(?:\/tcp)?$/.exec(word);
    const port = portIn(match?.[2]);
    return port === undefined ? [] : [{ name: 'docker', port, scheme: port === 443 ? 'https' : port === 80 || port === 8080 ? 'http' : 'other', bindAddress: match?.[1] ?? EVERYWHERE }];
  });
}

function listeningOf({ name, args }: ShellCommand): readonly Listening[] {
  if (name === 'flask') return [flask(args)].filter((found) => found !== undefined);
  if (/^python[\d.]*$/.test(name)) return [pythonModule(args)].filter((found) => found !== undefined);
  return name === 'docker' || name === 'podman' ? published(args) : [];
}

/** Whether Apache speaks TLS too: mod_ssl comes with a listener on 443 and a self-signed certificate. */
const hasTlsModule = ({ commands }: UserData): boolean => packageCalls(commands).some(({ packages }) => packages.includes('mod_ssl'));

/**
 * What a script makes listen, as far as its text says: units started by systemd with the ports they are packaged with, what
 * Ubuntu starts by installing it, and servers run by hand. What a script runs only in a branch is not counted.
 */
export function startedServices(data: UserData, system: OperatingSystem): readonly StartedService[] {
  const found: StartedService[] = [];
  const add = (listening: Listening | undefined, line: number): void => {
    if (listening && !found.some(({ port }) => port === listening.port)) found.push(serviceOf(listening, line));
  };
  for (const [unit, line] of unitsStartedByApt(data, system)) add(unitListening(unit, data, system), line);
  for (const command of data.commands) {
    if (command.isConditional) continue;
    for (const unit of unitsStartedBy(command)) {
      const listening = unitListening(unit, data, system);
      add(listening, command.line);
      if (listening && unit === 'httpd' && hasTlsModule(data)) add({ name: 'httpd', port: 443, scheme: 'https', certificate: 'self-signed' }, command.line);
    }
    for (const listening of listeningOf(command)) add(listening, command.line);
  }
  return found;
}
