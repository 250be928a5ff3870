// Figures of the program for Prometheus: how much is asked, how long it takes, how full things are.
// Nothing of a person and nothing of one commune is in them.
import { createHash, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';
import { poolFigures } from '../database/pool.server.ts';

export interface KeptFigures {
  readonly pages: number;
  readonly bytes: number;
  /** Seconds since the database could last be asked; 0 while it answers. */
  readonly awaySeconds: number;
}

const SECONDS = [0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10];

export class Metrics {
  readonly #registry = new Registry();
  readonly #requests: Counter<'kind' | 'status'>;
  readonly #seconds: Histogram<'kind'>;
  /** Answers from memory: counted by hand, since they are made near the machine's limit. */
  #kept = 0;

  constructor(keptFigures?: () => KeptFigures) {
    const registers = [this.#registry];
    collectDefaultMetrics({ register: this.#registry });
    this.#requests = new Counter({
      name: 'loa_http_requests_total',
      help: 'Requests answered, by kind of request and class of status',
      labelNames: ['kind', 'status'],
      registers,
    });
    this.#seconds = new Histogram({
      name: 'loa_http_request_seconds',
      help: 'Time to answer a request that was made anew',
      labelNames: ['kind'],
      buckets: SECONDS,
      registers,
    });
    const count = () => this.#kept;
    new Counter({
      name: 'loa_kept_pages_given_total',
      help: 'Answers given from memory',
      registers,
      collect() {
        this.reset();
        this.inc(count());
      },
    });
    this.#gauge('loa_database_connections', 'Open connections of the app role', () => {
      return poolFigures().connections;
    });
    this.#gauge('loa_database_waiting', 'Requests waiting for a connection', () => {
      return poolFigures().waiting;
    });
    if (!keptFigures) return;
    this.#gauge('loa_kept_pages', 'Pages in memory', () => keptFigures().pages);
    this.#gauge('loa_kept_bytes', 'Memory of kept pages, bytes', () => keptFigures().bytes);
    this.#gauge('loa_database_away_seconds', 'How long the database has been away', () => {
      return keptFigures().awaySeconds;
    });
  }

  /** An answer from memory. */
  countKept(): void {
    this.#kept += 1;
  }

  /** An answer that was made. */
  countMade(kind: string, status: number, ms: number): void {
    this.#requests.inc({ kind, status: `${Math.floor(status / 100)}xx` });
    this.#seconds.observe({ kind }, ms / 1000);
  }

  /** Answers with the figures to who knows `token`; everybody else finds nothing here. */
  async answer(
    request: IncomingMessage,
    response: ServerResponse,
    token: string | undefined,
  ): Promise<void> {
    const given = /^Bearer (.+)$/.exec(request.headers.authorization ?? '')?.[1];
    const headers = { 'cache-control': 'no-store', 'x-content-type-options': 'nosniff' };
    if (!token || !given || !isSameSecret(given, token)) {
      response.writeHead(404, { ...headers, 'content-type': 'text/plain; charset=utf-8' });
      response.end('Không có trang này.\n');
      return;
    }
    const words = await this.#registry.metrics();
    response.writeHead(200, { ...headers, 'content-type': this.#registry.contentType });
    response.end(words);
  }

  #gauge(name: string, help: string, read: () => number): void {
    new Gauge({
      name,
      help,
      registers: [this.#registry],
      collect() {
        this.set(read());
      },
    });
  }
}

/** Compared as digests of one length, so that the time says nothing of the secret. */
function isSameSecret(one: string, other: string): boolean {
  const digest = (words: string) => createHash('sha256').update(words).digest();
  return timingSafeEqual(digest(one), digest(other));
}
