// Addresses under which calendar programs follow the calendar of publication.
import { redirect } from '@sveltejs/kit';
import {
  endPublicationCalendar,
  listPublicationCalendars,
  makePublicationCalendar,
} from '#lib/newsroom/index.server.ts';
import type { Actions, PageServerLoad } from './$types';

const HERE = '/lam-viec/bien-tap/lich/theo-doi';

export const load: PageServerLoad = async ({ locals, url }) => {
  const calendars = await locals.read(listPublicationCalendars);
  return {
    calendars: calendars.map(({ name, ...one }) => ({
      ...one,
      address: name === '' ? '' : `${url.origin}/lich-dang-bai/${name}.ics`,
    })),
  };
};

export const actions: Actions = {
  tao: async ({ locals }) => {
    await locals.write(makePublicationCalendar);
    redirect(303, HERE);
  },
  huy: async ({ locals, request }) => {
    const id = String((await request.formData()).get('id') ?? '');
    await locals.write((tx) => endPublicationCalendar(tx, id));
    redirect(303, HERE);
  },
};
