import type { Instance } from '../model/resources/index.ts';
import type { ScriptFault } from './find-script-faults.ts';
import { packageCalls, type PackageCall } from './packages.ts';
import { packagesOfUnit } from './provider-packages.ts';
import type { ShellCommand } from './read-shell.ts';
import type { UserData } from './read-user-data.ts';
import { unitsEnabledBy, unitsStartedBy } from './systemd-units.ts';

type System = Instance['operatingSystem'];

interface Foreign {
  readonly systems: readonly System[];
  readonly matches: (call: PackageCall) => boolean;
  readonly sentence: (line: number) => string;
}

const AMAZON_LINUX = ['amazon-linux-2023', 'amazon-linux-2'] as const;
const isInstall = ({ action }: PackageCall): boolean => action === 'install';
const installs = (call: PackageCall, name: RegExp): boolean => isInstall(call) && call.packages.some((word) => name.test(word));
const ofSystem = ({ tool }: PackageCall): boolean => tool === 'dnf' || tool === 'native';

/**
 * Commands and packages that an operating system does not have.
 * https://docs.aws.amazon.com/linux/al2023/ug/compare-with-al2.html,
 * https://github.com/amazonlinux/amazon-linux-2023/issues/257 (mysql, mariadb), …/issues/457 (redis)
 */
const FOREIGN: readonly Foreign[] = [
  { systems: ['amazon-linux-2023', 'ubuntu'], matches: ({ command }) => command.name === 'amazon-linux-extras', sentence: (line) => `Line ${line} runs amazon-linux-extras, which only Amazon Linux 2 has; use dnf on Amazon Linux 2023.` },
  { systems: AMAZON_LINUX, matches: ({ tool }) => tool === 'apt', sentence: (line) => `Line ${line} runs apt, which Amazon Linux does not have; use dnf or yum.` },
  { systems: ['ubuntu'], matches: ({ tool, command }) => tool === 'dnf' && command.name !== 'amazon-linux-extras', sentence: (line) => `Line ${line} runs yum or dnf, which Ubuntu does not have; use apt-get.` },
  { systems: ['amazon-linux-2'], matches: ({ command }) => command.name === 'dnf', sentence: (line) => `Line ${line} runs dnf, which Amazon Linux 2 does not have; use yum.` },
  { systems: ['amazon-linux-2023'], matches: (call) => installs(call, /^epel-release$|\/epel-release-/), sentence: (line) => `Line ${line} installs EPEL, which does not support Amazon Linux 2023; use the packages of its own repositories.` },
  { systems: ['amazon-linux-2023'], matches: (call) => ofSystem(call) && installs(call, /^(?:mysql|mysql-server|mariadb)$/), sentence: (line) => `Line ${line} installs mysql or mariadb, which Amazon Linux 2023 calls mariadb105 (its server mariadb105-server).` },
  { systems: ['amazon-linux-2023'], matches: (call) => ofSystem(call) && installs(call, /^redis$/), sentence: (line) => `Line ${line} installs redis, which Amazon Linux 2023 calls redis6.` },
  { systems: AMAZON_LINUX, matches: (call) => call.tool !== 'apt' && installs(call, /^apache2$/), sentence: (line) => `Line ${line} installs apache2, which Amazon Linux calls httpd.` },
  { systems: ['ubuntu'], matches: (call) => call.tool !== 'dnf' && installs(call, /^httpd$/), sentence: (line) => `Line ${line} installs httpd, which Ubuntu calls apache2.` },
];

const isAlways = ({ isConditional }: ShellCommand): boolean => !isConditional;
const wrongImage = (line: number, sentence: string, harm: ScriptFault['harm'] = 'stops'): ScriptFault => ({ code: 'X_USERDATA_WRONG_IMAGE', sentence, line, harm });

function foreignPackages({ commands }: UserData, system: System): readonly ScriptFault[] {
  return packageCalls(commands.filter(isAlways)).flatMap((call) => {
    const foreign = FOREIGN.find(({ systems, matches }) => systems.includes(system) && matches(call));
    return foreign ? [wrongImage(call.line, foreign.sentence(call.line))] : [];
  });
}

/** The web server Apache by its name on each system. https://documentation.ubuntu.com/server/how-to/web-services/install-apache2/ */
function foreignUnits({ commands }: UserData, system: System): readonly ScriptFault[] {
  const [foreign, own, who] = system === 'ubuntu' ? (['httpd', 'apache2', 'Ubuntu'] as const) : (['apache2', 'httpd', 'Amazon Linux'] as const);
  if (system !== 'ubuntu' && !AMAZON_LINUX.some((known) => known === system)) return [];
  const wrong = commands.filter((command) => isAlways(command) && [...unitsStartedBy(command), ...unitsEnabledBy(command)].includes(foreign));
  return wrong.map(({ line }) => wrongImage(line, `Line ${line} starts ${foreign}, which ${who} calls ${own}.`));
}

const CRON = /^(?:cronie|crontabs|cronie-noanacron)$/;

/** Amazon Linux 2023 comes without cron. https://docs.aws.amazon.com/linux/al2/ug/prepare-for-al2023.html */
function missingCron({ commands }: UserData, system: System): readonly ScriptFault[] {
  if (system !== 'amazon-linux-2023' || packageCalls(commands).some((call) => installs(call, CRON))) return [];
  return commands.filter((command) => isAlways(command) && command.name === 'crontab').map(({ line }) => wrongImage(line, `Line ${line} runs crontab, which Amazon Linux 2023 does not have until cronie is installed.`, 'part'));
}

const METADATA = /^(?:https?:\/\/)?(?:169\.254\.169\.254|\[fd00:ec2::254\])(?:\/|$)/;

/**
 * Images of Amazon Linux 2023 ask for a token (IMDSv2), so what is asked without one is refused.
 * https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/configuring-instance-metadata-service.html
 */
function metadataWithoutToken({ commands }: UserData, system: System): readonly ScriptFault[] {
  if (system !== 'amazon-linux-2023') return [];
  const asks = ({ name, args }: ShellCommand): boolean => (name === 'curl' || name === 'wget') && args.some((word) => METADATA.test(word) && !word.includes('/api/token'));
  const hasToken = ({ args }: ShellCommand): boolean => args.some((word) => /x-aws-ec2-metadata-token/i.test(word) || word.includes('$'));
  return commands
    .filter((command) => asks(command) && !hasToken(command))
    .map(({ line }) => ({ code: 'X_USERDATA_NO_TOKEN', sentence: `Line ${line} asks for instance metadata without a token, and images of Amazon Linux 2023 require one (IMDSv2); ask for a token first.`, line, harm: 'part' }));
}

const FETCHERS: readonly string[] = ['curl', 'wget', 'rpm', 'dpkg', 'make', 'tar', 'unzip', 'aws', 'git', 'ansible-playbook', 'source', '.'];

/** A script that may get software by another way than by packages it names. */
const mayInstallUnseen = ({ commands, isWhole }: UserData): boolean => !isWhole || commands.some(({ name, args }) => FETCHERS.includes(name) || /[$/]/.test(name) || (name === 'amazon-linux-extras' && args.length > 0)) || packageCalls(commands).some((call) => call.packages.some((word) => /[$/@]/.test(word)) || /^group|^local|^module/.test(call.action));

function isMissing(unit: string, packages: readonly string[]): boolean {
  const names = packagesOfUnit(unit);
  return names !== undefined && !packages.some((word) => names.test(word));
}

/** A unit that is started, of which no package is installed: no image of the operating system itself has it. */
function neverInstalled(data: UserData, system: System): readonly ScriptFault[] {
  if (system === 'windows' || system === 'other' || mayInstallUnseen(data)) return [];
  const packages = packageCalls(data.commands).filter(isInstall).flatMap((call) => call.packages);
  return data.commands.filter(isAlways).flatMap((command) =>
    unitsStartedBy(command)
      .filter((unit) => isMissing(unit, packages))
      .map((unit) => ({ code: 'X_USERDATA_NOT_INSTALLED', sentence: `Line ${command.line} starts ${unit}, which the script does not install; only an image of your own has it.`, line: command.line, harm: 'part' as const })),
  );
}

/** What a script asks of its operating system that this one does not have, or does not have unless it is installed. */
export const findImageFaults = (data: UserData, system: System): readonly ScriptFault[] => [foreignPackages, foreignUnits, missingCron, metadataWithoutToken, neverInstalled].flatMap((find) => find(data, system));
