// Links between all documents of the register, and what is cited but not in it.
import { canWithDocuments as can } from '#lib/documents/index.ts';
import { listLinks, listUnknown, readKnown } from '#lib/documents/index.server.ts';
import { dayOf } from '../day.server.ts';
import { gather } from '../graph.ts';
import type { PageServerLoad } from './$types';

/** More than this is no drawing but a ball of wool; the lists below hold all. */
const MOST_DRAWN = 60;

export const load: PageServerLoad = async ({ locals }) => {
  const day = dayOf(locals);
  return locals.read(async (tx) => {
    const links = await listLinks(tx);
    const drawn = links.slice(0, MOST_DRAWN);
    const ids = drawn.flatMap(({ from, target }) => (target ? [from.id, target] : [from.id]));
    const known = await readKnown(tx, ids, day);
    return {
      graph: gather(drawn, known),
      links: links.map((link) => ({
        ...link,
        targetTitle: link.target ? (known.get(link.target)?.title ?? null) : null,
      })),
      isCut: links.length > MOST_DRAWN,
      unknown: await listUnknown(tx),
      mayRegister: can(locals.actor, 'document.register', {}),
    };
  });
};
