// The public pages on paper, in the dark, and enlarged.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { axeFaults, overflowsAt } from '../support/browser-checks.server.ts';
import { type Journey, startJourney } from '../support/browser.server.ts';
import { signIn } from '../support/browser-people.server.ts';

const PUBLIC = [
  ['home', '/'],
  ['category', '/cai-cach-hanh-chinh'],
  ['results', '/ke-hoach-va-ket-qua'],
  ['figures', '/ket-qua-giai-quyet-tthc'],
  ['hotlines', '/duong-day-nong'],
  ['procedure', '/thu-tuc/1.001193'],
] as const;
const DESK = [
  ['today', '/lam-viec'],
  ['coverage', '/lam-viec/do-phu'],
  ['record', '/lam-viec/hoat-dong/moi?loai=radio-bulletin'],
] as const;
const PDFTOTEXT = ['/usr/bin/pdftotext', '/usr/local/bin/pdftotext'].find((file) =>
  existsSync(file),
);

let journey: Journey;
let planAddress: string;
beforeAll(async () => {
  journey = await startJourney('print-and-sight', inject('officeUrl'));
  const { page, context } = await journey.person();
  await page.goto('/cai-cach-hanh-chinh');
  const plan = page.getByRole('main').locator('a[href^="/cai-cach-hanh-chinh/ke-hoach/"]').last();
  planAddress = (await plan.getAttribute('href')) ?? '';
  await context.close();
});
afterAll(() => journey.end());

describe('printed', () => {
  it('the plan is an official paper: national heading, no menu, marked as sample data', async () => {
    const person = await journey.person();
    await person.page.goto(planAddress);
    await person.page.emulateMedia({ media: 'print' });
    await person.snap('plan');
    expect(await person.page.getByRole('navigation').filter({ visible: true }).count()).toBe(0);
    expect(await person.page.getByRole('contentinfo').filter({ visible: true }).count()).toBe(0);
    const folder = mkdtempSync(path.join(tmpdir(), 'loa-print-'));
    const file = path.join(folder, 'plan.pdf');
    await person.page.pdf({ path: file, format: 'A4', preferCSSPageSize: true });
    expect(readFileSync(file).length).toBeGreaterThan(10_000);
    if (PDFTOTEXT) {
      const text = execFileSync(PDFTOTEXT, ['-layout', file, '-'], { encoding: 'utf8' });
      const words = text.normalize('NFC').replace(/\s+/g, ' ');
      expect(words).toMatch(/CỘNG H(ÒA|OÀ) XÃ HỘI CHỦ NGHĨA VIỆT NAM/i);
      expect(words).toMatch(/Độc lập - Tự do - Hạnh phúc/);
      expect(words).toMatch(/Dữ liệu minh họa/);
      expect(words).toMatch(/Nơi nhận:/);
      expect(words).not.toContain('Đến nội dung chính');
      expect(words).not.toContain('Đường dây nóng');
    }
    rmSync(folder, { recursive: true });
  });
});

describe('a wide table in a written text', () => {
  const ARTICLE = '/tin/khai-sinh-cho-con-can-mang-gi-bao-gio-co-giay';

  it('scrolls on a telephone and keeps all its columns on paper', async () => {
    // As much as an A4 sheet has room for.
    const { page } = await journey.person({ viewport: { width: 690, height: 900 } });
    await page.goto(ARTICLE);
    const columnsOut = () =>
      page.locator('.rich').evaluate((text) => {
        const table = text.ownerDocument.createElement('table');
        for (let column = 0; column < 8; column += 1) {
          const cell = (table.rows[0] ?? table.insertRow()).insertCell();
          cell.textContent = 'Giao cho đơn vị nào';
        }
        text.append(table);
        const end = text.getBoundingClientRect().right + 1;
        const cells = [...table.querySelectorAll('td')];
        const out = cells.filter((cell) => cell.getBoundingClientRect().right > end).length;
        table.remove();
        return out;
      });
    expect(await columnsOut()).toBeGreaterThan(0);
    await page.emulateMedia({ media: 'print' });
    expect(await columnsOut()).toBe(0);
  });
});

describe('in the dark', () => {
  it.each(PUBLIC)('%s can be read', async (name, address) => {
    const person = await journey.person({ colorScheme: 'dark', javaScriptEnabled: false });
    await person.visit(address, `dark-${name}`);
  });

  it('the plan can be read', async () => {
    const person = await journey.person({ colorScheme: 'dark', javaScriptEnabled: false });
    await person.visit(planAddress, 'dark-plan');
  });

  it('the desk can be read', async () => {
    const person = await journey.person({ colorScheme: 'dark' });
    await signIn(person, 'noi-vu');
    for (const [name, address] of DESK) await person.visit(address, `dark-desk-${name}`);
  });
});

describe('enlarged to 200 %', () => {
  // A window of 1280 pixels at 200 % has room for 640.
  it.each(PUBLIC)('%s needs no scrolling sideways', async (name, address) => {
    const person = await journey.person({
      viewport: { width: 640, height: 450 },
      deviceScaleFactor: 2,
    });
    await person.page.goto(address);
    expect(await overflowsAt(person.page, 640)).toEqual([]);
    expect(await axeFaults(person.page)).toEqual([]);
    await person.snap(`large-${name}`);
  });
});
