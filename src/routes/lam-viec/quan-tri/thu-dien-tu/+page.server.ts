// The server that sends the commune's mail: set, tried out, taken away.
import { fail } from '@sveltejs/kit';
import { z } from 'zod';
import {
  EmailAddress,
  MAIL_SECURITY,
  MailServerForm,
  readForm,
  refusalOf,
} from '#lib/platform/index.ts';
import {
  dropMailServer,
  findMailServer,
  readCommune,
  sendTestMail,
  setMailServer,
} from '#lib/platform/index.server.ts';
import type { Actions, PageServerLoad } from './$types';

const Test = z.object({ to: EmailAddress });

export const load: PageServerLoad = ({ locals }) =>
  locals.read(async (tx) => {
    const server = await findMailServer(tx);
    const { email, name } = await readCommune(tx);
    return {
      server: server ?? null,
      choices: Object.entries(MAIL_SECURITY).map(([value, label]) => ({ value, label })),
      stored: server ?? {
        host: '',
        port: 587,
        security: 'starttls',
        username: '',
        senderAddress: email,
        senderName: `UBND ${name}`,
      },
    };
  });

export const actions: Actions = {
  luu: async ({ locals, request }) => {
    const form = readForm(await request.formData(), MailServerForm);
    const values = form.values;
    if (!form.ok) return fail(422, { what: 'luu', errors: form.errors, values, done: '' });
    const refused = await locals
      .write((tx) => setMailServer(tx, form.value))
      .then(() => undefined, refusalOf);
    if (refused) {
      return fail(refused.status, { what: 'luu', errors: refused.errors, values, done: '' });
    }
    return done('luu', 'Đã lưu. Hãy gửi thử một thư.');
  },
  thu: async ({ locals, request }) => {
    const form = readForm(await request.formData(), Test);
    const values = form.values;
    if (!form.ok) return fail(422, { what: 'thu', errors: form.errors, values, done: '' });
    // The server is spoken to outside any transaction.
    const refused = await sendTestMail(locals.commune.id, locals.actor, form.value.to).then(
      () => undefined,
      refusalOf,
    );
    if (refused) {
      return fail(refused.status, { what: 'thu', errors: refused.errors, values, done: '' });
    }
    return done('thu', `Máy chủ đã nhận thư thử gửi tới ${form.value.to}; kiểm tra hộp thư.`);
  },
  bo: async ({ locals }) => {
    const refused = await locals.write(dropMailServer).then(() => undefined, refusalOf);
    if (refused) {
      return fail(refused.status, { what: 'bo', errors: refused.errors, values: {}, done: '' });
    }
    return done('bo', 'Đã bỏ máy chủ gửi thư. Nhắc việc vẫn hiện ở Bàn làm việc.');
  },
};

function done(what: string, words: string) {
  return { what, errors: [], values: undefined, done: words };
}
