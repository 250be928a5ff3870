// Scans: refused with what to do, or read where Tesseract with Vietnamese is installed.
import sharp from 'sharp';
import { beforeAll, describe, expect, test } from 'vitest';
import { checkDocument, sure } from '#lib/documents/index.ts';
import { readHere, whyNoRecognition } from '#lib/documents/index.server.ts';
import { planPdf } from '../support/office-files.server.ts';
import { sent } from '../support/paper-layouts.ts';
import { loadPapers } from '../support/papers.server.ts';
import { picturesOfPdf, scannedPdf } from '../support/scan.server.ts';
import { scoreReading } from '../support/score.ts';

const { paper, expected } = sure(
  loadPapers().find((each) => each.paper.name === 'ke-hoach-giao-viec'),
);
const reason = await whyNoRecognition();
if (reason !== undefined) process.stdout.write(`recognition: skipped, ${reason}\n`);

describe.skipIf(reason !== undefined)('the pages of a scan', () => {
  let pictures: Buffer[] = [];

  beforeAll(async () => {
    const lines = paper.body.split(/\n+/).filter((line) => line !== '');
    const pdf = await planPdf({
      ...paper,
      title: lines.slice(0, 2),
      body: lines.slice(2),
      recipients: sent(paper),
    });
    pictures = picturesOfPdf(pdf);
  });

  test('are refused with what to do where nobody asked to recognise them', async () => {
    const scan = await scannedPdf(pictures.slice(0, 1));
    await expect(readHere(scan, { name: 'quet.pdf' })).rejects.toMatchObject({
      code: 'document.scanned',
    });
  });

  test('are read, the two columns of the head and of the foot in their order', async () => {
    const file = await readHere(await scannedPdf(pictures), { name: 'quet.pdf', ocr: true });
    expect(file.source).toMatchObject({ format: 'pdf', recognition: { pages: pictures.length } });
    expect(file.source.confidence).toBeGreaterThan(0.8);
    // A stroke of "III." may be lost in a scan; head, foot, units and deadlines may not.
    const points = scoreReading(expected, file).filter(({ field }) => field !== 'section');
    expect(points.filter(({ right }) => !right)).toEqual([]);
  }, 180_000);

  test('one page as a picture is read too', async () => {
    const file = await readHere(sure(pictures[0]), { name: 'trang-1.jpg', ocr: true });
    expect(file.source).toMatchObject({ format: 'image', recognition: { pages: 1 } });
    expect(file.read.document.code).toBe(expected.document['code']);
  }, 90_000);

  test('words that came out blurred are marked at their place', async () => {
    const page = sharp(sure(pictures[0]));
    const { width = 1, height = 1 } = await page.metadata();
    // The middle of the page as a worn-out copier gives it.
    const band = {
      left: 0,
      top: Math.round(height * 0.3),
      width,
      height: Math.round(height * 0.2),
    };
    const worn = await sharp(sure(pictures[0])).extract(band).blur(5).toBuffer();
    const picture = await page
      .composite([{ input: worn, left: 0, top: band.top }])
      .png()
      .toBuffer();
    const file = await readHere(picture, { name: 'trang-1.png', ocr: true });
    const unsure = file.source.recognition?.unsure ?? [];
    expect(unsure.length).toBeGreaterThan(0);
    const told = checkDocument(file).filter(({ rule }) => rule === 'scan.unsure');
    expect(told.map(({ span }) => span)).toEqual(unsure);
    for (const span of unsure) expect(file.text.slice(...span)).toMatch(/^\S.*\S$|^\S$/);
  }, 90_000);

  test('an empty page says that no letters were found', async () => {
    const blank = await blankPage();
    await expect(readHere(blank, { name: 'trang.png', ocr: true })).rejects.toMatchObject({
      code: 'document.unreadable-scan',
    });
  }, 90_000);
});

async function blankPage(): Promise<Buffer> {
  return sharp({ create: { width: 800, height: 1100, channels: 3, background: '#fff' } })
    .png()
    .toBuffer();
}
