import { findScriptFaults, type ScriptFault, type ScriptSetting } from './find-script-faults.ts';

/** A script without one of its faults, and what was done to it. */
export interface MendedScript {
  readonly title: string;
  readonly script: string;
}

/** What a change is called on a machine, and what has to follow it. */
export const sayMend = ({ title }: MendedScript, name: string): { readonly title: string; readonly effect: string } => ({
  title: `${title} (user data of ${name})`,
  effect: 'User data runs once, at the first start: the instance has to be launched anew.',
});

interface Broken {
  readonly text: string;
  /** The line of the fault, and its place among the lines, from 0. */
  readonly line: string;
  readonly index: number;
  readonly region: string | undefined;
}

type Mend = (broken: Broken) => MendedScript | undefined;

function withLine({ text, index }: Broken, line: string): string {
  const lines = text.split('\n');
  lines[index] = line;
  return lines.join('\n');
}

/** A changed line; nothing where the change found nothing to do. */
const changed = (broken: Broken, line: string, title: string): MendedScript | undefined => (line === broken.line ? undefined : { title: `${title} in line ${broken.index + 1}`, script: withLine(broken, line) });

function startWithInterpreter({ text }: Broken): MendedScript {
  const rest = text.trimStart();
  return rest.startsWith('#!') ? { title: 'Remove what stands before #!', script: rest } : { title: 'Start with #!/bin/bash', script: `#!/bin/bash\n${rest}` };
}

const ASKING = /\b(yum|dnf|apt|apt-get)((?:[ \t]+-\S+)*)[ \t]+(install|upgrade|update|reinstall|groupinstall|localinstall|dist-upgrade|full-upgrade|build-dep)\b(?![^\n;&|]*[ \t](?:-[a-zA-Z]*y[a-zA-Z]*|--yes|--assume-?yes|-qq)(?:[ \t]|$))/g;

const answerYes: Mend = (broken) => changed(broken, broken.line.replace(ASKING, '$1$2 $3 -y'), 'Add -y');

/** Topics of Amazon Linux 2 that Amazon Linux 2023 has as packages. https://docs.aws.amazon.com/linux/al2023/release-notes/all-packages.html */
const TOPICS: Readonly<Record<string, string>> = { nginx1: 'nginx', docker: 'docker', redis6: 'redis6', 'mariadb10.5': 'mariadb105-server', 'php8.1': 'php8.1', 'php8.2': 'php8.2' };
const TOPIC = /\bamazon-linux-extras[ \t]+install[ \t]+(?:-y[ \t]+)?([a-z][a-z0-9.]*)(?:[ \t]+-y)?[ \t]*$/;

const useOwnTool: Mend = (broken) => {
  const topic = TOPIC.exec(broken.line)?.[1] ?? '';
  const name = TOPICS[topic];
  if (name !== undefined) return changed(broken, broken.line.replace(TOPIC, `dnf install -y ${name}`), `Install ${name} by dnf`);
  return changed(broken, broken.line.replace(/\bdnf\b/g, 'yum'), 'Use yum');
};

const startNow: Mend = (broken) => changed(broken, broken.line.replace(/\bsystemctl([ \t]+)enable\b/g, 'systemctl$1enable --now'), 'Add --now');

const REGION_PLACEHOLDER = /<INSERT REGION HERE>/gi;

const fillRegion: Mend = (broken) => (broken.region === undefined ? undefined : changed(broken, broken.line.replace(REGION_PLACEHOLDER, broken.region), `Put ${broken.region}`));

const SET_REGION = /((?:--region[ =]|\bAWS_(?:DEFAULT_)?REGION=)["']?)[a-z]{2}(?:-[a-z]+)+-\d/g;

const useRegion: Mend = (broken) => (broken.region === undefined ? undefined : changed(broken, broken.line.replace(SET_REGION, `$1${broken.region}`), `Set ${broken.region}`));

/** What can be done without knowing what the author meant. */
const MENDS: Readonly<Record<string, Mend>> = {
  X_USERDATA_NO_SHEBANG: startWithInterpreter,
  X_USERDATA_INTERACTIVE: answerYes,
  X_USERDATA_WRONG_IMAGE: useOwnTool,
  X_USERDATA_NOT_STARTED: startNow,
  X_USERDATA_PLACEHOLDER: fillRegion,
  X_USERDATA_OTHER_REGION: useRegion,
};

const isSame = (a: ScriptFault, b: ScriptFault): boolean => a.code === b.code && a.line === b.line;

/** Whether a change took the fault away and left fewer than there were. */
function isBetter(setting: ScriptSetting, fault: ScriptFault, before: readonly ScriptFault[]): boolean {
  const after = findScriptFaults(setting);
  return after.length < before.length && !after.some((other) => isSame(other, fault));
}

function mend(setting: ScriptSetting, fault: ScriptFault, faults: readonly ScriptFault[]): MendedScript | undefined {
  const text = setting.userData ?? '';
  const index = (fault.line ?? 1) - 1;
  const mended = MENDS[fault.code]?.({ text, index, line: text.split('\n')[index] ?? '', region: setting.region });
  return mended && isBetter({ ...setting, userData: mended.script }, fault, faults) ? mended : undefined;
}

/** Each change is tried by reading the whole script again; after so many faults nobody mends them one by one. */
const MOST_MENDED = 20;

/**
 * The faults of a script, in the order of its lines, each with the script without it: changed where the fault stands and
 * nowhere else. Nothing where only its author can mend it, and from the 21st on.
 */
export function mendableFaults(setting: ScriptSetting): readonly (readonly [fault: ScriptFault, mended: MendedScript | undefined])[] {
  const faults = findScriptFaults(setting);
  return faults.map((fault, index) => [fault, index < MOST_MENDED ? mend(setting, fault, faults) : undefined]);
}
