// The same plan from every format an office sends it in says the same.
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { readHere } from '#lib/documents/index.server.ts';
import { laidOutDocx, planPdf, planPieces, plainDocx } from '../support/office-files.server.ts';
import { readPlanFor } from '../support/plan-summary.ts';

const source = readFileSync(new URL('../../data/demo/ke-hoach-mau.txt', import.meta.url));
const pieces = planPieces(source.toString('utf8'));
const expected = readPlanFor(await readHere(source, { name: 'ke-hoach.txt' }));

test('the pieces make up the plan', () => {
  expect(expected.assignments).toHaveLength(8);
  expect(pieces.body.length).toBeGreaterThan(60);
});

test('a Word file of plain paragraphs', async () => {
  const reading = await readHere(await plainDocx(pieces), { name: 'ke-hoach.docx' });
  expect(readPlanFor(reading)).toEqual(expected);
});

test('a Word file with tables and automatic numbers', async () => {
  const reading = await readHere(await laidOutDocx(pieces), { name: 'ke-hoach.docx' });
  expect(readPlanFor(reading)).toEqual(expected);
});

test('a PDF with two columns in the head', async () => {
  const reading = await readHere(await planPdf(pieces), { name: 'ke-hoach.pdf' });
  expect(reading.source.format).toBe('pdf');
  expect(readPlanFor(reading)).toEqual(expected);
});

test('a web page', async () => {
  const page = `<!doctype html><html><head><title>Cổng</title><script>var a = 1</script></head><body>
    <table><tr><td>${pieces.left.map((line) => `<p>${line}</p>`).join('')}</td>
    <td>${pieces.right.map((line) => `<p>${line}</p>`).join('')}</td></tr></table>
    ${pieces.title.map((line) => `<p align="center">${line}</p>`).join('')}
    ${pieces.body.map((line) => `<p>${line}</p>`).join('\n')}
    <table><tr><td>${pieces.recipients.join('<br>')}</td><td>${pieces.signature.join('<br>')}</td></tr></table>
    </body></html>`;
  const reading = await readHere(new TextEncoder().encode(page), { name: 'ke-hoach.html' });
  expect(readPlanFor(reading)).toEqual(expected);
});

test('UTF-16 with and without a mark, decomposed letters', async () => {
  const text = source.toString('utf8');
  const utf16 = Buffer.from(text, 'utf16le');
  for (const bytes of [
    Buffer.concat([Buffer.from([0xff, 0xfe]), utf16]),
    Buffer.from(text.normalize('NFD')),
  ]) {
    expect(readPlanFor(await readHere(bytes, { name: 'ke-hoach.txt' }))).toEqual(expected);
  }
});
