// Setting a rhythm for several duties at once.
import { fail, redirect } from '@sveltejs/kit';
import { requireCan, SetCadence } from '#lib/plans/index.ts';
import { listDutiesInTime, setCadence } from '#lib/plans/index.server.ts';
import { refusalOf } from '#lib/platform/index.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) =>
  locals.read(async (tx) => {
    requireCan(locals.actor, 'duty.set-cadence', {});
    const duties = await listDutiesInTime(tx);
    return {
      chosen: url.searchParams.getAll('nhiem-vu'),
      duties: duties.map(({ about, cadence, every }) => ({
        id: about.id,
        text: about.text,
        unit: about.unitName,
        every,
        cadence,
        from: about.period.from,
      })),
      from: duties[0]?.about.period.from ?? tx.today,
    };
  });

export const actions: Actions = {
  default: async ({ locals, request }) => {
    const data = await request.formData();
    const chosen = data.getAll('nhiem-vu').map(String);
    const unit = String(data.get('nhip') ?? '');
    const typed = {
      chosen,
      unit,
      count: String(data.get('so-lan') ?? ''),
      from: String(data.get('tu-ngay') ?? ''),
    };
    const every = unit === 'bo' ? null : { count: Number(typed.count || '1'), unit };
    const parsed = SetCadence.safeParse({ dutyIds: chosen, every, from: typed.from });
    if (!parsed.success) {
      const errors = parsed.error.issues.map(({ path, message }) => ({
        name: FIELDS[String(path.at(-1))] ?? 'nhiem-vu',
        message,
      }));
      return fail(422, { errors, typed });
    }
    const refusal = await locals.write((tx) => setCadence(tx, parsed.data)).catch(refusalOf);
    if (refusal) {
      const errors = refusal.errors.map((each) => ({
        ...each,
        name: FIELDS[each.name] ?? 'nhiem-vu',
      }));
      return fail(refusal.status, { errors, typed });
    }
    redirect(303, '/lam-viec/nhiem-vu');
  },
};

const FIELDS: Readonly<Record<string, string>> = {
  from: 'tu-ngay',
  count: 'so-lan',
  unit: 'nhip',
  every: 'nhip',
  dutyIds: 'nhiem-vu',
};
