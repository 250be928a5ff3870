// Setting up the second factor: a secret is offered as a QR code and counts once a code confirms it.
import { error, fail, redirect, type RequestEvent } from '@sveltejs/kit';
import { renderSVG } from 'uqr';
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
import { pageOf, wantedPath } from '../next-step.server.ts';

const Confirm = z.object({
  sealed: z.string('Tải lại trang rồi thử lại.').max(500),
  'login-code': z
    .string('Nhập mã 6 chữ số.')
    .trim()
    .regex(/^\d{3}\s?\d{3}$/, 'Nhập đủ 6 chữ số đang hiện trong ứng dụng.'),
  'current-password': z.string().max(1000).optional(),
});

export const load: PageServerLoad = ({ locals, url }) => {
  const session = requireSetUp(locals.session, url);
  const offer = offerSecondFactor(session.person.accountId, session.login, issuerOf(locals));
  return {
    offer: drawn(offer),
    demanded: session.stage === 'set-up-code',
    replaces: session.hasSecondFactor,
  };
};

export const actions: Actions = {
  default: async (event) => {
    const { locals, request, cookies, url } = event;
    const session = requireSetUp(locals.session, url);
    const { accountId } = session.person;
    const form = readForm(await request.formData(), Confirm);
    const sealed = form.ok ? form.value.sealed : String(form.values.sealed ?? '');
    const again = reopenOffer(sealed, accountId, session.login, issuerOf(locals));
    const offer = again && drawn(again);
    if (!form.ok) return fail(422, { errors: form.errors, offer });
    const refusal = await refusePassword(event, session, form.value['current-password'] ?? '');
    if (refusal) return fail(refusal.status, { errors: refusal.errors, offer });
    const now = Date.now();
    const confirmed = await checkOffer(sealed, accountId, form.value['login-code'], now);
    if (!confirmed) return fail(422, { errors: [WRONG_CODE], offer });
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

/** Replacing a second factor is what a thief of an open session would do: the password is asked. */
async function refusePassword({ locals }: RequestEvent, session: CurrentSession, given: string) {
  if (!session.hasSecondFactor) return undefined;
  const right = await confirmPassword(locals.commune.id, session, given).catch(refusalOf);
  if (right === true) return undefined;
  if (right !== false) return right;
  const message = 'Mật khẩu hiện tại không đúng.';
  return { status: 422, errors: [{ name: 'current-password', message }] };
}

function drawn({ secret, uri, sealed }: Enrolment) {
  return {
    sealed,
    /** In groups of four, for typing in by hand. */
    secret: secret.replace(/(.{4})(?=.)/g, '$1 '),
    picture: `data:image/svg+xml;base64,${Buffer.from(renderSVG(uri, { border: 2 })).toString('base64')}`,
  };
}

function issuerOf(locals: App.Locals): string {
  if (!locals.commune) error(404);
  return `Loa – ${capitalize(locals.commune.name)}`;
}
