// The accounts of the office, and a form for one more.
import { fail } from '@sveltejs/kit';
import { NewAccountForm, readForm, refusalOf, roleNames } from '#lib/platform/index.ts';
import {
  createAccount,
  generatePassword,
  hashPassword,
  listAccounts,
  listUnits,
} from '#lib/platform/index.server.ts';
import type { Actions, PageServerLoad } from './$types';
import { roleChoices, unitChoices } from './choices.ts';

export const load: PageServerLoad = ({ locals }) =>
  locals.read(async (tx) => {
    const accounts = await listAccounts(tx);
    const units = await listUnits(tx);
    const unitNames = new Map(units.map((unit) => [unit.id, unit.name]));
    return {
      accounts: accounts.map((account) => ({
        id: account.id,
        login: account.login,
        name: account.name,
        roles: account.roles.map((role) => roleNames[role]).join(', '),
        units: account.unitIds.map((id) => unitNames.get(id) ?? '').join(', '),
        isDisabled: account.disabledAt !== null,
        hasSecondFactor: account.hasSecondFactor,
        mustChangePassword: account.mustChangePassword,
      })),
      roleChoices,
      unitChoices: unitChoices(units),
    };
  });

export const actions: Actions = {
  default: async ({ locals, request }) => {
    const form = readForm(await request.formData(), NewAccountForm, ['roles', 'unitIds']);
    if (!form.ok) return fail(422, { errors: form.errors, values: form.values });
    const password = generatePassword();
    const passwordHash = await hashPassword(password);
    const account = { ...form.value, passwordHash, mustChangePassword: true };
    const answer = await locals.write((tx) => createAccount(tx, account)).catch(refusalOf);
    if (typeof answer !== 'string') {
      return fail(answer.status, { errors: answer.errors, values: form.values });
    }
    return { created: { login: form.value.login, password } };
  },
};
