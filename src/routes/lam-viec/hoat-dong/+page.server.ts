// Acts, filtered by a form that is part of the address.
import { error } from '@sveltejs/kit';
import { isMonthKey } from '#lib/vietnam/index.ts';
import { isId } from '#lib/platform/index.ts';
import { getActKinds, getEntryForm, listActs, listUnitProgress } from '#lib/plans/index.server.ts';
import { pageCount, pageNumber } from '#lib/ui/index.ts';
import type { PageServerLoad } from './$types';

const PAGE = 25;
const EVIDENCE: Readonly<Record<string, 'some' | 'none'>> = { co: 'some', thieu: 'none' };

export const load: PageServerLoad = async ({ locals, url }) => {
  const query = url.searchParams;
  const given = (name: string) => query.get(name) || undefined;
  const month = given('thang');
  const page = pageNumber(url);
  const filter = {
    topicId: knownId(given('noi-dung')),
    channel: given('kenh'),
    kind: given('loai'),
    month: month && isMonthKey(month) ? month : undefined,
    unitId: knownId(given('don-vi')),
    dutyId: knownId(given('nhiem-vu')),
    planId: knownId(given('ke-hoach')),
    evidence: EVIDENCE[query.get('minh-chung') ?? ''],
    withdrawn: query.has('da-rut'),
  };
  return locals.read(async (tx) => {
    const list = await listActs(tx, filter, { size: PAGE, start: (page - 1) * PAGE });
    const pages = pageCount(list.total, PAGE);
    if (page > pages) error(404, { message: `Danh sách này chỉ có ${pages} trang.` });
    const entry = await getEntryForm(tx);
    return {
      list,
      filter,
      page,
      pages,
      table: getActKinds(),
      plans: entry.plans,
      units: (await listUnitProgress(tx)).map(({ id, name }) => ({ id, name })),
      mayRecord: entry.units.length > 0,
    };
  });
};

/** An address may carry anything; what is no id filters by nothing. */
function knownId(text: string | undefined): string | undefined {
  return isId(text) ? text : undefined;
}
