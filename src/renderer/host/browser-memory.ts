import { fail, succeed } from '@core/api/vocabulary.ts';
import { themeChoices, type FileApi, type Settings } from '@shared/contract.ts';
import type { BrowserDocuments } from './browser-documents.ts';
import type { BrowserStore } from './browser-store.ts';
import type { FileHandle } from './file-handles.ts';

const DRAFT_KEY = 'draft';
const SETTINGS_KEY = 'reachable.settings';
const done = succeed(null);
const NO_ROOM = 'The browser keeps no drafts here; save the design to a file.';

interface StoredDraft {
  readonly text: string;
  readonly name: string;
  readonly savedAt: number;
  readonly handle: FileHandle | undefined;
}

function isDraft(value: unknown): value is StoredDraft {
  return typeof value === 'object' && value !== null && 'text' in value && typeof value.text === 'string' && 'name' in value && typeof value.name === 'string' && 'savedAt' in value && typeof value.savedAt === 'number';
}

function isSettings(value: unknown): value is Settings {
  return typeof value === 'object' && value !== null && 'theme' in value && themeChoices.some((choice) => choice === value.theme) && 'panes' in value && typeof value.panes === 'object' && value.panes !== null;
}

const defaultSettings: Settings = { theme: 'system', panes: {} };

/** Settings that cannot be understood are set aside under another key, as on the desktop. */
function readSettings(): Settings {
  const text = localStorage.getItem(SETTINGS_KEY);
  if (text === null) return defaultSettings;
  try {
    const value: unknown = JSON.parse(text);
    if (isSettings(value)) return value;
  } catch {
    // Falls through: what is no JSON is no settings either.
  }
  localStorage.setItem(`${SETTINGS_KEY}.bad`, text);
  localStorage.removeItem(SETTINGS_KEY);
  return defaultSettings;
}

/** Drafts and settings that outlive a visit. */
export function createBrowserMemory(store: BrowserStore, documents: BrowserDocuments): Pick<FileApi, 'readDraft' | 'writeDraft' | 'discardDraft' | 'readSettings' | 'writeSettings'> {
  return {
    async readDraft() {
      const draft = await store.get(DRAFT_KEY).catch(() => undefined);
      if (!isDraft(draft)) return succeed(null);
      const { text, name, savedAt, handle } = draft;
      const document = handle === undefined ? null : documents.add({ name: handle.name, handle, modified: undefined });
      return succeed({ text, name, savedAt, document });
    },
    async writeDraft({ text, name, token }) {
      const handle = token === null ? undefined : documents.get(token)?.handle;
      return store.set(DRAFT_KEY, { text, name, savedAt: Date.now(), handle }).then(() => done, () => fail(NO_ROOM));
    },
    async discardDraft() {
      await store.remove(DRAFT_KEY).catch(() => undefined);
      return done;
    },
    readSettings: () => Promise.resolve(succeed(readSettings())),
    writeSettings(settings) {
      try {
        localStorage.setItem(SETTINGS_KEY, JSON.stringify(settings));
        return Promise.resolve(done);
      } catch {
        return Promise.resolve(fail('The browser keeps no settings here.'));
      }
    },
  };
}
