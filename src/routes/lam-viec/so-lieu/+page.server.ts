// Declaring the month's case figures by hand, or importing them from a CSV file after a preview.
import { fail, redirect } from '@sveltejs/kit';
import { canInOnestop, findMonth, foldFigures, monthWords } from '#lib/onestop/index.ts';
import {
  declareFigures,
  importFigures,
  listFigureVersions,
  parseFiguresCsv,
  previewFigures,
} from '#lib/onestop/index.server.ts';
import { periodInWords, periodsOfYear } from '#lib/plans/index.ts';
import { platformError, readForm, refusalOf, sizeInWords } from '#lib/platform/index.ts';
import {
  capitalize,
  decodeTextBytes,
  formatInstant,
  formatMonth,
  isMonthKey,
  monthOf,
  monthRange,
  shiftMonth,
  toMonthKey,
  type MonthKey,
  type PlainDate,
} from '#lib/vietnam/index.ts';
import { FigureForm, formField } from './figure-form.server.ts';
import type { Actions, PageServerLoad } from './$types';

const MOST_BYTES = 1_000_000;

export const load: PageServerLoad = ({ locals, url }) =>
  locals.read(async (tx) => {
    const versions = await listFigureVersions(tx);
    const today = thisMonth(tx);
    const months = monthRange(shiftMonth(toMonthKey(`${today.slice(0, 4)}-01`), -12), today);
    const chosen = chooseMonth(url.searchParams.get('thang'), months, versions);
    const known = findMonth(versions, chosen)?.current;
    const last = versions.toSorted((a, b) => (a.declaredAt < b.declaredAt ? 1 : -1))[0];
    return {
      mayDeclare: canInOnestop(locals.actor, 'figures.declare', {}),
      saved: url.searchParams.get('da-luu'),
      chosen: {
        month: chosen,
        name: formatMonth(chosen),
        version: known?.version ?? 0,
        early: known ? (known.early?.toString() ?? '') : '',
        onTime: known?.onTime.toString() ?? '',
        late: known?.late.toString() ?? '',
        source: known?.source ?? last?.source ?? '',
      },
      months: months.toReversed().map((month) => {
        const found = findMonth(versions, month);
        return {
          month,
          name: formatMonth(month),
          words: found ? monthWords(found) : null,
          declaredAt: found ? formatInstant(found.current.declaredAt) : null,
          corrections: found?.replaced.length ?? 0,
        };
      }),
      forms: periodsOfYear(last?.month.slice(0, 4) ?? tx.today.slice(0, 4))
        .filter(({ kind, from, to }) => kind !== 'month' && hasMonth(versions, from, to))
        .map((period) => ({ key: period.key, name: capitalize(periodInWords(period)) })),
      isEmpty: foldFigures(versions, { asOf: null }) === undefined,
    };
  });

function hasMonth(
  versions: readonly { readonly month: MonthKey }[],
  from: PlainDate,
  to: PlainDate,
): boolean {
  return versions.some(({ month }) => month >= monthOf(from) && month <= monthOf(to));
}

/**
 * The month asked for; at an office that never declared, the month that closed last; else the first of
 * this year that nobody declared, else the running one.
 */
function chooseMonth(
  asked: string | null,
  months: readonly MonthKey[],
  versions: Parameters<typeof findMonth>[0],
): MonthKey {
  if (asked !== null && isMonthKey(asked) && months.includes(asked)) return asked;
  const last = months.at(-1) ?? toMonthKey('2000-01');
  if (versions.length === 0) return months.at(-2) ?? last;
  const year = last.slice(0, 4);
  const open = months.find((month) => month.startsWith(year) && !findMonth(versions, month));
  return open ?? last;
}

export const actions: Actions = {
  declare: async ({ request, locals }) => {
    const form = readForm(await request.formData(), FigureForm);
    if (!form.ok) return fail(422, { form: 'declare' as const, ...form });
    const answer = await locals.write((tx) => declareFigures(tx, form.value)).catch(refusalOf);
    if ('errors' in answer) {
      const errors = answer.errors.map((one) => ({ ...one, name: formField(one.name) }));
      return fail(answer.status, { form: 'declare' as const, errors, values: form.values });
    }
    redirect(303, `/lam-viec/so-lieu?da-luu=${answer.month}`);
  },

  preview: async ({ request, locals }) => {
    const data = await request.formData();
    const given = data.get('tep');
    if (!(given instanceof File) || given.size === 0) {
      return fail(422, refused('Chọn một tệp CSV có nội dung rồi bấm Xem trước.'));
    }
    if (given.size > MOST_BYTES) {
      return fail(
        413,
        refused(
          platformError('file.too-large', {
            name: given.name,
            size: sizeInWords(given.size),
            limit: '1 MB',
          }).message,
        ),
      );
    }
    const bytes = new Uint8Array(await given.arrayBuffer());
    if (bytes.includes(0)) {
      return fail(
        415,
        refused('Tệp này không phải CSV. Trong Excel chọn Lưu thành, loại “CSV UTF-8”.'),
      );
    }
    const { text } = decodeTextBytes(bytes);
    const shown = await locals.read((tx) => previewOf(tx, given.name, text));
    return { form: 'import' as const, errors: [], reason: '', shown };
  },

  import: async ({ request, locals }) => {
    const data = await request.formData();
    const text = String(data.get('noi-dung') ?? '');
    const name = String(data.get('ten') ?? '');
    const reason = String(data.get('ly_do') ?? '').trim();
    const answer = await locals
      .write((tx) =>
        importFigures(tx, parseFiguresCsv(text, thisMonth(tx)), reason === '' ? null : reason),
      )
      .catch(refusalOf);
    if ('errors' in answer) {
      // The file and what was typed come back, so that only the missing word is added.
      const shown = await locals.read((tx) => previewOf(tx, name, text));
      const errors = answer.errors.map((one) => ({ ...one, name: formField(one.name) }));
      return fail(answer.status, { form: 'import' as const, errors, reason, shown });
    }
    redirect(303, `/lam-viec/so-lieu?da-luu=${answer.length}-thang`);
  },
};

type Tx = Parameters<typeof previewFigures>[0];

function thisMonth(tx: Tx): MonthKey {
  return toMonthKey(tx.today.slice(0, 7));
}

/** The file as it would be saved, for the person to look at first. */
async function previewOf(tx: Tx, name: string, text: string) {
  const parsed = parseFiguresCsv(text, thisMonth(tx));
  const preview = await previewFigures(tx, parsed.rows);
  return {
    name,
    text,
    faults: parsed.faults,
    ignored: parsed.ignored,
    rows: preview.map(({ row, state, before }) => ({
      line: row.line,
      month: formatMonth(row.month),
      early: row.early,
      onTime: row.onTime,
      late: row.late,
      source: row.source,
      state,
      before: before && { early: before.early, onTime: before.onTime, late: before.late },
    })),
  };
}

function refused(message: string) {
  const errors = [{ name: 'tep', message }];
  return { form: 'import' as const, errors, reason: '', shown: null };
}
