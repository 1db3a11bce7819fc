import { spawn, spawnSync, type ChildProcess, type ChildProcessWithoutNullStreams } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createServer } from 'node:net';
import { delimiter, join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { cacheFolder } from '../../tools/provision/cache-folder.ts';

const AGENT = fileURLToPath(new URL('./aws-agent.py', import.meta.url));

const PROGRAMS = ['moto_server', 'aws', 'cfn-lint'] as const;
const PACKAGES = ['moto[server]', 'awscli', 'cfn-lint'] as const;

/** Where `--provide` installs them: beside what the journeys use. */
const environmentFolder = (): string => join(cacheFolder, 'aws-api');

/** The environment of every program here: nothing of it reaches AWS. */
const environment = (): NodeJS.ProcessEnv => ({
  ...process.env,
  PATH: [join(environmentFolder(), 'bin'), process.env['PATH'] ?? ''].join(delimiter),
  AWS_ACCESS_KEY_ID: 'local',
  AWS_SECRET_ACCESS_KEY: 'local',
  AWS_DEFAULT_REGION: 'us-east-1',
  AWS_PAGER: '',
});

const missingPrograms = (): readonly string[] => PROGRAMS.filter((program) => spawnSync('which', [program], { env: environment() }).status !== 0);

/** Installs moto, the AWS command line and cfn-lint into an environment of their own. */
export function provideAwsTools(): void {
  if (missingPrograms().length === 0) return;
  const folder = environmentFolder();
  if (!existsSync(folder)) spawnSync('python3', ['-m', 'venv', folder], { stdio: 'inherit' });
  spawnSync(join(folder, 'bin', 'pip'), ['install', '--quiet', ...PACKAGES], { stdio: 'inherit' });
}

/** Why the comparison cannot run here, in one sentence; nothing where it can. */
export function whyNot(): string | undefined {
  const missing = missingPrograms();
  return missing.length === 0 ? undefined : `The comparison needs ${missing.join(', ')}. Run it with --provide, or: pip install ${PACKAGES.map((name) => `'${name}'`).join(' ')}`;
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise<void>((resolve) => server.close(() => resolve()));
  return typeof address === 'object' && address !== null ? address.port : 0;
}

const START_ATTEMPTS = 150;
const PAUSE_MS = 200;

/** A stand-in for AWS on this machine alone. */
export class LocalAws {
  readonly endpoint: string;
  private readonly server: ChildProcess;
  private readonly commandLine: ChildProcessWithoutNullStreams;
  private readonly answers: AsyncIterator<string, undefined>;

  private constructor(port: number) {
    this.endpoint = `http://127.0.0.1:${port}`;
    this.server = spawn('moto_server', ['-H', '127.0.0.1', '-p', String(port)], { env: environment(), stdio: 'ignore' });
    this.commandLine = spawn('python3', [AGENT], { env: environment(), stdio: 'pipe' });
    this.answers = createInterface({ input: this.commandLine.stdout })[Symbol.asyncIterator]() as AsyncIterator<string, undefined>;
  }

  static async start(): Promise<LocalAws> {
    const aws = new LocalAws(await freePort());
    for (let attempt = 0; attempt < START_ATTEMPTS; attempt += 1) {
      if (await aws.reset().catch(() => false)) return aws;
      await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
    }
    aws.end();
    throw new Error('moto_server did not start.');
  }

  /** An account as new. */
  async reset(): Promise<boolean> {
    const { ok } = await fetch(`${this.endpoint}/moto-api/reset`, { method: 'POST' });
    return ok;
  }

  /** What `aws` prints for these words; throws with its complaint. */
  async run(...words: readonly string[]): Promise<string> {
    this.commandLine.stdin.write(`${JSON.stringify(['--endpoint-url', this.endpoint, '--output', 'json', ...words])}\n`);
    const next = await this.answers.next();
    if (next.done === true) throw new Error('The aws command line ended.');
    const { status, out, err } = JSON.parse(next.value) as { readonly status: number; readonly out: string; readonly err: string };
    if (status !== 0) throw new Error(`aws ${words.join(' ')}: ${err.trim()}`);
    return out;
  }

  end(): void {
    this.commandLine.stdin.end();
    this.server.kill();
  }
}

/** The errors cfn-lint finds in templates, each line with its file; warnings are left out. */
export function lintTemplates(paths: readonly string[]): readonly string[] {
  const { stdout, stderr } = spawnSync('cfn-lint', ['--non-zero-exit-code', 'error', '--format', 'parseable', ...paths], { env: environment(), encoding: 'utf8' });
  return `${stdout}\n${stderr}`.split('\n').filter((line) => /:E\d{4}:/.test(line));
}
