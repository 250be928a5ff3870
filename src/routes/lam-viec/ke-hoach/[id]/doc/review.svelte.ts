// The review in the browser: the draft, what is chosen, and saving in the background. Whatever the
// network or the session does, steps not yet saved stay here and in the browser's own store.
import {
  currentDraft,
  findClause,
  findList,
  take,
  takeAll,
  type Draft,
  type History,
  type Step,
} from '#lib/plans/index.ts';

export type SaveState =
  | { readonly kind: 'saved'; readonly at: string | null }
  | { readonly kind: 'saving' }
  | { readonly kind: 'waiting'; readonly why: 'network' | 'session' }
  | { readonly kind: 'refused'; readonly what: string; readonly todo: string };

interface Given {
  readonly id: string;
  readonly version: number;
  readonly history: History;
  readonly text: string;
}

interface Kept {
  readonly version: number;
  readonly steps: readonly Step[];
}

interface Answer {
  readonly saved?: boolean;
  readonly version?: number;
  readonly history?: History;
  readonly at?: string;
  readonly what?: string;
  readonly todo?: string;
}

const RETRY_MS = 5_000;

export class Review {
  readonly id: string;
  readonly text: string;
  history = $state.raw<History>({ start: {} as Draft, operations: [], undone: [] });
  version = $state(0);
  selected = $state<string | undefined>();
  hovered = $state<string | undefined>();
  /** A finding or the period whose place was asked for. */
  shown = $state<string | undefined>();
  /** Key whose form is open. */
  editing = $state<string | undefined>();
  /** Key being cut in two. */
  cutting = $state<string | undefined>();
  save = $state.raw<SaveState>({ kind: 'saved', at: null });
  /** What the server holds, when it isn't what the steps here were made on. */
  conflict = $state.raw<{ readonly version: number; readonly history: History } | undefined>();
  readonly draft: Draft = $derived.by(() => currentDraft(this.history, this.text));
  /** Keys of units and clauses in the order of the page. */
  readonly order: readonly string[] = $derived(orderOf(this.draft));

  #pending: Step[] = [];
  #sending = false;
  #retry: ReturnType<typeof setTimeout> | undefined;

  constructor(given: Given) {
    this.id = given.id;
    this.text = given.text;
    this.history = given.history;
    this.version = given.version;
  }

  /** What is lit in the document: under the pointer, else asked for, else chosen. */
  get lit(): string | undefined {
    return this.hovered ?? this.shown ?? this.selected;
  }

  get unsaved(): number {
    return this.#pending.length;
  }

  /** Takes steps; false when they change nothing. */
  take(...steps: Step[]): boolean {
    const before = this.history;
    for (const step of steps) {
      const next = take(this.history, step, this.text);
      if (next === this.history) continue;
      this.history = next;
      this.#pending.push(step);
    }
    if (this.history === before) return false;
    if (this.selected && !this.has(this.selected)) this.selected = undefined;
    this.#keep();
    void this.flush();
    return true;
  }

  has(key: string): boolean {
    return (
      findClause(this.draft, key) !== undefined ||
      this.draft.assignments.some((unit) => unit.key === key)
    );
  }

  /** Moves the choice up or down through the plan. */
  step(by: -1 | 1): void {
    const at = this.selected ? this.order.indexOf(this.selected) : by === 1 ? -1 : 0;
    const next = this.order[Math.min(Math.max(at + by, 0), this.order.length - 1)];
    if (next) this.selected = next;
  }

  /** Sends what isn't saved yet, one save at a time. */
  async flush(): Promise<void> {
    if (this.#sending || this.#pending.length === 0 || this.conflict) return;
    this.#sending = true;
    clearTimeout(this.#retry);
    this.save = { kind: 'saving' };
    const steps = [...this.#pending];
    try {
      const response = await fetch(`/lam-viec/ke-hoach/${this.id}/doc/luu`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', accept: 'application/json' },
        body: JSON.stringify({ version: this.version, steps }),
      });
      await this.#answered(response, steps.length);
    } catch {
      this.#wait('network');
    }
    this.#sending = false;
    if (this.#pending.length > 0 && (this.save as SaveState).kind === 'saved') await this.flush();
  }

  async #answered(response: Response, sent: number): Promise<void> {
    // A sign-in page instead of an answer means that the session has ended.
    const { status, redirected } = response;
    if (redirected || status === 401) return this.#wait('session');
    if (!response.headers.get('content-type')?.includes('json')) return this.#wait('network');
    const answer = (await response.json()) as Answer;
    if (response.ok && answer.version !== undefined) {
      this.version = answer.version;
      this.#pending.splice(0, sent);
      this.save = { kind: 'saved', at: answer.at ?? null };
      this.#keep();
    } else if (response.status === 409 && answer.history && answer.version !== undefined) {
      this.conflict = { version: answer.version, history: answer.history };
      this.save = { kind: 'saved', at: null };
    } else {
      this.save = { kind: 'refused', what: answer.what ?? '', todo: answer.todo ?? '' };
    }
  }

  #wait(why: 'network' | 'session'): void {
    this.save = { kind: 'waiting', why };
    this.#retry = setTimeout(() => void this.flush(), RETRY_MS);
  }

  /** The other's version stands; the steps made here are let go. */
  takeTheirs(): void {
    if (!this.conflict) return;
    this.#pending = [];
    this.#settle(this.conflict.history, this.conflict.version);
  }

  /** The other's version first, then the steps made here again on top of it. */
  mergeMine(): void {
    if (!this.conflict) return;
    const mine = this.#pending;
    this.#pending = [];
    this.#settle(this.conflict.history, this.conflict.version);
    this.take(...mine);
  }

  /** My steps on the other's version, to show both texts. */
  get merged(): Draft | undefined {
    if (!this.conflict) return undefined;
    const history = takeAll(this.conflict.history, this.#pending, this.text);
    return currentDraft(history, this.text);
  }

  get theirs(): Draft | undefined {
    return this.conflict && currentDraft(this.conflict.history, this.text);
  }

  #settle(history: History, version: number): void {
    this.history = history;
    this.version = version;
    this.conflict = undefined;
    this.save = { kind: 'saved', at: null };
    this.#keep();
  }

  /** After the page opens in a browser: brings back steps that an earlier visit could not save. */
  recover(): void {
    const kept = this.#kept();
    if (!kept || kept.steps.length === 0) return;
    if (kept.version === this.version) {
      this.take(...kept.steps);
      return;
    }
    this.#pending = [...kept.steps];
    this.conflict = { version: this.version, history: this.history };
  }

  get #store(): string {
    return `loa-ra-soat-${this.id}`;
  }

  #keep(): void {
    try {
      if (this.#pending.length === 0) localStorage.removeItem(this.#store);
      else
        localStorage.setItem(
          this.#store,
          JSON.stringify({ version: this.version, steps: this.#pending }),
        );
    } catch {
      // A browser without a store still saves to the server.
    }
  }

  #kept(): Kept | undefined {
    try {
      const found = localStorage.getItem(this.#store);
      return found ? (JSON.parse(found) as Kept) : undefined;
    } catch {
      return undefined;
    }
  }
}

const READING_ORDER = ['topics', 'measures', 'assignments', 'purposes', 'requirements', 'audience'];

function orderOf(draft: Draft): string[] {
  const keysOf = (clauses: readonly { readonly key: string }[]) => clauses.map(({ key }) => key);
  return READING_ORDER.flatMap((name) =>
    name === 'assignments'
      ? draft.assignments.flatMap((unit) => [unit.key, ...keysOf(unit.duties)])
      : keysOf(findList(draft, name) ?? []),
  );
}
