// Addresses under which calendar programs follow a unit's duties.
import { redirect } from '@sveltejs/kit';
import { endDutyCalendar, getCalendarPage, makeDutyCalendar } from '#lib/plans/index.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const { unit, calendars } = await locals.read((tx) => getCalendarPage(tx, params.slug));
  return {
    unit,
    calendars: calendars.map(({ name, ...one }) => ({
      ...one,
      address: name === '' ? '' : `${url.origin}/lich-don-vi/${name}.ics`,
    })),
  };
};

export const actions: Actions = {
  tao: async ({ locals, params }) => {
    await locals.write(async (tx) => {
      const { unit } = await getCalendarPage(tx, params.slug);
      await makeDutyCalendar(tx, unit.id);
    });
    redirect(303, `/lam-viec/don-vi/${params.slug}/lich`);
  },
  huy: async ({ locals, params, request }) => {
    const id = String((await request.formData()).get('id') ?? '');
    await locals.write((tx) => endDutyCalendar(tx, id));
    redirect(303, `/lam-viec/don-vi/${params.slug}/lich`);
  },
};
