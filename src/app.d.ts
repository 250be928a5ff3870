import type { Actor, Leads } from '#lib/platform/index.ts';
import type { Commune, CurrentSession, Tx } from '#lib/platform/index.server.ts';

declare global {
  namespace App {
    interface Locals {
      /** The commune whose host name was asked for. */
      commune: Commune;
      /** Who asks: a person only once nothing of sign-in is missing. */
      actor: Actor;
      /** The session of whoever has given a right password; its `stage` says what is missing. */
      session: CurrentSession | undefined;
      /** What a former site's address led to, once somebody asked. */
      former?: Promise<Leads | undefined>;
      /** Why what a former site had here is gone; its page says so instead of ours. */
      gone?: string | undefined;
      /** Reads in the request's one snapshot, shared by layouts and page (ruling 5). */
      read: <T>(work: (tx: Tx) => Promise<T>) => Promise<T>;
      /** Writes in a transaction of its own, as the actor. */
      write: <T>(work: (tx: Tx) => Promise<T>) => Promise<T>;
    }
    interface Error {
      message: string;
      /** Stable code of the error registry, when the error is meant to be read. */
      code?: string;
      /** What the reader can do. */
      todo?: string;
    }
  }
}

export {};
