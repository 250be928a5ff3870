// The log of calls: written down while the caller waits, seen to by a unit, answered.
import { fail, redirect } from '@sveltejs/kit';
import { readForm, refusalOf } from '#lib/platform/index.ts';
import { listHotlines, listUnits } from '#lib/platform/index.server.ts';
import { CallForm, callKinds, canWithProcedures, tallyCalls } from '#lib/procedures/index.ts';
import { listCalls, listProcedures, logCall, settleCall } from '#lib/procedures/index.server.ts';
import { addDays, formatDate, formatInstant, toPlainDate } from '#lib/vietnam/index.ts';
import type { Actions, PageServerLoad } from './$types';

const DAYS = 30;
const MOST_ASKED = 5;

export const load: PageServerLoad = ({ locals, url }) =>
  locals.read(async (tx) => {
    const calls = await listCalls(tx, addDays(tx.today, -DAYS));
    const units = await listUnits(tx);
    const unitNames = new Map(units.map(({ id, name }) => [id, name]));
    const titles = new Map((await listProcedures(tx)).map(({ code, title }) => [code, title]));
    const tally = tallyCalls(calls, tx.today);
    const shown = calls.map((call) => ({
      id: call.id,
      at: formatInstant(call.calledAt),
      kind: callKinds[call.kind],
      hotline: call.hotline,
      question: call.question,
      code: call.code,
      title: call.code === null ? '' : (titles.get(call.code) ?? `Mã ${call.code}`),
      unit: call.unitId === null ? '' : (unitNames.get(call.unitId) ?? ''),
      due: call.dueOn === null ? '' : formatDate(toPlainDate(call.dueOn)),
      isOverdue: call.settledAt === null && call.dueOn !== null && call.dueOn < tx.today,
      isOpen: call.settledAt === null,
      answer: call.answer,
    }));
    return {
      mayLog: canWithProcedures(locals.actor, 'call.log', {}),
      kinds: Object.entries(callKinds).map(([value, label]) => ({ value, label })),
      hotlines: (await listHotlines(tx)).map(({ name }) => ({ value: name, label: name })),
      units: units
        .filter(({ validTo }) => validTo === null || validTo > tx.today)
        .map(({ id, name }) => ({ value: id, label: name })),
      open: shown.filter(({ isOpen }) => isOpen),
      settled: shown.filter(({ isOpen }) => !isOpen),
      tally: {
        ...tally,
        asked: tally.asked.slice(0, MOST_ASKED).map(({ code, times }) => ({
          code,
          times,
          title: titles.get(code) ?? `Mã ${code}`,
        })),
      },
      saved: url.searchParams.has('da-luu'),
    };
  });

export const actions: Actions = {
  log: async ({ request, locals }) => {
    const form = readForm(await request.formData(), CallForm);
    if (!form.ok) return fail(422, { errors: form.errors, values: form.values });
    const refused = await locals
      .write((tx) => logCall(tx, form.value))
      .then(() => undefined, refusalOf);
    if (refused) return fail(refused.status, { errors: refused.errors, values: form.values });
    redirect(303, '?da-luu');
  },
  settle: async ({ request, locals }) => {
    const form = await request.formData();
    const [id, answer] = ['goi', 'ket-qua'].map((name) => String(form.get(name) ?? ''));
    const refused = await locals
      .write((tx) => settleCall(tx, id ?? '', (answer ?? '').normalize('NFC')))
      .then(() => undefined, refusalOf);
    if (refused) {
      return fail(refused.status, {
        errors: refused.errors.map(({ message }) => ({ name: `ket-qua-${id}`, message })),
        values: { [`ket-qua-${id}`]: answer ?? '' },
      });
    }
    redirect(303, '?da-luu');
  },
};
