// A document of the register: what it is, whether it is in force, what it does to others.
import { fail, redirect } from '@sveltejs/kit';
import type { z } from 'zod';
import {
  canWithDocuments as can,
  checkAgainstRegister,
  publicPaperOf,
} from '#lib/documents/index.ts';
import {
  findCited,
  getEntry,
  listLinks,
  publishDocument,
  PublishDocument,
  readKnown,
  unpublishDocument,
  UnpublishDocument,
} from '#lib/documents/index.server.ts';
import { canonicalText, readForm, refusalOf } from '#lib/platform/index.ts';
import type { Tx } from '#lib/platform/index.server.ts';
import { dayOf } from '../day.server.ts';
import { gather } from '../graph.ts';
import type { Actions, PageServerLoad } from './$types';

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
    const paper = publicPaperOf(entry.draft);
    return {
      entry,
      paper,
      // What was covered on the portal differs too; then a look before putting it out again does no harm.
      isStale: entry.publicPaper !== null && entry.publicPaper !== canonicalText(paper),
      mayPublish: can(locals.actor, 'document.publish', {}),
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

export const actions: Actions = {
  dang: (event) =>
    act(event, PublishDocument, async (tx, form, id) => {
      await publishDocument(tx, id, form);
    }),
  go: (event) => act(event, UnpublishDocument, (tx, form, id) => unpublishDocument(tx, id, form)),
};

async function act<Schema extends z.ZodType>(
  { locals, request, params }: { locals: App.Locals; request: Request; params: { id: string } },
  schema: Schema,
  work: (tx: Tx, form: z.output<Schema>, id: string) => Promise<void>,
) {
  const form = readForm(await request.formData(), schema);
  if (!form.ok) return fail(422, { errors: form.errors, values: form.values });
  const refused = await locals
    .write((tx) => work(tx, form.value, params.id))
    .then(() => undefined, refusalOf);
  if (refused) return fail(refused.status, { errors: refused.errors, values: form.values });
  redirect(303, `/lam-viec/van-ban/${params.id}`);
}
