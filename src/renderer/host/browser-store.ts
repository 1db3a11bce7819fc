const DATABASE = 'reachable';
const STORE = 'values';

/** Values kept in the browser between visits: drafts, and handles of recent files. */
export interface BrowserStore {
  get(key: string): Promise<unknown>;
  set(key: string, value: unknown): Promise<void>;
  remove(key: string): Promise<void>;
}

function settle<Value>(request: IDBRequest<Value>): Promise<Value> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error('The browser keeps nothing.'));
  });
}

function openDatabase(): Promise<IDBDatabase> {
  const request = indexedDB.open(DATABASE, 1);
  request.onupgradeneeded = () => request.result.createObjectStore(STORE);
  return settle(request);
}

/** The browser's database; each access opens it anew, so that another tab can change it. */
export function openBrowserStore(): BrowserStore {
  const access = async <Value>(mode: IDBTransactionMode, act: (store: IDBObjectStore) => IDBRequest<Value>): Promise<Value> => {
    const database = await openDatabase();
    try {
      return await settle(act(database.transaction(STORE, mode).objectStore(STORE)));
    } finally {
      database.close();
    }
  };
  return {
    get: (key) => access<unknown>('readonly', (store) => store.get(key)),
    async set(key, value) {
      await access('readwrite', (store) => store.put(value, key));
    },
    async remove(key) {
      await access<undefined>('readwrite', (store) => store.delete(key));
    },
  };
}
