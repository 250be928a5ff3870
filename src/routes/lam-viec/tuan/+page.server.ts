// The coordinator's week: what falls due, what is late, who hasn't confirmed what was sent, what comes next.
import { error } from '@sveltejs/kit';
import { hasRole } from '#lib/platform/index.ts';
import {
  can,
  foldWeek,
  occurrenceName,
  timeLeft,
  weekOf,
  type UnitWeek,
} from '#lib/plans/index.ts';
import {
  listDispatches,
  listOccurrenceReports,
  listOccurrences,
  type NamedOccurrence,
} from '#lib/plans/index.server.ts';
import { addDays, isPlainDate, toPlainDate } from '#lib/vietnam/index.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals, url }) =>
  locals.read(async (tx) => {
    if (!hasRole(locals.actor, 'coordinator', 'leader', 'administrator')) {
      error(403, 'Trang tuần của đầu mối dành cho đầu mối kế hoạch và lãnh đạo.', {
        todo: 'Việc của đơn vị mình có ở trang Việc hôm nay.',
      });
    }
    const today = toPlainDate(tx.today);
    const asked = url.searchParams.get('ngay') ?? '';
    const week = weekOf(isPlainDate(asked) ? asked : today);
    const { due, late, next } = foldWeek(await listOccurrences(tx), week);
    const shown = [due, late, next].flat().flatMap(({ items }) => items);
    const reports = await listOccurrenceReports(
      tx,
      shown.map(({ about }) => about.id),
    );
    const view = (groups: readonly UnitWeek<NamedOccurrence>[]) =>
      groups.map(({ unit, items }) => ({
        unit,
        name: items[0]?.answersFor ?? '',
        items: items.map((one) => ({
          dutyId: one.about.id,
          key: one.key,
          text: one.about.text,
          name: occurrenceName(one),
          due: one.due,
          state: one.state,
          left: timeLeft(one, today),
          reported: reports.get(`${one.about.id} ${one.key}`) ?? null,
        })),
      }));
    const dispatches = (await listDispatches(tx)).filter(
      ({ recalledReason }) => recalledReason === null,
    );
    return {
      week,
      mayUrge: can(locals.actor, 'urging.record', {}),
      isNow: week.from <= today && today <= week.to,
      before: addDays(week.from, -7),
      after: addDays(week.from, 7),
      due: view(due),
      late: view(late),
      next: view(next),
      unread: dispatches.flatMap(({ id, number, year, title, due: until, recipients }) => {
        const waiting = recipients.filter(({ state }) => state !== 'read');
        if (waiting.length === 0) return [];
        return {
          id,
          number: `${number}/${year}`,
          title,
          until,
          late: waiting.some(({ state }) => state === 'late'),
          who: waiting.map(({ name }) => name),
          of: recipients.length,
        };
      }),
    };
  });
