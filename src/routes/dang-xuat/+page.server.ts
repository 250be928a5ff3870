// Signing out: opened as a page it asks, sent as a form it ends the session.
import { redirect } from '@sveltejs/kit';
import { endSession, forgetSessionToken, inCommune } from '#lib/platform/index.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals }) => {
  if (!locals.session) redirect(303, '/dang-nhap');
};

export const actions: Actions = {
  default: async ({ locals, cookies, url, setHeaders }) => {
    const { session, commune } = locals;
    if (session) {
      const { person, id } = session;
      await inCommune(
        commune.id,
        async (tx) => {
          await endSession(tx, id);
          tx.record({
            kind: 'account.signed-out',
            subject: { type: 'account', id: person.accountId },
          });
        },
        { write: true, actor: person },
      );
    }
    forgetSessionToken(cookies, url);
    setHeaders({ 'clear-site-data': '"cache", "storage"' });
    redirect(303, '/dang-nhap?ly-do=da-dang-xuat');
  },
};
