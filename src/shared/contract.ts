import type { CoreApi, InputFile } from '@core/api/core-api.ts';
import type { Problem, Reply } from '@core/model/reply.ts';
import type { CommandId } from './command-ids.ts';

/** The same methods, answered later: what an interface looks like from the far end of a pipe. */
export type Promised<Api> = {
  readonly [Method in keyof Api]: Api[Method] extends (...args: infer Arguments) => infer Answer
    ? (...args: Arguments) => Promise<Answer>
    : never;
};

/** Names a file that the host knows. The renderer never sees or says a path; a token is worth nothing after a restart. */
export type FileToken = string & { readonly fileToken: true };

/** A file on disk that a design was opened from or saved to. */
export interface DocumentFile {
  readonly token: FileToken;
  /** `plan.vpc.json` */
  readonly name: string;
  /** The folder for showing only: `~/designs`. Empty where the host does not know it. */
  readonly location: string;
  /** False where it cannot be written back (a browser without file handles, a read-only file): offer "Save as". */
  readonly writable: boolean;
}

/**
 * What a person opened, dropped or imported, unread: the renderer hands `files` to `readFiles`. `document` is there when
 * exactly one file was opened; it becomes the document when it turns out to hold a design.
 */
export interface OpenedFiles {
  readonly files: readonly InputFile[];
  readonly document: DocumentFile | null;
  /** One sentence for each thing that was passed over: "notes.txt is not JSON; it was skipped." */
  readonly notes: readonly string[];
}

export type SaveOutcome =
  | { readonly kind: 'saved'; readonly document: DocumentFile }
  /** Another program wrote the file since it was opened or saved: ask, then save again with `overwrite`. */
  | { readonly kind: 'changed-on-disk'; readonly document: DocumentFile }
  /** The person closed the dialog. */
  | { readonly kind: 'cancelled' };

export interface SaveRequest {
  readonly token: FileToken;
  readonly content: string | Uint8Array;
  /** Write even though another program changed the file. */
  readonly overwrite?: boolean;
}

export const exportKinds = ['design', 'png', 'svg', 'pdf', 'json', 'markdown', 'csv', 'terraform', 'cloudformation', 'drawio', 'mermaid'] as const;
export type ExportKind = (typeof exportKinds)[number];

/** A file handed over by a dialog: `suggestedName` without folder and with extension. */
export interface ExportRequest {
  readonly kind: ExportKind;
  readonly suggestedName: string;
  readonly content: string | Uint8Array;
}

export interface SaveAsRequest {
  readonly suggestedName: string;
  readonly content: string | Uint8Array;
}

/** The one autosaved draft: the text of the design that was not saved when the program ended. */
export interface Draft {
  readonly text: string;
  readonly name: string;
  /** The file it belongs to, when that file still exists. */
  readonly document: DocumentFile | null;
  /** Milliseconds since 1970 (UTC). */
  readonly savedAt: number;
}
export interface DraftRequest {
  readonly text: string;
  readonly name: string;
  readonly token: FileToken | null;
}

export const themeChoices = ['system', 'light', 'dark'] as const;
export type ThemeChoice = (typeof themeChoices)[number];
export type Theme = 'light' | 'dark';

/** A picture written beside the design at every save. */
export interface SavedPicture {
  readonly format: 'png' | 'svg';
  /** 1 to 4: pixels of a PNG for each pixel of the drawing. */
  readonly scale: number;
  readonly theme: Theme;
  readonly transparent: boolean;
  readonly withTitle: boolean;
}

/** What is remembered between sessions. `panes` holds sizes (pixels), open tabs and folds under names of the renderer's own. */
export interface Settings {
  readonly theme: ThemeChoice;
  readonly panes: Readonly<Record<string, number | boolean | string>>;
  /** Missing: no picture is written at a save. */
  readonly savedPicture?: SavedPicture;
}

/** A picture to write beside a document: `plan.vpc.png` beside `plan.vpc.json`. */
export interface PictureBesideRequest {
  readonly token: FileToken;
  readonly kind: SavedPicture['format'];
  readonly content: string | Uint8Array;
}

/** What the clipboard holds, or shall hold; a picture is a PNG. */
export interface ClipboardContent {
  readonly text?: string;
  readonly png?: Uint8Array;
}

/** What the window shows now, so that title, menu and the guard on closing agree with it. */
export interface WindowState {
  readonly name: string;
  /** Unsaved changes: closing asks first. */
  readonly edited: boolean;
  readonly document: FileToken | null;
  /** Menu items that cannot be used now. */
  readonly disabledCommands: readonly CommandId[];
}

export interface HostDescription {
  readonly kind: 'desktop' | 'browser';
  readonly platform: 'windows' | 'macos' | 'linux' | 'other';
  readonly version: string;
  /** What the system prefers now; `theme-changed` follows it. */
  readonly theme: Theme;
  /** Whether `reveal` can show a file in its folder. */
  readonly canReveal: boolean;
  /** Whether an application menu exists outside the page. */
  readonly hasMenu: boolean;
}

/** Files, clipboard, settings and window: what only a host can do. `null` as a value: the person closed the dialog. */
export interface FileApi {
  describeHost(): Promise<Reply<HostDescription>>;

  openFile(): Promise<Reply<OpenedFiles | null>>;
  openRecent(request: { readonly token: FileToken }): Promise<Reply<OpenedFiles>>;
  /** Several files, or a folder with everything in it, to be read as one snapshot; `comparison` is a file to compare with, of any kind. */
  chooseImport(request: { readonly what: 'files' | 'folder' | 'comparison' }): Promise<Reply<OpenedFiles | null>>;
  /** The file named on the command line or by the system at start; once. Later ones come as `file-opened`. */
  takeStartFile(): Promise<Reply<OpenedFiles | null>>;

  save(request: SaveRequest): Promise<Reply<SaveOutcome>>;
  saveAs(request: SaveAsRequest): Promise<Reply<SaveOutcome>>;
  /** Writes a copy or another format; the document stays what it was. Answers the name it got. */
  exportFile(request: ExportRequest): Promise<Reply<string | null>>;
  /**
   * Writes a picture beside a document and answers its name. A file of that name that another program wrote is replaced
   * only when the person agrees; `null` when they do not.
   */
  savePictureBeside(request: PictureBesideRequest): Promise<Reply<string | null>>;
  /** The page as it would be printed, as PDF; `null` where the host prints through a dialog of its own: `window.print()`. */
  printPage(): Promise<Reply<Uint8Array | null>>;
  reveal(request: { readonly token: FileToken }): Promise<Reply<null>>;

  /** Newest first; files that are gone are left out. */
  listRecent(): Promise<Reply<readonly DocumentFile[]>>;
  clearRecent(): Promise<Reply<null>>;

  readDraft(): Promise<Reply<Draft | null>>;
  writeDraft(request: DraftRequest): Promise<Reply<null>>;
  discardDraft(): Promise<Reply<null>>;

  readSettings(): Promise<Reply<Settings>>;
  writeSettings(request: Settings): Promise<Reply<null>>;

  readClipboard(): Promise<Reply<ClipboardContent>>;
  writeClipboard(request: ClipboardContent): Promise<Reply<null>>;

  showState(request: WindowState): Promise<Reply<null>>;
  /** The answer to `close-requested`: whether the window may go. A draft is discarded when it may. */
  confirmClose(request: { readonly close: boolean }): Promise<Reply<null>>;
  /** Opens a page of documentation in the person's browser; only https pages of AWS and of the RFC editor. */
  openLink(request: { readonly url: string }): Promise<Reply<null>>;
}

/** Everything that is asked over a pipe: one channel each. */
export type DesignerApi = Promised<CoreApi> & FileApi;

/** What the host tells without being asked. */
export type HostEvent =
  | { readonly kind: 'command'; readonly command: CommandId }
  /** From the command line of a second start, from the system, or from the list of recent files in the menu. */
  | { readonly kind: 'file-opened'; readonly opened: OpenedFiles }
  | { readonly kind: 'file-failed'; readonly problem: Problem }
  | { readonly kind: 'theme-changed'; readonly theme: Theme }
  /** Ask about unsaved changes, then answer with `confirmClose`. */
  | { readonly kind: 'close-requested' }
  /** The core stopped and was started again; what was under way was answered with a problem. */
  | { readonly kind: 'core-restarted'; readonly problem: Problem };

/** A file as the page's drop event gives it (the DOM's `File`); contract and core know no DOM. */
export interface DroppedFile {
  readonly name: string;
  readonly size: number;
  arrayBuffer(): Promise<ArrayBuffer>;
}

/** What the renderer holds: the pipe, dropped files and events. In the desktop app it is `window.designer`. */
export interface DesignerHost extends DesignerApi {
  /** Call it while the drop event is handled: the browser forgets its files afterwards. Folders are walked. */
  openDropped(files: readonly DroppedFile[]): Promise<Reply<OpenedFiles>>;
  /** Every event to `listener`, until the returned function is called. */
  onEvent(listener: (event: HostEvent) => void): () => void;
}
