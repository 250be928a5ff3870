// A procedure is named by its code; where an id is asked for (events, the index of public text) it has
// one made of commune and code, so that it is the same however often it is imported.
import type { Tx } from '#lib/platform/index.server.ts';
import { sha256Hex } from '#lib/platform/index.server.ts';

/** In the form of a UUID (version 8, own making). */
export function procedureId(tx: Pick<Tx, 'communeId'>, code: string): string {
  const hex = sha256Hex(`procedure ${tx.communeId} ${code}`);
  const parts = [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `8${hex.slice(13, 16)}`,
    `8${hex.slice(17, 20)}`,
  ];
  return [...parts, hex.slice(20, 32)].join('-');
}
