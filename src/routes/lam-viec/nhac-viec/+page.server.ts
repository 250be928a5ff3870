// Reminders: when they go out, whether by mail, and which went.
import { fail } from '@sveltejs/kit';
import { canInPlatform, MAIL_TROUBLES, readForm, refusalOf } from '#lib/platform/index.ts';
import { can, SetReminders } from '#lib/plans/index.ts';
import {
  listReminders,
  readReminderSetting,
  readReminderWays,
  setReminders,
} from '#lib/plans/index.server.ts';
import type { Actions, PageServerLoad } from './$types';

const MAIL_STATES = {
  waiting: 'chờ gửi',
  going: 'đang gửi',
  sent: 'đã gửi thư',
  failed: 'không gửi được',
  unsure: 'không rõ thư đã đi hay chưa',
} as const;

export const load: PageServerLoad = ({ locals }) =>
  locals.read(async (tx) => {
    const reminders = await listReminders(tx);
    const { before, after } = await readReminderSetting(tx);
    return {
      mayUseMail: canInPlatform(tx.actor, 'mail.manage', {}),
      mayEditUnits: canInPlatform(tx.actor, 'unit.manage', {}),
      maySet: can(tx.actor, 'reminder.set', {}),
      setting: { before: before.join(', '), after: after.join(', ') },
      ways: await readReminderWays(tx),
      reminders: reminders.map(({ mail, trouble, ...one }) => ({
        ...one,
        mail: mail === null ? 'chỉ ở Bàn làm việc' : MAIL_STATES[mail],
        trouble: mail === 'sent' || trouble === null ? '' : MAIL_TROUBLES[trouble],
      })),
    };
  });

export const actions: Actions = {
  default: async ({ locals, request }) => {
    const form = readForm(await request.formData(), SetReminders);
    const { values } = form;
    if (!form.ok) return fail(422, { errors: form.errors, values, done: false });
    // The use case reads what was typed by itself.
    const typed = { before: String(values['before'] ?? ''), after: String(values['after'] ?? '') };
    const refused = await locals
      .write((tx) => setReminders(tx, typed))
      .then(() => undefined, refusalOf);
    if (refused) return fail(refused.status, { errors: refused.errors, values, done: false });
    return { errors: [], values: undefined, done: true };
  },
};
