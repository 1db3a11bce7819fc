import { INSTALLER } from './read-cloud-config.ts';
import type { ShellCommand } from './read-shell.ts';

/** A tool that fetches software: from the operating system's (`native`: by whichever it has) repositories, or from a language's own registry. */
export type PackageTool = 'native' | 'dnf' | 'apt' | 'pip' | 'npm' | 'other';

/** A command that fetches software. */
export interface PackageCall {
  readonly tool: PackageTool;
  readonly action: string;
  readonly packages: readonly string[];
  readonly line: number;
  readonly command: ShellCommand;
  /** Whether it goes on without anybody to say yes. */
  readonly isAnswered: boolean;
}

const TOOLS: Readonly<Record<string, PackageTool>> = {
  [INSTALLER]: 'native',
  yum: 'dnf',
  dnf: 'dnf',
  'amazon-linux-extras': 'dnf',
  apt: 'apt',
  'apt-get': 'apt',
  pip: 'pip',
  pip3: 'pip',
  npm: 'npm',
  yarn: 'npm',
  gem: 'other',
  composer: 'other',
};

/** What of each tool comes over the network. `apt update` reads the lists of packages and asks nothing. */
const FETCHING: Readonly<Record<PackageTool, readonly string[]>> = {
  native: ['install', 'update'],
  dnf: ['install', 'update', 'upgrade', 'reinstall', 'groupinstall', 'localinstall', 'makecache', 'check-update', 'module', 'group'],
  apt: ['install', 'update', 'upgrade', 'dist-upgrade', 'full-upgrade', 'build-dep'],
  pip: ['install', 'download'],
  npm: ['install', 'ci', 'i', 'add'],
  other: ['install', 'update', 'require'],
};

/** What asks before it goes on. */
const ASKING: Readonly<Partial<Record<PackageTool, readonly string[]>>> = {
  dnf: ['install', 'update', 'upgrade', 'reinstall', 'groupinstall', 'localinstall'],
  apt: ['install', 'upgrade', 'dist-upgrade', 'full-upgrade', 'build-dep'],
};

/** apt-get(8): two q's, or `-q=2`, imply `-y`. dnf(8): `-y`, `--assumeyes`. */
const YES = /^(?:-[a-zA-Z]*y[a-zA-Z]*|--yes|--assume-yes|--assumeyes|-qq|-q=2)$/;

const VALUED = ['-c', '--releasever', '--enablerepo', '--disablerepo', '-t', '-o', '--target-release', '-r', '--requirement', '--index-url', '-i'];

function operandsOf(args: readonly string[]): readonly string[] {
  return args.filter((word, index) => !word.startsWith('-') && !VALUED.includes(args[index - 1] ?? ''));
}

/** `python3 -m pip install …` is pip. */
function asTool({ name, args }: ShellCommand): readonly string[] {
  const isModule = /^python[\d.]*$/.test(name) && args[0] === '-m' && args[1] !== undefined;
  return isModule ? args.slice(1) : [name, ...args];
}

/** A command that fetches software, if it is one. */
export function readPackageCall(command: ShellCommand): PackageCall | undefined {
  const [name = '', ...args] = asTool(command);
  const tool = TOOLS[name];
  if (tool === undefined) return undefined;
  const [action, ...packages] = operandsOf(args);
  if (action === undefined || !FETCHING[tool].includes(action)) return undefined;
  const isAsking = ASKING[tool]?.includes(action) === true && name !== 'amazon-linux-extras';
  return { tool, action, packages, line: command.line, command, isAnswered: !isAsking || args.some((word) => YES.test(word)) };
}

/** Every command of a script that fetches software. */
export const packageCalls = (commands: readonly ShellCommand[]): readonly PackageCall[] => commands.flatMap((command) => readPackageCall(command) ?? []);
