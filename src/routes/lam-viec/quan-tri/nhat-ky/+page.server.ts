// The record of what happened, readable: who did what to which thing, newest first.
import { requireInPlatform } from '#lib/platform/index.ts';
import { listEventKinds, listPositions, readEvents } from '#lib/platform/index.server.ts';
import { formatInstant } from '#lib/vietnam/index.ts';
import type { PageServerLoad } from './$types';
import { actorText, kindText, subjectText } from './words.ts';

const SHOWN = 200;

export const load: PageServerLoad = ({ locals, url }) =>
  locals.read(async (tx) => {
    requireInPlatform(locals.actor, 'audit.read', {});
    const known = await listEventKinds(tx);
    const asked = url.searchParams.get('loai') ?? '';
    const kind = known.includes(asked) ? asked : '';
    const filter = { newestFirst: true, limit: SHOWN, ...(kind && { kinds: [kind] }) };
    const events = await readEvents(tx, filter);
    const positions = await listPositions(tx);
    return {
      kind,
      shown: SHOWN,
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
