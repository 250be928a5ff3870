// The coordinator takes a plan in, corrects it beside its source, and confirms it.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { type Journey, type Person, PHONE, startJourney } from '../support/browser.server.ts';
import { signIn } from '../support/browser-people.server.ts';
import { planForReview } from '../support/plan-for-review.ts';

const SAMPLE = path.resolve(import.meta.dirname, '../../data/demo/ke-hoach-mau.txt');
const NEW = '/lam-viec/ke-hoach/moi';

let journey: Journey;
beforeAll(async () => {
  journey = await startJourney('plan-review', inject('officeUrl'));
});
afterAll(() => journey.end());

async function coordinator(habits: Parameters<Journey['person']>[0] = {}): Promise<Person> {
  const person = await journey.person({ refusals: [401, 409, 413, 415, 422], ...habits });
  await signIn(person, 'noi-vu');
  return person;
}

async function paste({ page }: Person, text: string): Promise<void> {
  await page.goto(NEW);
  await page.getByLabel('Dán toàn văn kế hoạch').fill(text);
  await page.getByRole('button', { name: 'Đọc kế hoạch' }).click();
}

/** The keyboard is offered once the page's script runs. */
async function ready({ page }: Person): Promise<void> {
  await page.getByRole('button', { name: 'Phím tắt' }).waitFor();
}

const file = (name: string, body: string | Buffer) => ({
  name,
  mimeType: 'application/octet-stream',
  buffer: Buffer.from(body),
});

describe('what can not be taken in', () => {
  it.each([
    ['nothing at all', null, 'Chưa có văn bản nào để đọc'],
    ['an empty file', file('trong.txt', ''), 'không có nội dung'],
    [
      'a picture named as a document',
      file(
        'ke-hoach.docx',
        Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13]),
      ),
      'ke-hoach.docx',
    ],
    ['the plan that is there already', SAMPLE, 'đã được nhập'],
  ])('%s is answered with what to do', async (_name, given, words) => {
    const person = await coordinator();
    await person.page.goto(NEW);
    if (given) await person.page.getByLabel('Tệp kế hoạch').setInputFiles(given);
    await person.page.getByRole('button', { name: 'Đọc kế hoạch' }).click();
    await person.page.getByText(words).first().waitFor();
    await person.look();
  });

  it('pasted text that is no plan stays in its box', async () => {
    const person = await coordinator();
    const letter = 'Kính gửi các thôn. Ngày mai họp lúc 8 giờ tại nhà văn hóa.';
    await paste(person, letter);
    await person.page.getByText('Không nhận ra đây là kế hoạch').waitFor();
    expect(await person.page.getByLabel('Dán toàn văn kế hoạch').inputValue()).toBe(letter);
    await person.look('no-plan');
  });

  it('a plan of another commune waits for a yes, without script and without choosing the file again', async () => {
    const person = await coordinator({ javaScriptEnabled: false });
    const text = readFileSync(SAMPLE, 'utf8')
      .replaceAll('TIỀN TIẾN', 'HÒA BÌNH')
      .replaceAll('Tiền Tiến', 'Hòa Bình');
    await person.page.goto(NEW);
    await person.page.getByLabel('Tệp kế hoạch').setInputFiles(file('xa-khac.txt', text));
    await person.page.getByRole('button', { name: 'Đọc kế hoạch' }).click();
    await person.page.getByText('không phải của xã Tiền Tiến').waitFor();
    await person.page.getByLabel('vẫn nhận').check();
    await person.page.getByRole('button', { name: 'Đọc kế hoạch' }).click();
    await person.page.getByRole('heading', { name: 'Rà soát kế hoạch' }).waitFor();
    await person.page.getByText('Bỏ bản nháp này').click();
    await person.page.getByRole('button', { name: 'Bỏ bản nháp' }).click();
    await person.page.waitForURL('**/lam-viec/ke-hoach');
  });
});

describe('a plan from text to duties', () => {
  it('is understood, corrected by keyboard and mouse, saved as one goes, and confirmed', async () => {
    const person = await coordinator();
    const { page } = person;
    await paste(person, planForReview);
    await page.getByText('2 nội dung, 2 biện pháp, 2 đơn vị, 3 nhiệm vụ').waitFor();
    await ready(person);
    await person.look('review');

    // A clause lights its sentence.
    await page.keyboard.press('ArrowDown');
    const lit = page.locator('.paper .lit');
    expect(await lit.first().textContent()).toContain('Tuyên truyền cách nộp hồ sơ');

    // The first sentence is offered for cutting.
    await page.keyboard.press('s');
    await page.keyboard.press('Enter');
    await page.getByText('3 nội dung, 2 biện pháp').waitFor();
    await page.keyboard.press('Control+z');
    await page.getByText('2 nội dung, 2 biện pháp').waitFor();

    await page.keyboard.press('Enter');
    await page.getByLabel('Tên ngắn').fill('Nộp hồ sơ trực tuyến');
    await person.look('editing');
    await page.getByRole('button', { name: 'Lưu', exact: true }).click();
    await page.getByText('Đã lưu lúc').waitFor();
    await person.look('saved');

    // A duty goes to another unit.
    await page.getByText('Phát mỗi tuần hai bản tin').last().click();
    await page.keyboard.press('u');
    await page.getByLabel('Chuyển sang').selectOption({ label: 'Công chức Văn hóa - Thông tin' });
    await page.getByRole('button', { name: 'Chuyển', exact: true }).click();
    await page.getByText('Đơn vị chưa có nhiệm vụ nào').waitFor();
    await page.keyboard.press('Control+z');
    await page.getByText('Đơn vị chưa có nhiệm vụ nào').waitFor({ state: 'detached' });

    await page.keyboard.press('?');
    await page.getByRole('heading', { name: 'Phím tắt khi rà soát' }).waitFor();
    await page.keyboard.press('Escape');

    await page.getByText('Đã lưu lúc').waitFor();
    await page.reload();
    await page.getByText('Nộp hồ sơ trực tuyến').first().waitFor();
    await page.getByRole('link', { name: 'Xác nhận…' }).click();
    await page.getByRole('heading', { name: 'Xác nhận kế hoạch' }).waitFor();
    await person.look('confirm');
    await page.getByLabel('Chưa, chỉ dùng trong cơ quan').check();
    await page.getByRole('button', { name: 'Xác nhận kế hoạch' }).click();
    await page.getByText('Kế hoạch đã có hiệu lực').waitFor();
    await page.getByText('Biên soạn tài liệu hướng dẫn trước ngày 15/4/2023.').first().waitFor();
    await person.look('in-force');
    await person.visit('/lam-viec/ke-hoach', 'plans');
  });

  it('is corrected without script, on a phone', async () => {
    const person = await coordinator({ javaScriptEnabled: false, viewport: PHONE });
    const { page } = person;
    await paste(person, planForReview.replace('Số: 15/', 'Số: 16/').replace('ngày 10', 'ngày 11'));
    await page.getByText('2 nội dung, 2 biện pháp, 2 đơn vị, 3 nhiệm vụ').waitFor();
    await page.getByRole('link', { name: 'Sửa', exact: true }).first().click();
    await page.getByLabel('Tên ngắn').fill('Hồ sơ tại nhà');
    await page.getByRole('button', { name: 'Lưu', exact: true }).click();
    await page.getByText('Hồ sơ tại nhà').waitFor();
    await person.snap('without-script-phone');
    await page.getByRole('button', { name: 'Hoàn tác' }).click();
    expect(await page.getByText('Hồ sơ tại nhà').count()).toBe(0);
  });
});

describe('two people at one plan', () => {
  it('a second saver sees both texts, and nothing is lost when the session ends', async () => {
    const person = await coordinator();
    const { page, context } = person;
    await paste(person, planForReview.replace('Số: 15/', 'Số: 17/').replace('ngày 10', 'ngày 12'));
    await ready(person);
    const address = page.url();

    const colleague = await coordinator();
    await colleague.page.goto(address);
    await ready(colleague);
    await colleague.page.keyboard.press('ArrowDown');
    await colleague.page.keyboard.press('Delete');
    await colleague.page.getByText('Đã lưu lúc').waitFor();

    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Delete');
    await page.getByRole('heading', { name: 'Có người vừa lưu trước' }).waitFor();
    await person.look('both-texts');
    await page.getByRole('button', { name: 'Đặt sửa đổi của tôi lên bản mới' }).click();
    await page.getByText('0 nội dung, 2 biện pháp').waitFor();
    await page.getByText('Chưa có nội dung tuyên truyền nào').waitFor();

    await context.clearCookies();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Control+z');
    await page.getByText('Phiên làm việc đã hết hạn').waitFor();
    await person.snap('session-gone');
    const kept = await page.evaluate(() => Object.keys(localStorage).length);
    expect(kept).toBe(1);
  });
});
