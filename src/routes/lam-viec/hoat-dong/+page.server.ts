// Acts, filtered by a form that is part of the address.
import { error } from '@sveltejs/kit';
import {
  countArrivals,
  getActKinds,
  getEntryForm,
  listActs,
  listUnitProgress,
} from '#lib/plans/index.server.ts';
import { pageCount, pageNumber } from '#lib/ui/index.ts';
import { actFilterOf } from './filter.server.ts';
import type { PageServerLoad } from './$types';

const PAGE = 25;

export const load: PageServerLoad = async ({ locals, url }) => {
  const page = pageNumber(url);
  const filter = actFilterOf(url.searchParams);
  return locals.read(async (tx) => {
    const list = await listActs(tx, filter, { size: PAGE, start: (page - 1) * PAGE });
    const pages = pageCount(list.total, PAGE);
    if (page > pages) error(404, `Danh sách này chỉ có ${pages} trang.`);
    const entry = await getEntryForm(tx);
    return {
      list,
      filter,
      page,
      pages,
      waiting: await countArrivals(tx),
      table: getActKinds(),
      plans: entry.plans,
      units: (await listUnitProgress(tx)).map(({ id, name }) => ({ id, name })),
      mayRecord: entry.units.length > 0,
    };
  });
};
