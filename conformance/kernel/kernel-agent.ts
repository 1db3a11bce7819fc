import { spawn, spawnSync, type ChildProcessWithoutNullStreams } from 'node:child_process';
import { createInterface, type Interface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { installPackages } from '../../tools/provision/debian-packages.ts';
import type { Exchange, KernelNetwork } from './kernel-network.ts';

const AGENT = fileURLToPath(new URL('./agent.py', import.meta.url));
/** The programs it needs, and Debian's package of each. */
const NEEDED: Readonly<Record<string, string>> = { ip: 'iproute2', nft: 'nftables', unshare: 'util-linux', python3: 'python3' };

const missingPrograms = (): readonly string[] => Object.keys(NEEDED).filter((program) => spawnSync('which', [program]).status !== 0);

/** Installs what is missing, where this machine lets us; {@link whyNot} says afterwards what still is. */
export function provideKernelPrograms(): void {
  const packages = missingPrograms().flatMap((program) => NEEDED[program] ?? []);
  if (packages.length > 0 && process.platform === 'linux') installPackages(packages);
}

/** Why networks cannot be built here, in one sentence; nothing where they can. */
export function whyNot(): string | undefined {
  if (process.platform !== 'linux') return 'The kernel comparison builds Linux network namespaces, and this is not Linux.';
  if (process.getuid?.() !== 0) return 'The kernel comparison needs root, because it makes network namespaces. Run it as root, or in a container of your own.';
  const missing = missingPrograms();
  if (missing.length > 0) return `The kernel comparison needs ${missing.join(', ')}. On Debian: apt-get install ${missing.map((program) => NEEDED[program]).join(' ')}.`;
  const tried = spawnSync('unshare', ['--net', '--mount', 'true']);
  return tried.status === 0 ? undefined : 'The kernel comparison may not make network namespaces here. Run it in a container with CAP_SYS_ADMIN and CAP_NET_ADMIN.';
}

/** Builds networks and tries exchanges in them, one after the other, in namespaces that end with it. */
export class KernelAgent {
  private readonly process: ChildProcessWithoutNullStreams;
  private readonly lines: AsyncIterator<string, undefined>;
  private readonly reader: Interface;
  private complaint = '';

  constructor() {
    this.process = spawn('unshare', ['--net', '--mount', '--fork', '--kill-child', 'python3', AGENT], { stdio: 'pipe' });
    this.process.stderr.on('data', (text: Buffer) => (this.complaint += text.toString()));
    this.reader = createInterface({ input: this.process.stdout });
    this.lines = this.reader[Symbol.asyncIterator]() as AsyncIterator<string, undefined>;
  }

  /** Whether each exchange got its answer within `patience` seconds. */
  async attempt(network: KernelNetwork, exchanges: readonly Exchange[], patience: number): Promise<readonly boolean[]> {
    this.process.stdin.write(`${JSON.stringify({ network, exchanges, patience })}\n`);
    const next = await this.lines.next();
    if (next.done === true) throw new Error(`The network could not be built:\n${this.complaint}`);
    return JSON.parse(next.value) as readonly boolean[];
  }

  end(): void {
    this.process.stdin.end();
    this.reader.close();
  }
}
