// Files that can't be taken in: each gets its own words, nothing is half saved, nothing typed is lost.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { type Journey, type Person, startJourney } from '../support/browser.server.ts';
import { unusablePapers } from '../support/browser-papers.server.ts';
import { signIn } from '../support/browser-people.server.ts';

const papers = await unusablePapers();
const TYPED = 'Phần này gõ tay, không được mất.';

// From a folder, as people choose files; what is handed over in memory may not weigh 60 MB.
const folder = mkdtempSync(path.join(tmpdir(), 'loa-papers-'));

let journey: Journey;
let coordinator: Person;
let plansBefore: number;
beforeAll(async () => {
  journey = await startJourney('plan-refusals', inject('officeUrl'));
  coordinator = await journey.person({ refusals: [413, 415, 422] });
  await signIn(coordinator, 'noi-vu');
  plansBefore = await countPlans();
});
afterAll(async () => {
  await journey.end();
  rmSync(folder, { recursive: true });
});

async function countPlans(): Promise<number> {
  await coordinator.page.goto('/lam-viec/ke-hoach');
  return coordinator.page.locator('main article').count();
}

test.each(papers)('$name', async ({ says, ...paper }) => {
  const { page } = coordinator;
  const file = path.join(folder, paper.name);
  writeFileSync(file, paper.buffer);
  await page.goto('/lam-viec/ke-hoach/moi');
  await page.getByLabel('Dán toàn văn kế hoạch').fill(TYPED);
  await page.getByLabel('Tệp kế hoạch').setInputFiles(file);
  await page.getByRole('button', { name: 'Đọc kế hoạch' }).click();
  const message = page.getByRole('alert').or(page.locator('#loi'));
  await message.first().waitFor();
  const words = (await message.first().innerText()).replace(/\s+/g, ' ');
  expect(words).toMatch(says);
  expect(await page.getByLabel('Dán toàn văn kế hoạch').inputValue()).toBe(TYPED);
  await coordinator.snap(paper.name.replace(/\W/g, '-'));
  expect(await countPlans()).toBe(plansBefore);
});

test('nothing chosen and nothing pasted', async () => {
  const { page } = coordinator;
  await page.goto('/lam-viec/ke-hoach/moi');
  await page.getByRole('button', { name: 'Đọc kế hoạch' }).click();
  await page.getByText('Chưa có văn bản nào để đọc.').waitFor();
  await coordinator.look();
});
