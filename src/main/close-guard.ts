/** Keeps a window open until the person has decided about unsaved changes. */
export interface CloseGuard {
  setEdited(isEdited: boolean): void;
  /** Call it when the window wants to close; true when it may. Else the page has been asked. */
  mayClose(): boolean;
  /** The person's decision. */
  answer(close: boolean): void;
  /** The page is gone and cannot be asked. */
  giveUp(): void;
}

/** `ask` asks the page; `close` closes the window for good. */
export function createCloseGuard(parts: { readonly ask: () => void; readonly close: () => void; readonly stay: () => void }): CloseGuard {
  let isEdited = false;
  let isDecided = false;
  return {
    setEdited(value) {
      isEdited = value;
    },
    mayClose() {
      if (isDecided || !isEdited) return true;
      parts.ask();
      return false;
    },
    answer(close) {
      isDecided = close;
      if (close) parts.close();
      else parts.stay();
    },
    giveUp() {
      isEdited = false;
    },
  };
}
