// Signing in, being refused, and leaving.
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { type Journey, PHONE, startJourney } from '../support/browser.server.ts';
import { fillSignIn, passwordOf, signIn } from '../support/browser-people.server.ts';

let journey: Journey;
beforeAll(async () => {
  journey = await startJourney('sign-in', inject('officeUrl'));
});
afterAll(() => journey.end());

describe('a member of a unit', () => {
  it('is led to sign in and back to the page that was wanted', async () => {
    const person = await journey.person();
    await person.page.goto('/lam-viec');
    await person.look('sign-in-desk');
    await fillSignIn(person, 'tu-phap', passwordOf('tu-phap'));
    await person.page.waitForURL('**/lam-viec');
    await person.look('desk-home');
    await person.page.getByRole('button', { name: 'Đăng xuất' }).click();
    await person.page.getByText('Đã đăng xuất').waitFor();
    await person.look();
    await person.page.goto('/lam-viec');
    expect(new URL(person.page.url()).pathname).toBe('/dang-nhap');
  });

  it('reads in Vietnamese what is wrong, and keeps the login', async () => {
    const person = await journey.person({ viewport: PHONE, hasTouch: true, refusals: [401] });
    await person.page.goto('/dang-nhap');
    await fillSignIn(person, 'van-phong', 'sai-mat-khau-roi');
    await person.page.getByText('Chưa đăng nhập được').waitFor();
    await person.look('wrong-password-phone');
    expect(await person.page.getByLabel('Tên đăng nhập').inputValue()).toBe('van-phong');
    expect(await person.page.getByLabel('Mật khẩu').inputValue()).toBe('');
  });

  it('signs in without JavaScript', async () => {
    const person = await journey.person({ javaScriptEnabled: false });
    await signIn(person, 'mat-tran');
    await person.page.getByRole('heading', { level: 1 }).waitFor();
  });
});

describe('a stranger who guesses', () => {
  it('has to wait, while the colleague’s own device still gets in', async () => {
    const colleague = await journey.person();
    await signIn(colleague, 'tuyen-giao');
    await colleague.page.getByRole('button', { name: 'Đăng xuất' }).click();
    await colleague.page.getByText('Đã đăng xuất').waitFor();

    const stranger = await journey.person({ refusals: [401, 429] });
    await stranger.page.goto('/dang-nhap');
    const refusals: string[] = [];
    for (let guess = 1; guess <= 7; guess++) {
      const answered = stranger.page.waitForResponse((one) => one.request().method() === 'POST');
      await fillSignIn(stranger, 'tuyen-giao', `doan-lan-thu-${guess}`);
      await answered;
      await stranger.page.getByText('Chưa đăng nhập được').waitFor();
      refusals.push(await stranger.page.getByRole('main').innerText());
    }
    await stranger.look('has-to-wait');
    expect(refusals[0]).not.toMatch(/\d+ giây/);
    expect(refusals.at(-1)).toMatch(/\d+ giây/);

    await signIn(colleague, 'tuyen-giao');
  });
});

describe('signing out everywhere', () => {
  it('ends the session on the telephone too', async () => {
    const atDesk = await journey.person();
    const onPhone = await journey.person({ viewport: PHONE, hasTouch: true });
    await signIn(atDesk, 'cong-doan');
    await signIn(onPhone, 'cong-doan');
    await atDesk.visit('/lam-viec/tai-khoan', 'own-account');
    await atDesk.page.getByRole('button', { name: 'Đăng xuất khỏi mọi thiết bị' }).click();
    await atDesk.page.getByText('Đã đăng xuất').waitFor();
    await onPhone.page.goto('/lam-viec');
    expect(new URL(onPhone.page.url()).pathname).toBe('/dang-nhap');
  });
});
