// Sends one kept act and says what became of it.
import { deserialize } from '$app/forms';
import { PAGE, type KeptAct } from './kept-acts.svelte.ts';

export type Outcome =
  | { readonly is: 'sent' }
  /** No connection: it waits on. */
  | { readonly is: 'offline' }
  /** The office was reached but could not take it now, with its words: it waits on. */
  | { readonly is: 'not-now'; readonly message: string }
  /** The session is over: it waits until somebody signs in again. */
  | { readonly is: 'signed-out' }
  | { readonly is: 'refused'; readonly faults: KeptAct['faults'] };

const NOT_NOW =
  'Máy chủ đang bận hoặc gặp lỗi nên chưa nhận được. Việc vẫn còn trên máy; hãy thử lại sau ít phút.';

export async function sendKept({ account, fields, photos }: KeptAct): Promise<Outcome> {
  const body = new FormData();
  for (const [name, value] of fields) body.append(name, value);
  for (const photo of photos) body.append('photos', photo);
  const headers = {
    accept: 'application/json',
    'x-sveltekit-action': 'true',
    'x-loa-kept-by': account,
  };
  let answer: Response;
  let text: string;
  try {
    answer = await fetch(PAGE, { method: 'POST', body, headers });
    text = await answer.text();
  } catch {
    return { is: 'offline' };
  }
  if (answer.redirected || answer.status === 401) return { is: 'signed-out' };
  if (answer.status === 413)
    return refuse('Các ảnh quá nặng để gửi một lần; bỏ việc này rồi ghi lại với ít ảnh hơn.');
  if (answer.status === 429 || answer.status >= 500) return { is: 'not-now', message: NOT_NOW };
  return read(text);
}

function refuse(message: string): Outcome {
  return { is: 'refused', faults: [{ name: '', message }] };
}

function read(text: string): Outcome {
  let result: ReturnType<typeof deserialize>;
  try {
    result = deserialize(text);
  } catch {
    return { is: 'not-now', message: NOT_NOW };
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
  const words = `${message} ${todo ?? ''}`.trim();
  if ((result.status ?? status ?? 500) >= 500) return { is: 'not-now', message: words };
  return refuse(words);
}
