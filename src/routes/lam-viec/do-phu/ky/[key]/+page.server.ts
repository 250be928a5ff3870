// One period: its figures, closing it, and what was recorded about it since.
import { fail, redirect } from '@sveltejs/kit';
import { refusalOf } from '#lib/platform/index.ts';
import { can, periodInWords } from '#lib/plans/index.ts';
import {
  closePeriod,
  getActKinds,
  listActs,
  readPeriod,
  reopenPeriod,
} from '#lib/plans/index.server.ts';
import { capitalize, formatDate, vietnamDate } from '#lib/vietnam/index.ts';
import { z } from 'zod';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) =>
  locals.read(async (tx) => {
    const reading = await readPeriod(tx, params.key);
    const { period, figures, closed, since, reopened, over } = reading;
    const named = [...since, ...figures.adjustments].map((one) => one.act);
    const page = { size: Math.max(1, named.length), start: 0 };
    const standing = (await listActs(tx, { ids: named }, page)).acts;
    const gone = (await listActs(tx, { ids: named, withdrawn: true }, page)).acts;
    const titles = Object.fromEntries([...standing, ...gone].map((act) => [act.id, act.title]));
    const units = await tx.db.selectFrom('unit').select(['id', 'name']).execute();
    const topics = await tx.db.selectFrom('plan_topic').select(['id', 'label']).execute();
    const table = getActKinds();
    const named_ = (list: readonly { id: string; name: string }[]) =>
      new Map(list.map(({ id, name }) => [id, name]));
    const names = {
      kind: named_(table.kinds),
      channel: named_(table.channels),
      unit: named_(units),
      topic: named_(topics.map(({ id, label }) => ({ id, name: label }))),
    };
    const rows = (by: keyof typeof names, list: typeof figures.byKind) =>
      list.map((count) => ({ ...count, name: names[by].get(count.key) ?? count.key }));
    return {
      key: period.key,
      from: period.from,
      to: period.to,
      name: periodInWords(period),
      title: capitalize(periodInWords(period)),
      over,
      total: figures.total,
      missing: figures.cells.filter((cell) => cell.state === 'missing').length,
      tables: [
        { title: 'Theo loại hoạt động', rows: rows('kind', figures.byKind) },
        { title: 'Theo kênh', rows: rows('channel', figures.byChannel) },
        { title: 'Theo đơn vị', rows: rows('unit', figures.byUnit) },
        { title: 'Theo nội dung', rows: rows('topic', figures.byTopic) },
      ],
      closed: closed && {
        on: formatDate(vietnamDate(closed.closedAt)),
        lastSeq: closed.lastSeq,
        ruleVersion: closed.ruleVersion,
      },
      since: since.map((one) => ({ ...one, title: titles[one.act] ?? '' })),
      adjustments: figures.adjustments.map((one) => ({ ...one, title: titles[one.act] ?? '' })),
      reopened: reopened.map(({ at, reason }) => ({ on: formatDate(vietnamDate(at)), reason })),
      mayClose: can(locals.actor, 'period.close', {}),
      mayReopen: can(locals.actor, 'period.reopen', {}),
    };
  });

export const actions: Actions = {
  khoa: async ({ locals, params }) => {
    const refused = await locals
      .write((tx) => closePeriod(tx, { key: params.key }))
      .then(() => undefined, refusalOf);
    if (refused) return fail(refused.status, { ...refused, reason: '' });
    redirect(303, `/lam-viec/do-phu/ky/${params.key}`);
  },
  'mo-lai': async ({ locals, params, request }) => {
    const reason = String((await request.formData()).get('reason') ?? '');
    const refused = await locals
      .write((tx) => reopenPeriod(tx, { key: params.key, reason }))
      .then(() => undefined, refusedReason);
    if (refused) return fail(refused.status, { ...refused, reason });
    redirect(303, `/lam-viec/do-phu/ky/${params.key}`);
  },
};

function refusedReason(failure: unknown) {
  if (!(failure instanceof z.ZodError)) return refusalOf(failure);
  const errors = failure.issues.map(({ message }) => ({ name: 'reason', message }));
  return { status: 422, errors };
}
