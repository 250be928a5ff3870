// The acts one cell of villages × channels counts.
import { error } from '@sveltejs/kit';
import { findChannel } from '#lib/plans/index.ts';
import { getActKinds, getVillageCoverage, listActs } from '#lib/plans/index.server.ts';
import { pageCount, pageNumber } from '#lib/ui/index.ts';
import { readAsked } from '../../../asked.server.ts';
import type { PageServerLoad } from './$types';

const PAGE = 100;
const WHOLE_COMMUNE = 'toan-xa';

export const load: PageServerLoad = async ({ locals, params, url }) =>
  locals.read(async (tx) => {
    const { asOf, ...asked } = await readAsked(tx, url.searchParams);
    const [from, to] = [asked.months[0], asked.months.at(-1)];
    const channel = findChannel(getActKinds(), params.channel);
    if (!asked.plan || !from || !to || !channel) error(404, 'Không có ô này.');
    const { villages, cells } = await getVillageCoverage(tx, asked.plan.id, {
      asOf,
      months: { from, to },
    });
    const id = params.village === WHOLE_COMMUNE ? null : params.village;
    const village = villages.find((one) => one.id === id);
    if (id !== null && !village) error(404, 'Không có thôn này trong xã.');
    const ids = cells.find((one) => one.village === id && one.channel === channel.id)?.actIds ?? [];
    const pages = pageCount(ids.length, PAGE);
    const page = Math.min(pageNumber(url), pages);
    const { acts } = await listActs(
      tx,
      { ids: ids.slice((page - 1) * PAGE, page * PAGE) },
      { size: PAGE, start: 0 },
    );
    return {
      asked,
      channel,
      name: village?.name ?? 'Toàn xã',
      table: getActKinds(),
      acts,
      total: ids.length,
      page,
      pages,
    };
  });
