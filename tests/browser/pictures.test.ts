// The pictures of the README: drawn anew when LOA_WRITE_PICTURES=1, otherwise checked to be there.
import { mkdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Journey, type Person, startJourney } from '../support/browser.server.ts';
import { signIn } from '../support/browser-people.server.ts';
import { DIGITAL_PLAN } from '../support/browser-papers.server.ts';
import { type Office, startOffice } from '../support/office.server.ts';

const FOLDER = path.resolve(import.meta.dirname, '../../docs/pictures');
const PICTURES = ['portal', 'review', 'coverage'] as const;
const MOST = 150 * 1024;

if (process.env.LOA_WRITE_PICTURES === '1') {
  describe('drawing the pictures', drawPictures);
}

function drawPictures(): void {
  let office: Office;
  let journey: Journey;
  let coordinator: Person;
  beforeAll(async () => {
    mkdirSync(FOLDER, { recursive: true });
    office = await startOffice();
    journey = await startJourney('pictures', office.url);
    coordinator = await journey.person({ viewport: { width: 1280, height: 860 } });
  });
  afterAll(async () => {
    await journey.end();
    await office.end();
  });

  async function keep(name: (typeof PICTURES)[number]): Promise<void> {
    const shot = await coordinator.page.screenshot({ animations: 'disabled' });
    await sharp(shot)
      .png({ palette: true, colours: 128, effort: 10, compressionLevel: 9 })
      .toFile(path.join(FOLDER, `${name}.png`));
  }

  it('the portal, the coverage and the review', async () => {
    const { page } = coordinator;
    await page.goto('/');
    await keep('portal');
    await signIn(coordinator, 'noi-vu', '/lam-viec', office.words);
    await page.goto('/lam-viec/do-phu');
    await page.getByRole('table').first().scrollIntoViewIfNeeded();
    await keep('coverage');
    await page.goto('/lam-viec/ke-hoach/moi');
    await page.getByLabel('Dán toàn văn kế hoạch').fill(DIGITAL_PLAN);
    await page.getByRole('button', { name: 'Đọc kế hoạch' }).click();
    await page.getByRole('button', { name: 'Phím tắt' }).waitFor();
    await page.locator('[data-key]').filter({ hasText: 'Điểm hỗ trợ nộp hồ sơ' }).last().click();
    await keep('review');
  });
}

describe('the pictures of the README', () => {
  it.each(PICTURES)('%s is there, large enough to read and small enough to load', async (name) => {
    const file = path.join(FOLDER, `${name}.png`);
    const { width, height } = await sharp(readFileSync(file)).metadata();
    expect(width).toBeGreaterThanOrEqual(1200);
    expect(height).toBeGreaterThanOrEqual(700);
    expect(statSync(file).size).toBeLessThanOrEqual(MOST);
  });
});
