// Setting up the second factor: a secret is offered as a QR code and counts once a code confirms it.
import { error, fail, redirect } from '@sveltejs/kit';
import { z } from 'zod';
import { readForm, refusalOf } from '#lib/platform/index.ts';
import {
  checkOffer,
  confirmPassword,
  confirmSecondFactor,
  type CurrentSession,
  type Enrolment,
  inCommune,
  offerSecondFactor,
  reopenOffer,
  replaceToken,
  writeSessionToken,
} from '#lib/platform/index.server.ts';
import { capitalize } from '#lib/vietnam/index.ts';
import type { Actions, PageServerLoad } from './$types';
import { qrPicture } from '../../qr-picture.server.ts';
import { pageOf, wantedPath } from '../next-step.server.ts';

const Confirm = z.object({
  sealed: z.string('Tải lại trang rồi thử lại.').max(500),
  'login-code': z
    .string('Nhập mã 6 chữ số.')
    .trim()
    .regex(/^\d{3}\s?\d{3}$/, 'Nhập đủ 6 chữ số đang hiện trong ứng dụng.'),
  'current-password': z
    .string('Nhập mật khẩu hiện tại.')
    .min(1, 'Nhập mật khẩu hiện tại.')
    .max(1000),
});

export const load: PageServerLoad = ({ locals, url }) => {
  const session = requireSetUp(locals.session, url);
  const offer = offerSecondFactor(session.person.accountId, session.login, issuerOf(locals));
  return {
    offer: drawn(offer),
    demanded: session.stage === 'set-up-code',
  };
};

export const actions: Actions = {
  default: async ({ locals, request, cookies, url }) => {
    const session = requireSetUp(locals.session, url);
    const { accountId } = session.person;
    const data = await request.formData();
    const form = readForm(data, Confirm);
    const sealed = form.ok ? form.value.sealed : String(form.values.sealed ?? '');
    const again = reopenOffer(sealed, accountId, session.login, issuerOf(locals));
    const typed = { offer: again && drawn(again), code: String(data.get('login-code') ?? '') };
    if (!form.ok) return fail(422, { errors: form.errors, ...typed });
    const { 'current-password': password, 'login-code': code } = form.value;
    // A first set-up too: whoever finds a session open could otherwise lock its owner out for good.
    const refusal = await confirmPassword(locals.commune.id, session, password).catch(refusalOf);
    if (refusal) return fail(refusal.status, { errors: refusal.errors, ...typed });
    const now = Date.now();
    const confirmed = await checkOffer(sealed, accountId, code, now);
    if (!confirmed) return fail(422, { errors: [WRONG_CODE], ...typed, code: '' });
    const { codes, token } = await inCommune(
      locals.commune.id,
      async (tx) => ({
        codes: await confirmSecondFactor(tx, { id: accountId, sessionId: session.id }, confirmed),
        token: await replaceToken(tx, session.id, { secondFactorDone: true }, now),
      }),
      { write: true, actor: session.person },
    );
    writeSessionToken(cookies, url, token);
    return { codes, wanted: wantedPath(url) };
  },
};

const WRONG_CODE = {
  name: 'login-code',
  message: 'Mã chưa đúng. Đợi mã mới rồi nhập lại, và kiểm tra giờ của điện thoại.',
};

function requireSetUp(session: CurrentSession | undefined, url: URL): CurrentSession {
  if (!session) redirect(303, `/dang-nhap?tiep=${encodeURIComponent(url.pathname)}`);
  if (session.stage !== 'set-up-code' && session.stage !== 'ready') {
    redirect(303, pageOf(session.stage, url));
  }
  return session;
}

function drawn({ secret, uri, sealed }: Enrolment) {
  return {
    sealed,
    /** In groups of four, for typing in by hand. */
    secret: secret.replace(/(.{4})(?=.)/g, '$1 '),
    picture: qrPicture(uri, 2),
  };
}

function issuerOf(locals: App.Locals): string {
  if (!locals.commune) error(404);
  return `Loa – ${capitalize(locals.commune.name)}`;
}
