// Acts that wait on this device until they are sent: their words and photos in IndexedDB, each under the
// key that makes sending twice record once. Signing out wipes them, after a warning.
import type { Attachment } from 'svelte/attachments';

export const PAGE = '/lam-viec/ghi-nhanh';
const DATABASE = 'loa-ghi-nhanh';
const STORE = 'acts';

export interface KeptAct {
  readonly clientKey: string;
  /** Who wrote it: nobody else sends it. */
  readonly account: string;
  /** What it is called in the list of those that wait. */
  readonly name: string;
  readonly fields: readonly (readonly [string, string])[];
  readonly photos: readonly File[];
  /** Why it was refused, by field, when it was sent and came back. */
  readonly faults: readonly { readonly name: string; readonly message: string }[];
}

/** True where the browser can keep things: over https, or on the machine itself. */
export function canKeep(): boolean {
  return globalThis.isSecureContext && 'serviceWorker' in navigator && 'indexedDB' in globalThis;
}

export async function listKept(account: string): Promise<{ own: KeptAct[]; others: number }> {
  const all = await ask<KeptAct[]>('readonly', (store) => store.getAll());
  const own = all.filter((act) => act.account === account);
  return { own, others: all.length - own.length };
}

export async function keep(act: KeptAct): Promise<void> {
  await ask('readwrite', (store) => store.put(act));
}

export async function forget(clientKey: string): Promise<void> {
  await ask('readwrite', (store) => store.delete(clientKey));
}

/** Registers the worker for this page alone and waits until the page and its parts are kept. */
export async function keepPage(): Promise<void> {
  await navigator.serviceWorker.register('/service-worker.js', { scope: PAGE, type: 'module' });
  const { active } = await navigator.serviceWorker.ready;
  const parts = performance
    .getEntriesByType('resource')
    .flatMap(({ name }) => URL.parse(name)?.pathname ?? [])
    .filter((path, index, all) => path.startsWith('/_app/') && all.indexOf(path) === index);
  const { port1, port2 } = new MessageChannel();
  const kept = new Promise((resolve) => port1.addEventListener('message', resolve, { once: true }));
  port1.start();
  active?.postMessage({ keep: [PAGE, ...parts] }, [port2]);
  await kept;
  port1.close();
}

/** Attach to the form that signs out: asks first while something waits, then wipes the device. */
export const guardSignOut: Attachment<HTMLFormElement> = (form) => {
  const ask = (event: SubmitEvent) => {
    if (!canKeep()) return;
    event.preventDefault();
    void leave(form);
  };
  form.addEventListener('submit', ask);
  return () => form.removeEventListener('submit', ask);
};

async function leave(form: HTMLFormElement): Promise<void> {
  const { own, others } = await listKept('').catch(() => ({ own: [], others: 0 }));
  const waiting = own.length + others;
  const question = `Còn ${waiting} việc chưa gửi trên máy này. Đăng xuất sẽ xóa hết. Vẫn đăng xuất?`;
  if (waiting > 0 && !confirm(question)) return;
  // The answer to signing out tells the browser to clear all the same.
  await wipe().catch(() => undefined);
  form.submit();
}

async function wipe(): Promise<void> {
  await ask('readwrite', (store) => store.clear());
  for (const name of await caches.keys()) await caches.delete(name);
  const worker = await navigator.serviceWorker.getRegistration(PAGE);
  await worker?.unregister();
}

async function ask<Value>(
  mode: IDBTransactionMode,
  work: (store: IDBObjectStore) => IDBRequest,
): Promise<Value> {
  const database = await open();
  try {
    const transaction = database.transaction(STORE, mode);
    const request = work(transaction.objectStore(STORE));
    await new Promise<void>((resolve, reject) => {
      transaction.addEventListener('complete', () => resolve());
      transaction.addEventListener('abort', () => reject(transaction.error ?? new Error('abort')));
    });
    return request.result as Value;
  } finally {
    database.close();
  }
}

function open(): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(DATABASE, 1);
    request.addEventListener('upgradeneeded', () =>
      request.result.createObjectStore(STORE, { keyPath: 'clientKey' }),
    );
    request.addEventListener('success', () => resolve(request.result));
    request.addEventListener('error', () => reject(request.error ?? new Error('indexedDB')));
  });
}
