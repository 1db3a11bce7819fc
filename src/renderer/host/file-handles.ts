/** The parts of the File System Access API that are used; only Chromium has the pickers. https://wicg.github.io/file-system-access/ */
export interface FileHandle {
  readonly name: string;
  getFile(): Promise<File>;
  createWritable(): Promise<{ write(content: string | Uint8Array<ArrayBuffer>): Promise<void>; close(): Promise<void> }>;
  queryPermission(options: { readonly mode: 'read' | 'readwrite' }): Promise<PermissionState>;
  requestPermission(options: { readonly mode: 'read' | 'readwrite' }): Promise<PermissionState>;
}

interface PickerType {
  readonly description: string;
  readonly accept: Readonly<Record<string, readonly string[]>>;
}

interface FilePickers {
  showOpenFilePicker(options: { readonly types?: readonly PickerType[] }): Promise<FileHandle[]>;
  showSaveFilePicker(options: { readonly suggestedName: string; readonly types?: readonly PickerType[] }): Promise<FileHandle>;
}

/** The pickers that hand out handles; undefined in browsers without them. */
export function filePickers(): FilePickers | undefined {
  return 'showOpenFilePicker' in window ? (window as unknown as FilePickers) : undefined;
}

/** What a picker throws when the person closes it. */
export const isCancelled = (error: unknown): boolean => error instanceof DOMException && error.name === 'AbortError';

export const openTypes: readonly PickerType[] = [
  { description: 'Reachable designs and pictures', accept: { 'application/json': ['.json'], 'image/png': ['.png'] } },
];

/** Asks the person for access where the browser has forgotten it. */
export async function allows(handle: FileHandle, mode: 'read' | 'readwrite'): Promise<boolean> {
  if ((await handle.queryPermission({ mode })) === 'granted') return true;
  return (await handle.requestPermission({ mode })) === 'granted';
}
