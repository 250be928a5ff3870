// A form filled for a period: counted cells with their lists, cells to write by hand.
import { fail, redirect } from '@sveltejs/kit';
import { refusalOf } from '#lib/platform/index.ts';
import type { Tx } from '#lib/platform/index.server.ts';
import { canWithReports, filledText, periodInWords, type FilledCell } from '#lib/reports/index.ts';
import { findQuestionnaire, readQuestionnaire, writeCells } from '#lib/reports/index.server.ts';
import { inNumbers } from '#lib/ui/index.ts';
import { capitalize, formatDate, vietnamDate } from '#lib/vietnam/index.ts';
import { addressOfPeriod, periodOfAddress } from '../../asked-period.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals, params, url }) =>
  locals.read(async (tx) => {
    const { versions } = await findQuestionnaire(tx, params.slug);
    const words = url.searchParams;
    const title = versions[0]?.form.title ?? '';
    const asked = {
      kind: words.get('ky') ?? 'half-year',
      from: words.get('ngay') ?? tx.today,
      to: words.get('den') ?? '',
    };
    const mayFill = canWithReports(tx.actor, 'questionnaire.fill', {});
    const filled = await read(tx, params.slug, words).catch(refusalOf);
    return 'errors' in filled
      ? { slug: params.slug, title, asked, mayFill, refused: filled.errors, form: null }
      : { slug: params.slug, title: filled.title, asked, mayFill, refused: [], form: filled };
  });

async function read(tx: Tx, slug: string, words: URLSearchParams) {
  const period = periodOfAddress(words, tx.today);
  const { version, filled, seen, facts } = await readQuestionnaire(tx, slug, period);
  const { title, agency, source, columns } = version.form;
  return {
    title,
    agency,
    source,
    version: version.version,
    period: capitalize(periodInWords(period)),
    address: addressOfPeriod(period),
    columns: columns.map(({ head }) => head),
    rows: filled.rows.map(({ label, cells }) => ({ label, cells: cells.map(drawn) })),
    total: filled.total?.map((sum) => (sum === null ? '' : inNumbers(sum))) ?? null,
    seen,
    closedOn: facts.closedOn,
  };
}

function drawn(cell: FilledCell) {
  const text = filledText(cell);
  if (cell.kind === 'counted')
    return { byHand: false, text, hasList: cell.value !== null, by: null };
  const by =
    cell.at === null ? null : `${cell.by ?? ''} ghi ngày ${formatDate(vietnamDate(cell.at))}`;
  return { byHand: true, text, hasList: false, by };
}

export const actions: Actions = {
  default: async ({ locals, params, request, url }) => {
    const data = await request.formData();
    const values = Object.fromEntries(
      [...data].flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : [])),
    );
    const cells = Object.entries(values).flatMap(([name, text]) => {
      const place = /^o-(\d{1,3})-(\d{1,2})$/.exec(name);
      return place ? [{ row: Number(place[1]), column: Number(place[2]), text }] : [];
    });
    const refused = await locals
      .write(async (tx) => {
        const period = periodOfAddress(url.searchParams, tx.today);
        await writeCells(tx, params.slug, period, { seen: values['seen'] ?? '', cells });
      })
      .then(() => undefined, refusalOf);
    if (refused) return fail(refused.status, { errors: refused.errors, values });
    redirect(303, `/lam-viec/bao-cao/bieu/${params.slug}?${url.searchParams.toString()}`);
  },
};
