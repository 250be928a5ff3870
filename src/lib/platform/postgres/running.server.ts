// What a brought-up database looks like to the rest of Loa, wherever it runs.
import type pg from 'pg';

export interface StartOptions {
  /** See `dataFolder()`. */
  readonly dataFolder: string;
  /** What to call this process when another finds it running, e.g. `start`. */
  readonly command: string;
  /** True for commands that may use the database of a Loa that runs already. */
  readonly share?: boolean;
  readonly env: NodeJS.ProcessEnv;
}

export interface RunningDatabase {
  readonly kind: 'embedded' | 'external';
  /** Folder or host, for people; holds no password. */
  readonly where: string;
  readonly version: string;
  /** Connection of the app role: no superuser, bound by row security. */
  readonly app: pg.PoolConfig;
  /** Connection of the owner role, for migrations and upkeep. */
  readonly owner: pg.PoolConfig;
  /** Name of the app role, to which migrations grant. */
  readonly appRole: string;
  /** What can't be guaranteed here, in Vietnamese. */
  readonly warnings: readonly string[];
  /** Lets others that find this process running know its address. */
  announce(url: string): void;
  /** Ends what was started here; a server of somebody else is left alone. */
  stop(): Promise<void>;
}
