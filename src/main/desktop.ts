import type { ClipboardContent, ExportKind, HostDescription, HostEvent, ThemeChoice, WindowState } from '@shared/contract.ts';

/** What the file service asks of the desktop: everything that Electron does and a test does differently. */
export interface Desktop {
  readonly dialogs: Dialogs;
  readonly clipboard: Clipboard;
  readonly shell: Shell;
  readonly window: DesktopWindow;
  describe(): HostDescription;
  setTheme(theme: ThemeChoice): void;
}

/** Dialogs answer paths; undefined when the person closed them. */
export interface Dialogs {
  openDesign(): Promise<string | undefined>;
  importFiles(): Promise<readonly string[] | undefined>;
  importFolder(): Promise<string | undefined>;
  /** A design, a picture, or several files of a snapshot. */
  compareWith(): Promise<readonly string[] | undefined>;
  saveAs(request: { readonly suggestedPath: string; readonly kind: ExportKind }): Promise<string | undefined>;
  /** Asks before a file is replaced that the dialog itself could not see. */
  confirmReplace(name: string): Promise<boolean>;
}

export interface Clipboard {
  read(): Promise<ClipboardContent>;
  write(content: ClipboardContent): Promise<void>;
}
export type { ClipboardContent };

export interface Shell {
  reveal(path: string): void;
  openLink(url: string): Promise<void>;
}

export interface DesktopWindow {
  /** `path` is the file the window shows, for systems that show it in the title bar. */
  showState(state: WindowState, path: string | undefined): void;
  confirmClose(close: boolean): void;
  /** The page as PDF, in the size that its own `@page` says. */
  printPage(): Promise<Uint8Array>;
  send(event: HostEvent): void;
}
