// Sends one kept act and says what became of it.
import { deserialize } from '$app/forms';
import { PAGE, type KeptAct } from './kept-acts.svelte.ts';

export type Outcome =
  | { readonly is: 'sent' }
  /** No connection, or the office doesn't answer: it waits on. */
  | { readonly is: 'offline' }
  /** The session is over: it waits until somebody signs in again. */
  | { readonly is: 'signed-out' }
  | { readonly is: 'refused'; readonly faults: KeptAct['faults'] };

export async function sendKept({ fields, photos }: KeptAct): Promise<Outcome> {
  const body = new FormData();
  for (const [name, value] of fields) body.append(name, value);
  for (const photo of photos) body.append('photos', photo);
  const headers = { accept: 'application/json', 'x-sveltekit-action': 'true' };
  let text: string;
  try {
    const answer = await fetch(PAGE, { method: 'POST', body, headers });
    if (answer.redirected) return { is: 'signed-out' };
    text = await answer.text();
  } catch {
    return { is: 'offline' };
  }
  return read(text);
}

function read(text: string): Outcome {
  let result: ReturnType<typeof deserialize>;
  try {
    result = deserialize(text);
  } catch {
    return { is: 'offline' };
  }
  if (result.type === 'success') return { is: 'sent' };
  if (result.type === 'redirect') return { is: 'signed-out' };
  if (result.type === 'failure') {
    return { is: 'refused', faults: (result.data?.['errors'] ?? []) as KeptAct['faults'] };
  }
  const { message, todo, status } = result.error as {
    message: string;
    todo?: string;
    status?: number;
  };
  if (result.status === 401 || status === 401) return { is: 'signed-out' };
  if ((result.status ?? 500) >= 500) return { is: 'offline' };
  return { is: 'refused', faults: [{ name: '', message: `${message} ${todo ?? ''}`.trim() }] };
}
