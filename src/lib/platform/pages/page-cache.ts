// Whole public pages kept in memory: what is kept, until when it is good, and what a change spoils.
// Pure: instants are handed in, and nothing here knows of HTTP or the database.

/** Milliseconds since 1970. */
type Millis = number;

/** What a page was made of, as the transaction that made it found out. */
export interface Ingredients {
  readonly communeId: string;
  /** The commune's public version in the snapshot the page was read from. */
  readonly version: number;
  readonly tables: readonly string[];
  /** The version in which the commune's own facts were read: they are kept for seconds on their own. */
  readonly factsVersion: number;
  /** The nearest boundary in time after which the page would read differently. */
  readonly validUntil: Millis;
  /** Pages of a former site were told apart under this page's path by queries that no page here knows. */
  readonly ledByQuery: boolean;
}

export interface KeptPage<Body> {
  readonly from: Ingredients;
  readonly madeAt: Millis;
  readonly body: Body;
  readonly bytes: number;
}

/** Fresh: as the database has it. Stale: good only while the database is away. */
export type Found<Body> = { readonly page: KeptPage<Body>; readonly fresh: boolean };

interface Spoilt {
  /** Everything read before this version is spoilt. */
  all: number;
  /** Table → the version that changed it last. */
  readonly tables: Map<string, number>;
  /** The last version heard of. */
  known: number;
  /** Pages read before this version are gone for good. */
  deleted: number;
}

export interface PageCacheLimits {
  /** Bytes of all bodies together. */
  readonly bytes: number;
  /** A single page heavier than this isn't kept. */
  readonly pageBytes: number;
}

/** Keeps pages by key, the least recently asked for dropped first. */
export class PageCache<Body> {
  readonly #limits: PageCacheLimits;
  readonly #pages = new Map<string, KeptPage<Body>>();
  readonly #spoilt = new Map<string, Spoilt>();
  #bytes = 0;

  constructor(limits: PageCacheLimits) {
    this.#limits = limits;
  }

  get bytes(): number {
    return this.#bytes;
  }

  get size(): number {
    return this.#pages.size;
  }

  find(key: string, at: Millis): Found<Body> | undefined {
    const page = this.#pages.get(key);
    if (!page) return undefined;
    this.#pages.delete(key);
    this.#pages.set(key, page);
    return { page, fresh: page.from.validUntil > at && !this.#isSpoilt(page.from) };
  }

  /** Keeps a page; one made from an older state than a change already heard of is kept as stale. */
  keep(key: string, page: KeptPage<Body>): void {
    this.drop(key);
    if (page.bytes > this.#limits.pageBytes) return;
    // Made while it was being deleted: it must not come back, not even for an outage.
    if (page.from.version < (this.#spoilt.get(page.from.communeId)?.deleted ?? 0)) return;
    this.#pages.set(key, page);
    this.#bytes += page.bytes;
    for (const oldest of this.#pages.keys()) {
      if (this.#bytes <= this.#limits.bytes) break;
      this.drop(oldest);
    }
  }

  drop(key: string): void {
    const page = this.#pages.get(key);
    if (!page) return;
    this.#pages.delete(key);
    this.#bytes -= page.bytes;
  }

  /**
   * Takes note of a change: pages made of these tables before `version` are stale. When versions in
   * between were never heard of, nobody knows what they changed: all pages of the commune are stale.
   */
  noteChange(communeId: string, version: number, tables: readonly string[]): void {
    const spoilt = this.#of(communeId);
    if (version <= spoilt.known) {
      // Late or repeated news: its tables count all the same.
      for (const table of tables) raise(spoilt.tables, table, version);
      return;
    }
    if (version > spoilt.known + 1 && spoilt.known > 0) spoilt.all = version - 1;
    if (spoilt.known === 0) spoilt.all = version - 1;
    spoilt.known = version;
    for (const table of tables) raise(spoilt.tables, table, version);
  }

  /** The version as the database has it now: when news were missed, everything older is stale. */
  noteVersion(communeId: string, version: number): void {
    const spoilt = this.#of(communeId);
    if (version <= spoilt.known) return;
    spoilt.all = version;
    spoilt.known = version;
  }

  /** Throws the pages of a commune read before `version` away, stale ones too. */
  deleteCommune(communeId: string, version: number): void {
    const spoilt = this.#of(communeId);
    spoilt.deleted = Math.max(spoilt.deleted, version);
    for (const [key, page] of this.#pages) if (page.from.communeId === communeId) this.drop(key);
  }

  /** Forgets everything: after the news were interrupted nobody knows what was missed. */
  clear(): void {
    this.#pages.clear();
    this.#spoilt.clear();
    this.#bytes = 0;
  }

  /** Communes that pages are kept of. */
  communes(): string[] {
    return [...new Set([...this.#pages.values()].map((page) => page.from.communeId))];
  }

  #isSpoilt({ communeId, version, factsVersion, tables }: Ingredients): boolean {
    const spoilt = this.#spoilt.get(communeId);
    if (!spoilt) return false;
    if (Math.min(version, factsVersion) < spoilt.all) return true;
    if ((spoilt.tables.get('commune') ?? 0) > factsVersion) return true;
    return tables.some((table) => (spoilt.tables.get(table) ?? 0) > version);
  }

  #of(communeId: string): Spoilt {
    const known = this.#spoilt.get(communeId);
    if (known) return known;
    const made: Spoilt = { all: 0, tables: new Map(), known: 0, deleted: 0 };
    this.#spoilt.set(communeId, made);
    return made;
  }
}

function raise(versions: Map<string, number>, table: string, version: number): void {
  if ((versions.get(table) ?? 0) < version) versions.set(table, version);
}
