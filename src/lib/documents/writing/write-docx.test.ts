// The Word file, read back part by part, and as Loa's own reader and checks see it.
import { beforeAll, describe, expect, it } from 'vitest';
import sharp from 'sharp';
import { checkDocument } from '../checks/check-document.ts';
import { unpackParts } from '../formats/docx/archive.server.ts';
import { readHere } from '../read-file.server.ts';
import { getDocumentLayout } from './layout.server.ts';
import { writeDocx } from './write-docx.server.ts';
import { sampleReport } from './writing.samples.ts';

const layout = getDocumentLayout();
const twips = (millimetres: number): number => Math.round((millimetres / 25.4) * 1440);
const attribute = (xml: string, tag: string, name: string): string[] =>
  [...xml.matchAll(new RegExp(`<${tag}\\b[^>]*\\b${name}="([^"]*)"`, 'g'))].map((m) => m[1] ?? '');

describe('a report as a Word file', () => {
  let docx: Uint8Array;
  let parts: Map<string, string>;
  const part = (name: string): string => parts.get(name) ?? '';
  beforeAll(async () => {
    docx = await writeDocx(sampleReport({ demonstration: true }));
    parts = await unpackParts(docx, (name) => name.endsWith('.xml'), 'báo cáo.docx');
  });

  it('has the paper and margins of the layout in every part, wide paper where asked', () => {
    const xml = part('word/document.xml');
    for (const side of ['top', 'bottom', 'left', 'right'] as const) {
      const found = attribute(xml, 'w:pgMar', `w:${side}`).map(Number);
      expect(found).toEqual([1, 2, 3].map(() => twips(layout.margins[side].used)));
    }
    expect(attribute(xml, 'w:pgSz', 'w:w').map(Number)).toEqual([210, 210, 297].map(twips));
  });

  it('writes body text in the size of the layout, in Times New Roman', () => {
    const styles = part('word/styles.xml');
    const defaults = /<w:docDefaults>.*?<\/w:docDefaults>/s.exec(styles)?.[0] ?? '';
    expect(attribute(defaults, 'w:sz', 'w:val')).toEqual([String(layout.letters.body.used * 2)]);
    expect(attribute(defaults, 'w:rFonts', 'w:ascii')).toEqual(['Times New Roman']);
  });

  it('numbers pages by a field in the header, not on the first page of a part', () => {
    const xml = part('word/document.xml');
    expect(xml.match(/<w:titlePg\/>/g)).toHaveLength(3);
    expect(attribute(xml, 'w:pgNumType', 'w:start')).toEqual(['1', '1', '1']);
    const headers = [...parts].filter(([name]) => name.startsWith('word/header'));
    const fields = headers.filter(([, header]) => /PAGE<\/w:instrText>/.test(header));
    expect(fields).toHaveLength(3);
    expect(headers).toHaveLength(6);
    const feet = [...parts].filter(([name]) => name.startsWith('word/footer'));
    expect(feet.length).toBeGreaterThan(0);
    for (const [, foot] of feet) expect(foot).toContain('Dữ liệu minh họa');
  });

  it('carries headings as styles with automatic numbers, tables with repeated heads', () => {
    const xml = part('word/document.xml');
    const styles = attribute(xml, 'w:pStyle', 'w:val').filter((each) => each.startsWith('Heading'));
    expect(styles).toEqual(['Heading1', 'Heading1', 'Heading2', 'Heading2', 'Heading3']);
    expect(xml).not.toContain('II. KẾT QUẢ');
    // Five headings, five items.
    expect(xml.match(/<w:numPr>/g)).toHaveLength(10);
    expect(xml.match(/<w:tblHeader\/>/g)).toHaveLength(3);
  });

  it('reads back as the document it is, and keeps the layout decree', async () => {
    const reading = await readHere(docx, { name: 'báo cáo.docx' });
    expect(reading.text).toContain('II. KẾT QUẢ THỰC HIỆN');
    expect(reading.text).toContain('a) Cải cách thủ tục');
    expect(reading.text).toContain('- Đã phát 12 tin trên đài xã');
    expect(reading.text).toMatch(/1\. Việc đã làm:\n+- Phát thanh buổi sáng\n+2\. Việc sẽ làm/);
    const findings = checkDocument(reading).filter((each) => each.rule.startsWith('layout.'));
    expect(findings).toEqual([]);
  });

  it('writes points beyond d by hand, since Word does not know đ', async () => {
    const blocks = Array.from({ length: 6 }, (_, at) => ({
      kind: 'heading' as const,
      level: 'point' as const,
      text: `Việc ${at + 1}`,
    }));
    const { text } = await readHere(await writeDocx(sampleReport({ blocks, appendices: [] })), {
      name: 'điểm.docx',
    });
    expect(text.match(/^.\) Việc \d/gm)).toEqual(
      ['a', 'b', 'c', 'd', 'đ', 'e'].map((letter, at) => `${letter}) Việc ${at + 1}`),
    );
  });

  it('begins every numbered list with 1 again, and writes what goes on from another', async () => {
    const items = (...numbers: number[]) =>
      numbers.map((number) => ({ text: `Việc ${String(number)}`, depth: 0, number }));
    const blocks = [items(1, 2), items(1, 2), items(7, 8)].map((list) => ({
      kind: 'list' as const,
      items: list,
    }));
    const made = await writeDocx(sampleReport({ blocks, appendices: [] }));
    const { text } = await readHere(made, { name: 'danh sách.docx' });
    expect(text.match(/^\d\. Việc \d/gm)).toEqual(
      [1, 2, 1, 2, 7, 8].map((number) => `${String(number)}. Việc ${String(number)}`),
    );
  });

  it('shows pictures in their proportion and refuses what is none', async () => {
    const blocks = [{ kind: 'figure' as const, file: 'a.png', alt: 'Họp thôn', width: 0.5 }];
    const picture = await sharp({
      create: { width: 400, height: 200, channels: 3, background: '#999' },
    })
      .png()
      .toBuffer();
    const made = await writeDocx(sampleReport({ blocks, appendices: [] }), { 'a.png': picture });
    const xml = (await unpackParts(made, (name) => name === 'word/document.xml', 'a')).get(
      'word/document.xml',
    );
    const [width] = attribute(xml ?? '', 'wp:extent', 'cx').map(Number);
    const [height] = attribute(xml ?? '', 'wp:extent', 'cy').map(Number);
    expect((width ?? 0) / (height ?? 1)).toBeCloseTo(2, 1);
    const text = { 'a.png': Buffer.from('not a picture at all') };
    await expect(writeDocx(sampleReport({ blocks }), text)).rejects.toThrow(/a\.png/);
  });
});
