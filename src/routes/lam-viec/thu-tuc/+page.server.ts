// The desk of procedures: take an import in, see which ones became public in time, find one to explain.
import { fail, redirect } from '@sveltejs/kit';
import { readDocumentFile } from '#lib/documents/index.server.ts';
import { isLoaError } from '#lib/platform/index.ts';
import { listPositions, readWorkbook } from '#lib/platform/index.server.ts';
import { canWithProcedures, publicationNames, unclearParts } from '#lib/procedures/index.ts';
import {
  listChanges,
  listOnEndedBases,
  listProcedures,
  listWaitingGuides,
  readClarity,
  readPublications,
  receiveProcedures,
  searchProcedures,
  type ImportSource,
} from '#lib/procedures/index.server.ts';
import { decodeTextBytes, formatDate, formatInstant, isPlainDate } from '#lib/vietnam/index.ts';
import type { Actions, PageServerLoad } from './$types';

const MOST_HITS = 10;

export const load: PageServerLoad = ({ locals, url }) =>
  locals.read(async (tx) => {
    const query = (url.searchParams.get('tim') ?? '').slice(0, 200).trim();
    const all = await listProcedures(tx);
    const names = new Map(all.map(({ code, title }) => [code, title]));
    const changes = await listChanges(tx);
    const publications = await readPublications(tx, changes);
    const people = await listPositions(tx);
    const found = query === '' ? [] : await searchProcedures(tx, query, MOST_HITS);
    return {
      mayReceive: canWithProcedures(locals.actor, 'procedure.receive', {}),
      waiting: (await listWaitingGuides(tx)).map(({ code, writtenBy, writtenAt }) => ({
        code,
        title: names.get(code) ?? `Mã ${code}`,
        who: people.get(writtenBy ?? '') ?? '',
        when: formatInstant(writtenAt),
      })),
      total: all.length,
      onEnded: (await listOnEndedBases(tx)).map(({ code, title, documents }) => ({
        code,
        title,
        documents: documents.map(({ code: symbol, why }) => `${symbol}: ${why}`),
      })),
      unclear: (await readClarity(tx))
        .filter(({ unclear }) => unclear > 0)
        .slice(0, MOST_HITS)
        .map(({ code, clear, unclear, parts }) => ({
          code,
          title: names.get(code) ?? `Mã ${code}`,
          clear,
          unclear,
          parts: parts.map(({ part, times }) => `${unclearParts[part]} (${times})`).join(', '),
        })),
      query,
      found: found.map(({ code, title, field }) => ({ code, title, field })),
      changes: changes.map((change) => {
        const publication = publications.get(change.id);
        return {
          id: change.id,
          status: change.status,
          source: change.sourceName,
          decision: change.decision,
          decidedOn: day(change.decidedOn),
          receivedAt: formatInstant(change.receivedAt),
          who: people.get(change.appliedBy ?? change.receivedBy ?? '') ?? '',
          appliedAt: change.appliedAt === null ? '' : formatInstant(change.appliedAt),
          outcome: change.outcome,
          due: day(publication?.due ?? null),
          state: change.status === 'undone' ? null : (publication?.state ?? null),
          stateName: publication ? publicationNames[publication.state] : '',
          why: publication?.why ?? '',
        };
      }),
    };
  });

export const actions: Actions = {
  default: async ({ request, locals }) => {
    const form = await request.formData();
    const pasted = String(form.get('van-ban') ?? '');
    try {
      const source = await sourceOf(form, pasted);
      const id = await locals.write((tx) => receiveProcedures(tx, source));
      redirect(303, `/lam-viec/thu-tuc/nhap/${id}`);
    } catch (error) {
      if (!isLoaError(error)) throw error;
      return fail(error.status, { text: pasted, what: error.what, todo: error.todo });
    }
  },
};

/** What the file says; exports are text, tables workbooks, decisions any document that can be read. */
async function sourceOf(form: FormData, pasted: string): Promise<ImportSource> {
  const file = form.get('tep');
  if (!(file instanceof File) || file.name === '') {
    return { name: 'Văn bản dán vào', content: pasted };
  }
  const { name } = file;
  const bytes = new Uint8Array(await file.arrayBuffer());
  if (/\.xlsx?$/i.test(name)) return { name, content: await readWorkbook(bytes, name) };
  if (/\.(?:json|jsonl|txt|csv)$/i.test(name) && !bytes.includes(0)) {
    return { name, content: decodeTextBytes(bytes).text };
  }
  const { text } = await readDocumentFile(bytes, { name });
  return { name, content: text };
}

function day(date: string | null): string {
  return date !== null && isPlainDate(date) ? formatDate(date) : '';
}
