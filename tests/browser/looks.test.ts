// A reader with weak eyes chooses larger letters and stronger colours, without script: every public page
// follows, on the narrowest telephone too, and nobody else's pages do.
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { type Journey, type Person, PHONE, startJourney } from '../support/browser.server.ts';

const PAGES = [
  ['home', '/'],
  ['news', '/tin'],
  ['category', '/cai-cach-hanh-chinh'],
  ['results', '/ke-hoach-va-ket-qua'],
  ['figures', '/ket-qua-giai-quyet-tthc'],
  ['hotlines', '/duong-day-nong'],
  ['contact', '/lien-he'],
  ['procedures', '/thu-tuc'],
  ['procedure', '/thu-tuc/1.001193'],
  ['documents', '/van-ban'],
  ['organisation', '/thong-tin/to-chuc'],
  ['village', '/thon/thon-1'],
  ['search', '/tim-kiem?q=khai%20sinh'],
  ['term', '/tinh-ngay-lam-viec'],
  ['visits', '/luot-truy-cap'],
  ['accessibility', '/tro-nang'],
  ['english-search', '/en/search?q=land'],
  ['english-procedure', '/en/procedures/1.001193'],
  ['english-term', '/en/working-days?ngay-nhan=2023-01-19&so=5'],
] as const;

let journey: Journey;
let reader: Person;
beforeAll(async () => {
  journey = await startJourney('looks', inject('officeUrl'));
  reader = await journey.person({
    javaScriptEnabled: false,
    viewport: PHONE,
    colorScheme: 'light',
    refusals: [404],
  });
});
afterAll(() => journey.end());

async function choose(size: string, colours: string): Promise<void> {
  const { page } = reader;
  await page.getByRole('link', { name: 'Cỡ chữ, màu nền' }).filter({ visible: true }).click();
  await page.getByLabel(size, { exact: true }).check();
  await page.getByLabel(colours).check();
  await reader.look(`choice-${colours}`);
  await page.getByRole('button', { name: 'Xem như đã chọn' }).click();
}

/** What the page's body is drawn in. */
const drawn = (person: Person) =>
  person.page.evaluate(() => {
    const { fontSize, color, backgroundColor } = getComputedStyle(document.body);
    return { fontSize, color, backgroundColor };
  });

describe('larger letters and stronger colours', () => {
  it('are chosen from any page, which comes back in them', async () => {
    await reader.page.goto('/duong-day-nong');
    expect((await drawn(reader)).fontSize).toBe('17px');
    await choose('Lớn gấp đôi', 'Chữ trắng, nền đen');
    expect(new URL(reader.page.url()).pathname).toBe('/duong-day-nong');
    expect(await drawn(reader)).toEqual({
      fontSize: '34px',
      color: 'rgb(255, 255, 255)',
      backgroundColor: 'rgb(0, 0, 0)',
    });
  });

  it.each(PAGES)('%s is whole in them, without scrolling sideways', async (name, address) => {
    await reader.visit(address, name);
    expect((await drawn(reader)).fontSize).toBe('34px');
  });

  it('the counter in its picture too, in colours and size', async () => {
    await reader.page.goto('/duong-day-nong');
    const picture = reader.page.getByAltText('Số lượt truy cập: mở để đọc bằng chữ');
    const { width = 0 } = (await picture.boundingBox()) ?? {};
    expect(width).toBeGreaterThan(300);
    const drawn = await reader.page.request.get(
      await picture.evaluate((image: HTMLImageElement) => image.currentSrc),
    );
    const inks = [...(await drawn.text()).matchAll(/fill="([^"]+)"/g)].map(([, ink]) => ink);
    expect(new Set(inks)).toEqual(new Set(['#ffffff']));
  });

  it('an address that leads nowhere too', () => reader.visit('/khong-co-trang-nay', 'not-found'));

  it('leave other readers, and what is kept for them, alone', async () => {
    const other = await journey.person({ javaScriptEnabled: false, colorScheme: 'light' });
    for (const address of ['/', '/duong-day-nong']) {
      await other.page.goto(address);
      expect(await other.page.content()).not.toMatch(/data-text|looks/);
    }
    await reader.page.goto('/');
    expect((await drawn(reader)).fontSize).toBe('34px');
  });

  it('stay dark for who wants dark, black on white for who needs it, and end when asked to', async () => {
    await reader.page.goto('/lien-he');
    await choose('Lớn', 'Nền tối');
    expect((await drawn(reader)).backgroundColor).toBe('rgb(21, 18, 17)');
    await reader.look('dark');
    await choose('Lớn hơn', 'Chữ đen, nền trắng');
    expect(await drawn(reader)).toEqual({
      fontSize: '25.5px',
      color: 'rgb(0, 0, 0)',
      backgroundColor: 'rgb(255, 255, 255)',
    });
    await reader.look('black-on-white');
    await reader.page.goto('/cach-xem');
    await reader.page.getByRole('button', { name: 'Trở lại như thường' }).click();
    expect((await drawn(reader)).fontSize).toBe('17px');
    expect(await reader.context.cookies()).toEqual([]);
  });

  it('lead nobody off the site', async () => {
    await reader.page.goto('/cach-xem?tiep=//elsewhere.example/');
    await reader.page.getByRole('button', { name: 'Xem như đã chọn' }).click();
    expect(reader.page.url()).toBe(new URL('/cach-xem', inject('officeUrl')).href);
  });
});
