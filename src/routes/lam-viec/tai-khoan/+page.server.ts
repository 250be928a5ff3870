// One's own account: who I am here, how I am protected, where I am signed in.
import { error, fail, redirect } from '@sveltejs/kit';
import { z } from 'zod';
import { isId, readForm, refusalOf, roleNames } from '#lib/platform/index.ts';
import {
  confirmPassword,
  countRecoveryCodes,
  endOwnSession,
  forgetSessionToken,
  listSessions,
  listUnits,
  renewRecoveryCodes,
  signOutEverywhere,
} from '#lib/platform/index.server.ts';
import { formatInstant } from '#lib/vietnam/index.ts';
import type { Actions, PageServerLoad } from './$types';

const Renew = z.object({
  'current-password': z
    .string('Nhập mật khẩu hiện tại.')
    .min(1, 'Nhập mật khẩu hiện tại.')
    .max(1000),
});

export const load: PageServerLoad = async ({ locals }) => {
  const { person, session } = signedIn(locals);
  return locals.read(async (tx) => {
    const units = await listUnits(tx);
    const sessions = await listSessions(tx, person.accountId);
    return {
      login: session.login,
      isDemo: session.isDemo,
      position: person.name,
      roles: person.roles.map((role) => roleNames[role]),
      units: units.filter((unit) => person.unitIds.includes(unit.id)).map((unit) => unit.name),
      hasSecondFactor: session.hasSecondFactor,
      recoveryCodes: await countRecoveryCodes(tx, person.accountId),
      sessions: sessions.map((each) => ({
        id: each.id,
        device: each.device,
        since: formatInstant(each.createdAt),
        seen: formatInstant(each.lastSeenAt),
        isThis: each.id === session.id,
      })),
    };
  });
};

export const actions: Actions = {
  'thoat-het': async ({ locals, cookies, url }) => {
    const { person } = signedIn(locals);
    await locals.write((tx) => signOutEverywhere(tx, person.accountId));
    forgetSessionToken(cookies, url);
    redirect(303, '/dang-nhap?ly-do=da-dang-xuat');
  },
  'ket-thuc': async ({ locals, request }) => {
    const { person } = signedIn(locals);
    const id = (await request.formData()).get('id');
    if (!isId(id)) return fail(422, { codes: undefined, errors: [] });
    await locals.write((tx) => endOwnSession(tx, person.accountId, id));
    return { codes: undefined, errors: [] };
  },
  'ma-khoi-phuc': async ({ locals, request }) => {
    const { person, session } = signedIn(locals);
    const form = readForm(await request.formData(), Renew);
    if (!session.hasSecondFactor) return fail(422, { codes: undefined, errors: [] });
    if (!form.ok) return fail(422, { codes: undefined, errors: form.errors });
    const password = form.value['current-password'];
    const refusal = await confirmPassword(locals.commune.id, session, password).catch(refusalOf);
    if (refusal) return fail(refusal.status, { codes: undefined, errors: refusal.errors });
    const codes = await locals.write((tx) => renewRecoveryCodes(tx, person.accountId));
    return { codes, errors: [] };
  },
};

function signedIn({ actor, session }: App.Locals) {
  if (actor.kind !== 'person' || !session) error(401, 'Phiên làm việc chưa bắt đầu.');
  return { person: actor, session };
}
