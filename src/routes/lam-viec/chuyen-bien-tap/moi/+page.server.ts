// A unit hands something over. Files are stored first, so that a mistake elsewhere doesn't lose them.
import { fail, redirect } from '@sveltejs/kit';
import { z } from 'zod';
import { listEntries } from '#lib/documents/index.server.ts';
import {
  canInNewsroom,
  HandOver,
  requireInNewsroom,
  WISHED_CHANNELS,
} from '#lib/newsroom/index.ts';
import { handOver } from '#lib/newsroom/index.server.ts';
import { belongsTo, readForm, refusalOf } from '#lib/platform/index.ts';
import { newId } from '#lib/platform/index.server.ts';
import { findChannel } from '#lib/plans/index.ts';
import { getActKinds, reportingSubject } from '#lib/plans/index.server.ts';
import { takeFiles } from '../../hoat-dong/act-form.server.ts';
import { readGivers } from '../givers.server.ts';
import type { Actions, PageServerLoad } from './$types';

/** Of the register, the newest are offered. */
const ENTRIES = 100;

export const load: PageServerLoad = ({ locals, url }) =>
  locals.read(async (tx) => {
    const { plans, units } = await readGivers(tx);
    // Nobody fills in a form that will be refused.
    if (units.length === 0) requireInNewsroom(tx.actor, 'handover.give', {});
    const own = units.find(({ id }) => belongsTo(tx.actor, id)) ?? units[0];
    const { entries } = await listEntries(tx, tx.today, {}, { size: ENTRIES, start: 0 });
    return {
      clientKey: newId(),
      today: tx.today,
      start: { unitId: own?.id ?? '', dutyId: url.searchParams.get('nhiem-vu') ?? '' },
      units: units.map(({ id, name }) => ({ value: id, label: name })),
      duties: units
        .filter(({ duties }) => duties.length > 0)
        .map(({ name, duties }) => ({
          label: name,
          choices: duties.map(({ id, text }) => ({ value: id, label: text })),
        })),
      plans: plans
        .filter(({ topics }) => topics.length > 0)
        .map(({ title, topics }) => ({
          title,
          topics: topics.map(({ id, number, label }) => ({
            value: id,
            label: number ? `${number}. ${label}` : label,
          })),
        })),
      channels: WISHED_CHANNELS.map((id) => ({
        value: id,
        label: findChannel(getActKinds(), id)?.name ?? id,
      })),
      entries: entries.map(({ id, code, title }) => ({
        value: id,
        label: code === null ? title : `${code} · ${title}`,
      })),
    };
  });

export const actions: Actions = {
  default: async ({ locals, request }) => {
    const data = await request.formData();
    const unitId = String(data.get('unitId') ?? '');
    const unit = await locals.read((tx) => reportingSubject(tx, unitId));
    if (!canInNewsroom(locals.actor, 'handover.give', unit)) {
      // Nothing is stored of somebody who may not hand over for this unit; words and earlier files come back.
      for (const name of ['photos', 'files']) data.delete(name);
      const { kept } = await takeFiles(locals.commune.id, data);
      const { values } = readForm(data, HandOver, ['topics', 'channels']);
      const message = 'Anh chị không chuyển thay đơn vị này được. Chọn đơn vị của mình.';
      return fail(403, { values, kept, errors: [{ name: 'unitId', message }] });
    }
    const { kept, errors } = await takeFiles(locals.commune.id, data);
    const handed = kept.map(({ kind, file }) => ({ file, isPhoto: kind === 'photo' }));
    const whole = z.preprocess((fields) => ({ ...Object(fields), handed }), HandOver);
    const form = readForm(data, whole, ['topics', 'channels']);
    const back = { values: form.values, kept };
    if (!form.ok || errors.length > 0) {
      return fail(422, { ...back, errors: [...errors, ...(form.ok ? [] : form.errors)] });
    }
    const { dutyId, entryId, ...rest } = form.value;
    const given = { ...rest, dutyId: dutyId ?? '', entryId: entryId ?? '' };
    const answer = await locals.write((tx) => handOver(tx, given)).catch(refusalOf);
    if (typeof answer !== 'string') return fail(answer.status, { ...back, errors: answer.errors });
    redirect(303, `/lam-viec/chuyen-bien-tap/${answer}?moi=1`);
  },
};
