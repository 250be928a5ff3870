// Who signs in at the sample office, with the passwords that its first start printed.
import { inject } from 'vitest';
import type { Person } from './browser.server.ts';

/** The password printed for a demo account. */
export function passwordOf(login: string, words = inject('officeWords')): string {
  const found = new RegExp(`^\\s+${login}\\s+(\\S+)$`, 'm').exec(words)?.[1];
  if (!found) throw new Error(`the office printed no password for ${login}:\n${words}`);
  return found;
}

/** Fills in the sign-in page the person stands on. */
export async function fillSignIn({ page }: Person, login: string, password: string): Promise<void> {
  await page.getByLabel('Tên đăng nhập').fill(login);
  await page.getByLabel('Mật khẩu').fill(password);
  await page.getByRole('button', { name: 'Đăng nhập', exact: true }).click();
}

/** Signs in with a demo account and waits for the page that was wanted. */
export async function signIn(
  person: Person,
  login: string,
  wanted = '/lam-viec',
  words = inject('officeWords'),
): Promise<void> {
  await person.page.goto(wanted);
  await fillSignIn(person, login, passwordOf(login, words));
  await person.page.waitForURL(`**${wanted}`);
}
