// A coordinator takes in the plan, corrects it and puts it in force.
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { type Journey, type Person, PHONE, startJourney } from '../support/browser.server.ts';
import {
  DIGITAL_PLAN,
  FOREIGN_PLAN,
  type Paper,
  textFile,
  wordFile,
} from '../support/browser-papers.server.ts';
import { signIn } from '../support/browser-people.server.ts';

const NEW = '/lam-viec/ke-hoach/moi';

let journey: Journey;
let coordinator: Person;
let word: Paper;
beforeAll(async () => {
  journey = await startJourney('plan-intake', inject('officeUrl'));
  coordinator = await journey.person({ refusals: [409] });
  await signIn(coordinator, 'noi-vu');
  word = await wordFile('ke-hoach.docx', DIGITAL_PLAN);
});
afterAll(() => journey.end());

/** The clause of the understood plan that opens with these words. */
function clause(words: string) {
  return coordinator.page
    .getByRole('region', { name: 'Kế hoạch đã hiểu' })
    .locator('[data-key]')
    .filter({ hasText: words })
    .last();
}

async function saved(): Promise<void> {
  await coordinator.page
    .getByRole('status')
    .filter({ hasText: /Đã lưu lúc/ })
    .waitFor();
}

function counts(): Promise<string | null> {
  return coordinator.page
    .locator('header p, .lead')
    .filter({ hasText: 'Loa hiểu là' })
    .textContent();
}

describe('a coordinator', () => {
  it('uploads the Word file and sees what was understood', async () => {
    const { page } = coordinator;
    await coordinator.visit(NEW, 'upload');
    await page.getByLabel('Tệp kế hoạch').setInputFiles(word);
    await page.getByRole('button', { name: 'Đọc kế hoạch' }).click();
    await page.getByRole('heading', { level: 1, name: 'Rà soát kế hoạch' }).waitFor();
    expect(await counts()).toContain('3 nội dung, 2 biện pháp, 3 đơn vị, 4 nhiệm vụ');
    await coordinator.look('review');
  });

  it('sees each clause light its sentence', async () => {
    const { page } = coordinator;
    const source = page.getByRole('group', { name: 'Toàn văn' }).locator('.lit');
    await clause('Những thủ tục của xã đã nhận').hover();
    expect(await source.allTextContents()).toEqual([
      'Những thủ tục của xã đã nhận hồ sơ trực tuyến.',
    ]);
    await clause('In tờ hướng dẫn gửi các thôn').hover();
    expect((await source.allTextContents()).join('')).toContain('trước ngày 31/7/2023');
    await page.getByRole('link', { name: 'Điểm hỗ trợ nộp hồ sơ tại nhà văn hóa thôn.' }).click();
    expect(await clause('Điểm hỗ trợ nộp hồ sơ').getAttribute('aria-current')).toBe('true');
    await coordinator.snap('lit');
  });

  it('retypes a clause by mouse and takes it back', async () => {
    const { page } = coordinator;
    await clause('Những thủ tục của xã').getByRole('link', { name: 'Sửa' }).click();
    await page.getByLabel('Lời văn').first().fill('Thủ tục nào của xã nộp được qua mạng.');
    await coordinator.look('editing');
    await page.getByRole('button', { name: 'Lưu', exact: true }).click();
    await clause('Thủ tục nào của xã nộp được qua mạng.').waitFor();
    await saved();
    await page.getByRole('button', { name: 'Hoàn tác' }).click();
    await clause('Những thủ tục của xã đã nhận').waitFor();
    await page.getByRole('button', { name: 'Làm lại' }).click();
    await clause('Thủ tục nào của xã nộp được qua mạng.').waitFor();
  });

  it('splits, joins, moves and drops by keyboard, and takes each back', async () => {
    const { page } = coordinator;
    const keys = page.keyboard;
    await clause('Cách tạo tài khoản').click();
    await keys.press('s');
    await page.getByRole('slider', { name: 'Chỗ tách' }).waitFor();
    await keys.press('ArrowDown');
    await keys.press('ArrowUp');
    await coordinator.look('splitting');
    await keys.press('Enter');
    await page.getByText('4 nội dung').first().waitFor();
    await keys.press('Control+z');
    await page.getByText('3 nội dung').first().waitFor();
    await clause('Phát tin trên hệ thống loa').click();
    await keys.press('j');
    await page.getByText('1 biện pháp').first().waitFor();
    await keys.press('Control+z');
    await page.getByText('2 biện pháp').first().waitFor();
    await clause('Điểm hỗ trợ nộp hồ sơ').click();
    await keys.press('Delete');
    await page.getByText('2 nội dung').first().waitFor();
    await keys.press('Delete');
    await page.getByText('3 nội dung').first().waitFor();
    await clause('Điểm hỗ trợ nộp hồ sơ').click();
    await keys.press('Alt+ArrowUp');
    await saved();
    await keys.press('?');
    await page.getByRole('dialog', { name: 'Phím tắt khi rà soát' }).waitFor();
    await coordinator.look('keys');
    await keys.press('Escape');
  });

  it('hands a duty to another unit', async () => {
    const { page } = coordinator;
    await clause('In tờ hướng dẫn gửi các thôn').getByRole('link', { name: 'Sửa' }).click();
    await page.getByLabel('Chuyển sang').selectOption({ label: 'Đoàn Thanh niên xã' });
    await page.getByRole('button', { name: 'Chuyển', exact: true }).last().click();
    await saved();
    await page.reload();
    expect(await counts()).toContain('3 đơn vị, 4 nhiệm vụ');
    const youth = page.locator('.unit').filter({ hasText: 'Đoàn Thanh niên xã' });
    expect(await youth.textContent()).toContain('In tờ hướng dẫn gửi các thôn');
  });

  it('confirms: the units have their duties, each citing its sentence', async () => {
    const { page } = coordinator;
    await page.getByRole('link', { name: 'Xác nhận…' }).click();
    await page.getByRole('heading', { level: 1, name: 'Xác nhận kế hoạch' }).waitFor();
    await coordinator.look('confirm');
    await page.getByRole('button', { name: 'Xác nhận kế hoạch' }).click();
    await page.getByText('Kế hoạch đã có hiệu lực').waitFor();
    await coordinator.look('in-force');
    const duty = page.getByRole('listitem').filter({ hasText: 'In tờ hướng dẫn gửi các thôn' });
    await duty.getByRole('link', { name: 'Câu gốc' }).click();
    const lit = page.getByRole('group', { name: 'Toàn văn' }).locator('.lit');
    expect((await lit.allTextContents()).join('')).toContain('In tờ hướng dẫn gửi các thôn');
    await coordinator.visit('/lam-viec/ke-hoach', 'plans');
  });

  it('is told that the same plan is there already', async () => {
    const { page } = coordinator;
    await coordinator.visit(NEW);
    await page.getByLabel('Tệp kế hoạch').setInputFiles(word);
    await page.getByRole('button', { name: 'Đọc kế hoạch' }).click();
    await page.getByText(/Kế hoạch này đã được nhập ngày/).waitFor();
    await coordinator.look('known');
    await page.getByRole('link', { name: 'Mở bản đã nhập' }).click();
    await page.getByRole('heading', { level: 1, name: /dịch vụ công trực tuyến/ }).waitFor();
  });

  it('is asked before another wording of the same number is taken in', async () => {
    const { page } = coordinator;
    await coordinator.visit(NEW);
    const other = DIGITAL_PLAN.replace('Phát tin trên hệ thống loa', 'Đọc tin trên hệ thống loa');
    await page.getByLabel('Tệp kế hoạch').setInputFiles(textFile('dinh-chinh.txt', other));
    await page.getByRole('button', { name: 'Đọc kế hoạch' }).click();
    await page.getByText(/Đã có một văn bản cùng số 27\/KH-UBND/).waitFor();
    await coordinator.look('same-number');
  });

  it('is asked before a plan of another commune is taken in, and what was pasted stays', async () => {
    const { page } = coordinator;
    await page.goto(NEW);
    await page.getByLabel('Dán toàn văn kế hoạch').fill(FOREIGN_PLAN);
    await page.getByRole('button', { name: 'Đọc kế hoạch' }).click();
    await page.getByText(/do .*An Bình.* ban hành, không phải của/i).waitFor();
    await coordinator.look('other-commune');
    expect(await page.getByLabel('Dán toàn văn kế hoạch').inputValue()).toBe(FOREIGN_PLAN);
    await coordinator.visit('/lam-viec/ke-hoach');
    expect(await page.getByText('An Bình').count()).toBe(0);
  });
});

describe('who is not the coordinator', () => {
  it('reads the plan but is given no way to take one in', async () => {
    const member = await journey.person({ viewport: PHONE, hasTouch: true, refusals: [403] });
    await signIn(member, 'dai-phat-thanh');
    await member.visit('/lam-viec/ke-hoach', 'plans-of-a-member-phone');
    expect(await member.page.getByRole('link', { name: 'Nhập kế hoạch' }).count()).toBe(0);
    const answer = await member.page.goto(NEW);
    expect(answer?.status()).toBe(403);
    await member.look('denied-phone');
  });
});
