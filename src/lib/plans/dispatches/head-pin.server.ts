// The PIN of a position without an account: who may be sent a link that it opens, and the one way to try it.
import {
  bucketOf,
  CODE_RULE,
  countAttempt,
  forgive,
  inCommune,
  NETWORK_RULE,
  type Tx,
  verifyPassword,
  waitInWords,
} from '#lib/platform/index.server.ts';
import { accountOf, thePublic } from '#lib/platform/index.ts';
import { dispatchError } from './errors.ts';

/**
 * Whoever holds the link and the PIN could act in the head's place: who issued the PIN may neither send
 * the link nor be one of `others` (who wrote, who asked).
 * @throws LoaError `head.not-found`, `head.no-pin`, `link.same-person`
 */
export async function requireHeadForLink(
  tx: Tx,
  headId: string,
  others: readonly (string | null)[],
): Promise<void> {
  const head = await findHead(tx, headId);
  if (!head) throw dispatchError('head.not-found');
  const { position } = head;
  if (head.pin_until === null || head.pin_until < tx.today) {
    throw dispatchError('head.no-pin', { position });
  }
  const sender = accountOf(tx.actor);
  if ([sender, ...others].includes(head.pin_by)) {
    throw dispatchError('link.same-person', { position });
  }
}

export interface PinAttempt {
  readonly headId: string;
  readonly pin: string;
  /** Of the one who asks, as sign-in counts it. */
  readonly network: string;
  /** Instead of the office's clock, ISO UTC. */
  readonly now?: string;
}

/**
 * Tries a PIN and, where it is right, does `work` in one transaction. Attempts are counted even where they
 * are refused, by head and by network.
 * @throws LoaError `link.slowed`, `link.wrong-pin`, and whatever `work` throws
 */
export async function checkHeadPin(
  communeId: string,
  { headId, pin, network, now }: PinAttempt,
  work: (tx: Tx, position: string) => Promise<void>,
  nowMs = Date.now(),
): Promise<void> {
  const asPublic = { write: true, actor: thePublic, ...(now !== undefined && { now }) };
  const looked = await inCommune(
    communeId,
    async (tx) => {
      const buckets = [
        bucketOf(CODE_RULE, communeId, 'head-pin', headId),
        bucketOf(NETWORK_RULE, communeId, 'head-pin-network', network),
      ];
      return {
        head: await findHead(tx, headId),
        buckets,
        until: await countAttempt(tx, buckets, nowMs),
      };
    },
    asPublic,
  );
  if (looked.until !== undefined) {
    throw dispatchError('link.slowed', { wait: waitInWords(looked.until - nowMs) }, 'pin');
  }
  const hash = looked.head?.pin_hash ?? undefined;
  if (!(await verifyPassword(hash, pin.replace(/\s/g, '')))) {
    throw dispatchError('link.wrong-pin', {}, 'pin');
  }
  await inCommune(
    communeId,
    async (tx) => {
      const head = await findHead(tx, headId);
      // Another PIN came meanwhile, or none holds any more.
      const holds = head?.pin_until !== null && head !== undefined && head.pin_until >= tx.today;
      if (!holds || head.pin_hash !== looked.head?.pin_hash) {
        throw dispatchError('link.wrong-pin', {}, 'pin');
      }
      await work(tx, head.position);
      await forgive(tx, looked.buckets.slice(0, 1), looked.buckets.slice(1), nowMs);
    },
    asPublic,
  );
}

function findHead(tx: Tx, id: string) {
  return tx.db
    .selectFrom('unit_head')
    .selectAll()
    .where('id', '=', id)
    .where('ended_at', 'is', null)
    .executeTakeFirst();
}
