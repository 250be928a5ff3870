// The list one cell of a form counts.
import { error } from '@sveltejs/kit';
import { deskActUrl, grouped } from '#lib/plans/index.ts';
import { filledText, periodInWords } from '#lib/reports/index.ts';
import { readQuestionnaire } from '#lib/reports/index.server.ts';
import { formatDate } from '#lib/vietnam/index.ts';
import { addressOfPeriod, periodOfAddress } from '../../../asked-period.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals, params, url }) =>
  locals.read(async (tx) => {
    const period = periodOfAddress(url.searchParams, tx.today);
    const { version, filled, facts } = await readQuestionnaire(tx, params.slug, period);
    const [row = '', column = ''] = (url.searchParams.get('o') ?? '').split('-');
    const line = filled.rows[Number(row)];
    const cell = line?.cells[Number(column)];
    if (!line || cell?.kind !== 'counted') error(404, 'Biểu không có ô này.');
    const days = new Map(facts.source.acts.map(({ id, day }) => [id, day]));
    return {
      slug: params.slug,
      title: version.form.title,
      name: `${line.label}, ${version.form.columns[Number(column)]?.head ?? ''}`,
      said: filledText(cell),
      period: periodInWords(period),
      address: addressOfPeriod(period),
      figures: cell.figures.map(({ value, parts }) => ({
        value: value === null ? 'không phát sinh' : grouped(value),
        list: parts.map(({ actId, amount }) => ({
          href: deskActUrl(actId),
          words: facts.titles.get(actId) ?? '',
          when: formatDate(days.get(actId) ?? period.from),
          amount: grouped(amount),
        })),
      })),
    };
  });
