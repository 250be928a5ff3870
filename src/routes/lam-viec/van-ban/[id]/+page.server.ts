// A document of the register: what it is, whether it is in force, what it does to others.
import { redirect } from '@sveltejs/kit';
import { canWithDocuments as can, checkAgainstRegister } from '#lib/documents/index.ts';
import { findCited, getEntry, listLinks, readKnown } from '#lib/documents/index.server.ts';
import { dayOf } from '../day.server.ts';
import { gather } from '../graph.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const day = dayOf(locals, url);
  return locals.read(async (tx) => {
    const entry = await getEntry(tx, params.id);
    if (entry.status !== 'registered') redirect(303, `/lam-viec/van-ban/${params.id}/doc`);
    const links = await listLinks(tx, entry.id);
    const ids = links.flatMap(({ from, target }) => (target ? [from.id, target] : [from.id]));
    const known = await readKnown(tx, [entry.id, ...ids], day);
    const cited = entry.draft.references.filter(({ dropped }) => !dropped);
    const states = await findCited(
      tx,
      cited.map(({ code, date, issuer }) => ({ code, issuedOn: date, issuer })),
      entry.issuedOn ?? day,
    );
    return {
      entry,
      validity: known.get(entry.id)?.validity,
      day,
      outgoing: links
        .filter(({ from }) => from.id === entry.id)
        .map((link) => ({ ...link, known: link.target ? (known.get(link.target) ?? null) : null })),
      incoming: links.filter(({ from }) => from.id !== entry.id),
      graph: gather(links, known, entry.id),
      findings: [
        ...entry.draft.findings,
        ...checkAgainstRegister(
          cited.map((reference, index) => ({
            reference,
            validity: states[index]?.validity ?? null,
          })),
        ),
      ],
      mayCorrect: can(locals.actor, 'document.correct', {}),
      mayRegister: can(locals.actor, 'document.register', {}),
      isNew: url.searchParams.has('moi'),
    };
  });
};
