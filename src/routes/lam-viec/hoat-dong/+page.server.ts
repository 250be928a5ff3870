// Acts, filtered by a form that is part of the address.
import { isMonthKey } from '#lib/vietnam/index.ts';
import { getActKinds, getEntryForm, listActs, listUnitProgress } from '#lib/plans/index.server.ts';
import type { PageServerLoad } from './$types';

const PAGE = 25;

export const load: PageServerLoad = async ({ locals, url }) => {
  const query = url.searchParams;
  const given = (name: string) => query.get(name) || undefined;
  const month = given('thang');
  const page = Math.max(1, Math.trunc(Number(query.get('trang') ?? 1)) || 1);
  const filter = {
    topicId: uuid(given('noi-dung')),
    channel: given('kenh'),
    kind: given('loai'),
    month: month && isMonthKey(month) ? month : undefined,
    unitId: uuid(given('don-vi')),
    dutyId: uuid(given('nhiem-vu')),
    withoutEvidence: query.get('minh-chung') === 'thieu',
    withdrawn: query.has('da-rut'),
  };
  return locals.read(async (tx) => {
    const list = await listActs(tx, filter, { size: PAGE, start: (page - 1) * PAGE });
    const entry = await getEntryForm(tx);
    return {
      list,
      filter,
      page,
      pages: Math.max(1, Math.ceil(list.total / PAGE)),
      table: getActKinds(),
      plans: entry.plans,
      units: (await listUnitProgress(tx)).map(({ id, name }) => ({ id, name })),
      mayRecord: entry.units.length > 0,
    };
  });
};

/** An address may carry anything; what is no id filters by nothing. */
function uuid(text: string | undefined): string | undefined {
  return text && /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text) ? text : undefined;
}
