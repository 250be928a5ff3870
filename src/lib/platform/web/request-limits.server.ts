// Counts requests by network in this process's memory, and says when one is too many.
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { networkOf } from './network.ts';
import { A_MINUTE, type RequestKind } from './request-limits.ts';

const MINUTE_SECONDS = 60;

export class RequestLimits {
  readonly #limiters: ReadonlyMap<RequestKind, RateLimiterMemory>;

  constructor(allowed: Readonly<Partial<Record<RequestKind, number>>> = A_MINUTE) {
    this.#limiters = new Map(
      Object.entries(allowed).map(([kind, points]) => [
        kind as RequestKind,
        new RateLimiterMemory({ keyPrefix: kind, points, duration: MINUTE_SECONDS }),
      ]),
    );
  }

  /** Seconds until the client may ask again; 0 where this request is answered. */
  async waitOf(client: string, kind: RequestKind): Promise<number> {
    const limiter = this.#limiters.get(kind);
    if (!limiter) return 0;
    try {
      await limiter.consume(networkOf(client));
      return 0;
    } catch (refused) {
      if (!(refused instanceof RateLimiterRes)) throw refused;
      return Math.max(1, Math.ceil(refused.msBeforeNext / 1000));
    }
  }
}
