// The record of what happened, readable: who did what to which thing, newest first.
import { requireInPlatform } from '#lib/platform/index.ts';
import { listEventKinds, listPositions, readEvents } from '#lib/platform/index.server.ts';
import { formatInstant } from '#lib/vietnam/index.ts';
import type { PageServerLoad } from './$types';
import { actorText, kindText, subjectText } from './words.ts';

/** As many as a telephone can be asked to scroll through; older ones are a link away. */
const SHOWN = 100;

export const load: PageServerLoad = ({ locals, url }) =>
  locals.read(async (tx) => {
    requireInPlatform(locals.actor, 'audit.read', {});
    const known = await listEventKinds(tx);
    const asked = url.searchParams.get('loai') ?? '';
    const kind = known.includes(asked) ? asked : '';
    const before = /^[1-9]\d{0,14}$/.exec(url.searchParams.get('truoc') ?? '')?.[0] ?? '';
    const filter = {
      newestFirst: true,
      limit: SHOWN + 1,
      ...(kind && { kinds: [kind] }),
      ...(before && { before: Number(before) }),
    };
    const found = await readEvents(tx, filter);
    const events = found.slice(0, SHOWN);
    const positions = await listPositions(tx);
    return {
      kind,
      isNewest: before === '',
      older: found.length > SHOWN ? (events.at(-1)?.seq ?? null) : null,
      kinds: known
        .map((value) => ({ value, label: kindText(value) }))
        .sort((a, b) => a.label.localeCompare(b.label, 'vi')),
      events: events.map((event) => ({
        seq: event.seq,
        at: formatInstant(event.at),
        who: actorText(event.actor, positions),
        what: kindText(event.kind),
        subject: subjectText(event.subject, positions),
        hash: event.hash.slice(0, 12),
      })),
    };
  });
