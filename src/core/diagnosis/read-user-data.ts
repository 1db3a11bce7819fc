import type { Instance } from '../model/resources/index.ts';

/** EC2 User Guide, user-data: 16 KB before base64. */
const MAXIMUM_BYTES = 16 * 1024;

/** A fault of a start-up script that keeps it from doing its work. `line` counts from 1. */
export interface ScriptFault {
  readonly code: string;
  readonly sentence: string;
  readonly line: number | undefined;
}

/** What a script needs from the network and from IAM, as far as its text says. */
export interface ScriptNeeds {
  readonly installsPackages: boolean;
  readonly awsServices: readonly string[];
}

interface Pattern {
  readonly code: string;
  readonly pattern: RegExp;
  readonly systems: readonly Instance['operatingSystem'][] | 'all';
  readonly sentence: (line: number) => string;
}

const PATTERNS: readonly Pattern[] = [
  {
    code: 'X_USERDATA_WRONG_IMAGE',
    pattern: /\bamazon-linux-extras\b/,
    systems: ['amazon-linux-2023', 'ubuntu'],
    sentence: (line) => `Line ${line} runs amazon-linux-extras, which only Amazon Linux 2 has; use dnf on Amazon Linux 2023.`,
  },
  {
    code: 'X_USERDATA_WRONG_IMAGE',
    pattern: /^\s*(?:sudo\s+)?(?:apt|apt-get)\s/,
    systems: ['amazon-linux-2023', 'amazon-linux-2'],
    sentence: (line) => `Line ${line} runs apt, which Amazon Linux does not have; use dnf or yum.`,
  },
  {
    code: 'X_USERDATA_WRONG_IMAGE',
    pattern: /^\s*(?:sudo\s+)?(?:yum|dnf)\s/,
    systems: ['ubuntu'],
    sentence: (line) => `Line ${line} runs yum or dnf, which Ubuntu does not have; use apt-get.`,
  },
  {
    code: 'X_USERDATA_INTERACTIVE',
    pattern: /^\s*(?:sudo\s+)?(?:yum|dnf|apt|apt-get)\s+(?:install|update|upgrade)\b(?!.*\s(?:-y|--yes|--assumeyes|-[a-z]*y[a-z]*)\b)/,
    systems: 'all',
    sentence: (line) => `Line ${line} installs without -y, so the installer waits for an answer that nobody gives.`,
  },
  {
    code: 'X_USERDATA_PLACEHOLDER',
    pattern: /<INSERT[^>]*>|\$\{SUB_[A-Z_]+\}/,
    systems: 'all',
    sentence: (line) => `Line ${line} still holds a placeholder that was to be replaced.`,
  },
];

const isComment = (line: string): boolean => /^\s*#/.test(line);

/** Length in UTF-8 bytes. */
function byteLength(text: string): number {
  let bytes = 0;
  for (const character of text) {
    const point = character.codePointAt(0) ?? 0;
    bytes += point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x10000 ? 3 : 4;
  }
  return bytes;
}

function findHeadFaults(script: string): readonly ScriptFault[] {
  const faults: ScriptFault[] = [];
  const isOtherFormat = /^(#cloud-config|Content-Type:|MIME-Version:|<powershell>|<script>)/.test(script);
  if (!script.startsWith('#!') && !isOtherFormat) faults.push({ code: 'X_USERDATA_NO_SHEBANG', sentence: 'The script does not start with #!, so it is not run.', line: 1 });
  if (byteLength(script) > MAXIMUM_BYTES) faults.push({ code: 'X_USERDATA_TOO_LARGE', sentence: 'The script is larger than 16 KB, which EC2 refuses.', line: undefined });
  return faults;
}

/** The faults of a script for the image it runs on, in the order of its lines (EC2 User Guide, user-data). */
export function findScriptFaults(instance: Pick<Instance, 'userData' | 'operatingSystem'>): readonly ScriptFault[] {
  const script = instance.userData ?? '';
  if (script.trim() === '') return [];
  const faults = [...findHeadFaults(script)];
  for (const [index, line] of script.split('\n').entries()) {
    if (isComment(line)) continue;
    const match = PATTERNS.find(({ pattern, systems }) => pattern.test(line) && (systems === 'all' || systems.includes(instance.operatingSystem)));
    if (match) faults.push({ code: match.code, sentence: match.sentence(index + 1), line: index + 1 });
  }
  return faults;
}

const SERVICES: readonly (readonly [service: string, pattern: RegExp])[] = [
  ['S3', /\baws\s+s3|s3:\/\/|PHOTOS_BUCKET/],
  ['DynamoDB', /\baws\s+dynamodb|DYNAMO_MODE/],
  ['Systems Manager', /\baws\s+ssm\b/],
  ['Secrets Manager', /\baws\s+secretsmanager\b/],
];

/** What the script needs: package repositories, and the AWS services it calls with the instance's role. */
export function readScriptNeeds(script: string): ScriptNeeds {
  const code = script
    .split('\n')
    .filter((line) => !isComment(line))
    .join('\n');
  return {
    installsPackages: /\b(?:yum|dnf|apt|apt-get|amazon-linux-extras|pip3?|npm)\s+(?:-y\s+)?(?:install|update|upgrade)\b|\b(?:curl|wget)\s/.test(code),
    awsServices: SERVICES.filter(([, pattern]) => pattern.test(code)).map(([service]) => service),
  };
}
