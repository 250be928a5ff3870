// Where the server listens, as the environment says it.
import { startError } from './errors.ts';

const DEFAULT_PORT = 3000;

/** The port in PORT; throws `start.bad-port` on anything that is none. */
export function readPort(given: string | undefined): number {
  if (!given) return DEFAULT_PORT;
  const port = /^\d{1,5}$/.test(given) ? Number(given) : NaN;
  if (!(port <= 65_535)) throw startError('start.bad-port', { given });
  return port;
}

/** True for addresses that only this machine reaches. */
export function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || /^127(\.\d{1,3}){3}$/.test(host);
}
