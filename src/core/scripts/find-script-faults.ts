import type { Instance } from '../model/resources/index.ts';
import { findImageFaults } from './image-faults.ts';
import { packageCalls } from './packages.ts';
import { formatOf, readUserData, type UserData } from './read-user-data.ts';
import { unitsEnabledBy, unitsStartedBy } from './systemd-units.ts';
import { mentioned } from './mentioned-regions.ts';

/** EC2 User Guide, user-data: 16 KB before it is encoded. https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/user-data.html */
const MAXIMUM_BYTES = 16 * 1024;

/** A fault of a start-up script. `stops` what follows, or harms `part` of what it does. `line` counts from 1. */
export interface ScriptFault {
  readonly code: string;
  readonly sentence: string;
  readonly line: number | undefined;
  readonly harm: 'stops' | 'part';
}

/** A script and what it runs on; the Region where that is known. */
export interface ScriptSetting extends Pick<Instance, 'userData' | 'operatingSystem'> {
  readonly region?: string | undefined;
}

interface Examined {
  readonly text: string;
  readonly data: UserData;
  readonly system: Instance['operatingSystem'];
  readonly region: string | undefined;
}

/** Length in UTF-8 bytes. */
function byteLength(text: string): number {
  let bytes = 0;
  for (const character of text) {
    const point = character.codePointAt(0) ?? 0;
    bytes += point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x10000 ? 3 : 4;
  }
  return bytes;
}

/** cloud-init knows a script by its first characters; the kernel then needs `#!` as the very first ones (execve(2)). */
function headFaults({ text, data }: Examined): readonly ScriptFault[] {
  const faults: ScriptFault[] = [];
  if (data.format === 'shell' && !text.startsWith('#!')) faults.push({ code: 'X_USERDATA_NO_SHEBANG', sentence: 'The script does not start with #!, so it is not run.', line: 1, harm: 'stops' });
  if (byteLength(text) > MAXIMUM_BYTES) faults.push({ code: 'X_USERDATA_TOO_LARGE', sentence: 'The script is larger than 16 KB, which EC2 refuses.', line: undefined, harm: 'stops' });
  return faults;
}

const syntaxFaults = ({ data }: Examined): readonly ScriptFault[] =>
  data.faults.slice(0, 1).map(({ line }) => ({
    code: 'X_USERDATA_SYNTAX',
    sentence: data.format === 'cloud-config' ? `Line ${line} is not valid YAML, so the configuration is not read.` : `Line ${line} cannot be read by the shell, which stops there.`,
    line,
    harm: 'stops',
  }));

const imageFaults = ({ data, system }: Examined): readonly ScriptFault[] => findImageFaults(data, system);

const unansweredFaults = ({ data }: Examined): readonly ScriptFault[] =>
  packageCalls(data.commands)
    .filter(({ isAnswered }) => !isAnswered)
    .map(({ line }) => ({ code: 'X_USERDATA_INTERACTIVE', sentence: `Line ${line} installs without -y, so the installer waits for an answer that nobody gives.`, line, harm: 'stops' }));

const PLACEHOLDER_LEFT = 'X_USERDATA_PLACEHOLDER';
const PLACEHOLDER = /<INSERT[^>]*>|\$\{SUB_[A-Z_]+\}/;

function placeholderFaults({ text }: Examined): readonly ScriptFault[] {
  return text.split('\n').flatMap((line, index) =>
    PLACEHOLDER.test(line) && !/^\s*#/.test(line) ? [{ code: PLACEHOLDER_LEFT, sentence: `Line ${index + 1} still holds a placeholder that was to be replaced.`, line: index + 1, harm: 'stops' } as const] : [],
  );
}

/** `enable` alone starts a unit at the next boot: until then nothing runs (systemctl(1)). Ubuntu's packages start theirs. */
function startFaults({ data, system }: Examined): readonly ScriptFault[] {
  if (system === 'ubuntu') return [];
  const started = new Set(data.commands.flatMap(unitsStartedBy));
  return data.commands.flatMap((command) =>
    unitsEnabledBy(command)
      .filter((unit) => !started.has(unit))
      .map((unit) => ({ code: 'X_USERDATA_NOT_STARTED', sentence: `Line ${command.line} enables ${unit} for the next start and nothing starts it now; add --now.`, line: command.line, harm: 'stops' as const })),
  );
}

function regionFaults({ data, region }: Examined): readonly ScriptFault[] {
  if (region === undefined) return [];
  return mentioned(data)
    .filter(({ code }) => code !== region)
    .map(({ code, line, from }) => ({ code: 'X_USERDATA_OTHER_REGION', sentence: `Line ${line} sets ${from} to ${code}, and the instance is in ${region}.`, line, harm: 'part' }));
}

const byLine = (a: ScriptFault, b: ScriptFault): number => (a.line ?? 0) - (b.line ?? 0);

/** The faults of user data for the machine it runs on, in the order of its lines (EC2 User Guide, user-data). */
export function findScriptFaults({ userData: text = '', operatingSystem: system, region }: ScriptSetting): readonly ScriptFault[] {
  if (formatOf(text) === 'none') return [];
  const examined: Examined = { text, data: readUserData(text), system, region };
  const all = [headFaults, syntaxFaults, imageFaults, unansweredFaults, placeholderFaults, startFaults, regionFaults].flatMap((find) => find(examined));
  const isPlaceholderAt = (line: number | undefined): boolean => all.some((other) => other.line === line && other.code === PLACEHOLDER_LEFT);
  return [...all]
    .filter(({ code, line }) => code !== 'X_USERDATA_SYNTAX' || !isPlaceholderAt(line))
    .sort(byLine)
    .filter(({ line, code }, index, sorted) => sorted.findIndex((other) => other.line === line && other.code === code) === index);
}
