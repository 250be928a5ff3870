// The list one number of a report counts, and a person's number in its place.
import { error, fail, redirect } from '@sveltejs/kit';
import type { z } from 'zod';
import { readForm, refusalOf } from '#lib/platform/index.ts';
import type { Tx } from '#lib/platform/index.server.ts';
import { grouped, occurrenceName, OCCURRENCE_STATE_NAMES } from '#lib/plans/index.ts';
import {
  canWithReports,
  FigureName,
  figureInWords,
  notedRowOf,
  NoteRow,
  OverrideFigure,
} from '#lib/reports/index.ts';
import { noteRow, overrideFigure, readReport, restoreFigure } from '#lib/reports/index.server.ts';
import { formatDate, formatMonth } from '#lib/vietnam/index.ts';
import { titleOf } from '../../words.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals, params, url }) =>
  locals.read(async (tx) => {
    const report = await readReport(tx, params.id);
    const name = url.searchParams.get('ten') ?? '';
    const figure = Object.hasOwn(report.content.figures, name)
      ? report.content.figures[name]
      : undefined;
    const live = report.values.get(name);
    if (!figure || !live) error(404, { message: 'Báo cáo không có số liệu này.' });
    const { facts } = report;
    const unit = new Map(facts.units.map((one) => [one.id, one.name]));
    const topic = new Map(facts.topics.map((one) => [one.id, one.name]));
    const duty = new Map(facts.duties.map((one) => [one.id, one.text]));
    const channel = new Map(facts.source.kinds.channels.map((one) => [one.id, one.name]));
    const day = new Map(facts.source.acts.map((act) => [act.id, act.day]));
    const list = [
      ...live.acts.map(({ id, amount }) => ({
        href: `/lam-viec/hoat-dong/${id}`,
        words: facts.titles.get(id) ?? '',
        when: formatDate(day.get(id) ?? report.period.from),
        amount: grouped(amount),
      })),
      ...live.cells.map((cell) => ({
        href: `/lam-viec/do-phu/${cell.topic}/${cell.channel}?thang=${cell.month}`,
        words: `${topic.get(cell.topic) ?? ''} – ${channel.get(cell.channel) ?? ''}`,
        when: formatMonth(cell.month),
        amount: '1',
      })),
      ...live.occurrences.map((one) => ({
        href: `/lam-viec/nhiem-vu/${one.duty}`,
        words: `${unit.get(one.unit) ?? ''}: ${duty.get(one.duty) ?? ''} (${occurrenceName(one)}, ${OCCURRENCE_STATE_NAMES[one.state].toLowerCase()})`,
        when: formatDate(one.due),
        amount: '1',
      })),
    ];
    const noted = notedRowOf(report.content, name);
    return {
      id: report.id,
      name,
      title: titleOf(report.period),
      revision: report.revision,
      counted: figureInWords({ ...figure, override: null }, live.value),
      override: figure.override,
      seq: figure.seq,
      noted: noted && { ...noted, text: report.content.notes?.[noted.note] ?? '' },
      list,
      mayEdit: report.status === 'draft' && canWithReports(tx.actor, 'report.draft', {}),
    };
  });

export const actions: Actions = {
  ghi: (event) => act(event, OverrideFigure, overrideFigure),
  'ghi-chu': (event) => act(event, NoteRow, noteRow),
  'tro-lai': (event) => act(event, FigureName, restoreFigure),
};

async function act<Schema extends z.ZodType>(
  { locals, request, params }: { locals: App.Locals; request: Request; params: { id: string } },
  schema: Schema,
  work: (tx: Tx, id: string, form: z.input<Schema>) => Promise<void>,
) {
  const form = readForm(await request.formData(), schema);
  if (!form.ok) return fail(422, { errors: form.errors, values: form.values });
  const refused = await locals
    .write((tx) => work(tx, params.id, form.values as z.input<Schema>))
    .then(() => undefined, refusalOf);
  if (refused) return fail(refused.status, { errors: refused.errors, values: form.values });
  redirect(303, `/lam-viec/bao-cao/${params.id}`);
}
