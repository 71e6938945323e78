/** Data of the reader's own by the name that documents call them by. Nothing leaves the browser. */
const here = new Map<string, Blob>();

const DATABASE = 'kernelscope';
const STORE = 'data';

/** Sets that are kept over a reload, and bytes of all of them: the ones used last. */
const LIMITS = { sets: 6, bytes: 500_000_000 };

/** Milliseconds after which a storage that does not answer counts as none. */
const PATIENCE = 3000;

interface Kept {
  readonly id: string;
  readonly data: Blob;
  readonly used: number;
}

function asked<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}

async function opened(): Promise<IDBDatabase> {
  const request = indexedDB.open(DATABASE, 1);
  request.onupgradeneeded = () => request.result.createObjectStore(STORE, { keyPath: 'id' });
  return asked(request);
}

function done(transaction: IDBTransaction): Promise<void> {
  return new Promise((resolve, reject) => {
    transaction.oncomplete = () => resolve();
    transaction.onerror = () => reject(transaction.error);
    transaction.onabort = () => reject(transaction.error);
  });
}

async function withStore<T>(
  mode: IDBTransactionMode,
  work: (store: IDBObjectStore) => Promise<T>,
): Promise<T> {
  const late = new Promise<never>((_, reject) => setTimeout(() => reject(new Error('late')), PATIENCE));
  const wanted = (async () => {
    const database = await opened();
    try {
      const transaction = database.transaction(STORE, mode);
      const [value] = await Promise.all([work(transaction.objectStore(STORE)), done(transaction)]);
      return value;
    } finally {
      database.close();
    }
  })();
  return Promise.race([wanted, late]);
}

/** Those used last stay, as many as there is room for. */
async function tidy(store: IDBObjectStore): Promise<void> {
  const kept = (await asked(store.getAll())) as Kept[];
  let bytes = 0;
  for (const [place, { id, data }] of kept.sort((one, other) => other.used - one.used).entries()) {
    bytes += data.size;
    if (place >= LIMITS.sets || bytes > LIMITS.bytes) store.delete(id);
  }
}

/** Holds data for this page. Tells whether they will be there after a reload, too. */
export async function hold(id: string, data: Blob): Promise<boolean> {
  here.set(id, data);
  try {
    await withStore('readwrite', async (store) => {
      await asked(store.put({ id, data, used: Date.now() } satisfies Kept));
      await tidy(store);
    });
    return true;
  } catch {
    // A frame without an origin has no storage; a full or private one may refuse.
    return false;
  }
}

/** The data of that name; undefined where they are not in this browser. */
export async function findHeld(id: string): Promise<Blob | undefined> {
  const known = here.get(id);
  if (known) return known;
  try {
    const kept = await withStore('readonly', (store) => asked<Kept | undefined>(store.get(id)));
    if (kept) here.set(id, kept.data);
    return kept?.data;
  } catch {
    return undefined;
  }
}
