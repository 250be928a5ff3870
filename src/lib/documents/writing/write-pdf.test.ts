// What stands where on paper, read back from the PDF and held against the layout's figures.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { getDocumentProxy } from 'unpdf';
import { stopPrinting } from '#lib/platform/index.server.ts';
import { getDocumentLayout } from './layout.server.ts';
import { writePdf } from './write-pdf.server.ts';
import { sampleReport, table } from './writing.samples.ts';

const layout = getDocumentLayout();
const MM = 72 / 25.4;

/** A piece of text: place from the paper's upper left corner in millimetres, size in points. */
interface Piece {
  text: string;
  left: number;
  right: number;
  top: number;
  size: number;
}

async function pagesOf(pdf: Uint8Array): Promise<Piece[][]> {
  const proxy = await getDocumentProxy(pdf.slice());
  const pages: Piece[][] = [];
  for (let at = 1; at <= proxy.numPages; at += 1) {
    const page = await proxy.getPage(at);
    const height = page.getViewport({ scale: 1 }).height;
    const { items } = await page.getTextContent();
    pages.push(
      items.flatMap((item) => {
        if (!('str' in item) || item.str.trim() === '') return [];
        const [, , , size = 0, x = 0, y = 0] = item.transform as number[];
        const left = x / MM;
        return [
          {
            text: item.str,
            left,
            right: left + item.width / MM,
            top: (height - y) / MM,
            size: Math.round(size * 10) / 10,
          },
        ];
      }),
    );
  }
  await proxy.loadingTask.destroy();
  return pages;
}

const textOf = (page: Piece[] | undefined): string =>
  (page ?? []).map((each) => each.text).join(' ');
function find(page: Piece[] | undefined, text: string): Piece {
  const piece = page?.find((each) => each.text.includes(text));
  if (!piece) throw new Error(`“${text}” isn't on the page: ${textOf(page)}`);
  return piece;
}

describe('a report as PDF', () => {
  let pdf: Uint8Array;
  let pages: Piece[][];
  beforeAll(async () => {
    pdf = await writePdf(sampleReport());
    pages = await pagesOf(pdf);
  }, 120_000);
  afterAll(stopPrinting);

  it('keeps within the margins on every upright page', () => {
    const { margins, paper } = layout;
    for (const page of pages.slice(0, -1)) {
      for (const piece of page) {
        expect(piece.left).toBeGreaterThanOrEqual(margins.left.used - 0.1);
        expect(piece.right).toBeLessThanOrEqual(paper.width - margins.right.used + 0.3);
        expect(piece.top).toBeLessThanOrEqual(paper.height - margins.bottom.used + 0.1);
      }
    }
  });

  it.each([
    ['CỘNG HÒA', 'nation'],
    ['Độc lập', 'motto'],
    ['THÀNH PHỐ AN BÌNH', 'superior'],
    ['XÃ ĐÔNG HÒA', 'issuer'],
    ['Số: 15/BC-UBND', 'number'],
    ['Đông Hòa, ngày', 'placeAndDate'],
    ['BÁO CÁO', 'typeName'],
    ['Kết quả tuyên truyền', 'title'],
    ['Trong kỳ', 'body'],
    ['Hình thức', 'table'],
  ] as const)('sets “%s” in the size of %s', (text, letter) => {
    expect(find(pages[0], text).size).toBe(layout.letters[letter].used);
  });

  it('sets the head in two columns, the motto in the middle under the nation, in one line', () => {
    const nation = find(pages[0], 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM');
    const motto = find(pages[0], 'Độc lập - Tự do - Hạnh phúc');
    const issuer = find(pages[0], 'XÃ ĐÔNG HÒA');
    expect((motto.left + motto.right) / 2).toBeCloseTo((nation.left + nation.right) / 2, 0);
    expect(issuer.right).toBeLessThan(nation.left);
    expect(find(pages[0], 'Số: 15').top).toBeGreaterThan(issuer.top);
  });

  it('numbers pages from the second, in the middle of the top margin, each appendix anew', () => {
    const middle = (layout.margins.left.used + layout.paper.width - layout.margins.right.used) / 2;
    const numbers = pages.map((page) =>
      page.find((piece) => piece.top < layout.margins.top.used && /^\d+$/.test(piece.text)),
    );
    expect(numbers[0]).toBeUndefined();
    expect(numbers[1]?.text).toBe('2');
    expect(numbers[1]?.size).toBe(layout.letters.pageNumber.used);
    expect(((numbers[1]?.left ?? 0) + (numbers[1]?.right ?? 0)) / 2).toBeCloseTo(middle, 0);
    const appendices = pages.flatMap((page, at) =>
      page.some((piece) => piece.text.startsWith('Phụ lục I')) ? [at] : [],
    );
    expect(appendices).toHaveLength(2);
    for (const at of appendices) expect(numbers[at]).toBeUndefined();
  });

  it('counts the pages of every appendix, whichever way the paper lies before and after', async () => {
    const appendices = [true, true, false, false].map((landscape, at) => ({
      title: `Danh sách ${String(at + 1)}`,
      landscape,
      blocks: [table(60)],
    }));
    const made = await pagesOf(await writePdf(sampleReport({ appendices })));
    const first = made.findIndex((page) => textOf(page).startsWith('Phụ lục I'));
    let expected = 1;
    for (const page of made.slice(first)) {
      if (textOf(page).startsWith('Phụ lục')) expected = 1;
      const number = page.find(({ top }) => top < layout.margins.top.used);
      expect(number?.text).toBe(expected === 1 ? undefined : String(expected));
      expected += 1;
    }
  });

  it('repeats the head of a table on its next page', () => {
    expect(textOf(pages[0])).toContain('Hình thức');
    expect(textOf(pages[1])).toContain('Hình thức');
  });

  it('counts parts and closes with the mark', () => {
    const all = pages.map(textOf).join(' ');
    for (const part of ['I. CÔNG TÁC', 'II. KẾT QUẢ', '1. Theo', '2. Theo', 'a) Cải cách']) {
      expect(all.replace(/\s+/g, ' ')).toContain(part);
    }
    expect(all.match(/\.\/\./g)).toHaveLength(1);
    for (const item of [
      '- Đã phát 12 tin trên đài xã',
      '1. Việc đã làm:',
      '+ Phát thanh',
      '2. Việc sẽ',
    ]) {
      expect(all.replace(/\s+/g, ' ')).toContain(item);
    }
  });

  it('sets items one step in for every depth', () => {
    const beginOf = (text: string): number => {
      const page = pages.find((each) => each.some((piece) => piece.text.includes(text)));
      const { top } = find(page, text);
      const line = page?.filter((piece) => piece.top === top) ?? [];
      return Math.min(...line.map(({ left }) => left));
    };
    const step = beginOf('Phát thanh buổi sáng') - beginOf('Việc sẽ làm');
    expect(step).toBeCloseTo(layout.firstLine.used, 0);
  });

  it('is tagged and says its title and language', () => {
    const raw = Buffer.from(pdf).toString('latin1');
    expect(raw).toMatch(/\/Marked true/);
    expect(raw).toMatch(/\/Lang \(vi-VN\)/);
  });

  it('never leaves the signature alone, wherever the text ends', async () => {
    for (let count = 8; count < 16; count += 1) {
      const blocks = Array.from({ length: count }, (_, at) => ({
        kind: 'paragraph' as const,
        text: `Đoạn ${at + 1}. ${'Nội dung công việc đã làm trong kỳ. '.repeat(6)}`,
      }));
      const made = await pagesOf(await writePdf(sampleReport({ blocks, appendices: [] })));
      const signed = made.find((page) => textOf(page).includes('CHỦ TỊCH'));
      expect(textOf(signed)).toContain(`./.`);
    }
  }, 120_000);

  it('sets hostile words as words', async () => {
    const text = '#panic("x") $x$ *đậm* #read("/etc/passwd") \\ <nhãn> [ngoặc]';
    const made = await pagesOf(
      await writePdf(sampleReport({ blocks: [{ kind: 'paragraph', text }], appendices: [] })),
    );
    expect(textOf(made[0]).replace(/\s+/g, ' ')).toContain('#read("/etc/passwd")');
  });

  it('sets a letter without a type, under V/v and Kính gửi', async () => {
    const letter = { type: 'CV', about: 'đôn đốc tuyên truyền', to: ['Các thôn'], appendices: [] };
    const [page] = await pagesOf(await writePdf(sampleReport(letter)));
    expect(find(page, 'V/v đôn đốc').size).toBe(layout.letters.about.used);
    expect(textOf(page)).toContain('Kính gửi: Các thôn.');
    expect(textOf(page)).not.toContain('CÔNG VĂN');
  });

  it('says that a picture is not one, and goes on with the next document', async () => {
    const blocks = [{ kind: 'figure' as const, file: 'a.png', alt: 'Ảnh họp thôn' }];
    const broken = writePdf(sampleReport({ blocks }), { 'a.png': Buffer.from('not a picture') });
    await expect(broken).rejects.toMatchObject({ code: 'print.failed' });
    expect((await writePdf(sampleReport())).length).toBeGreaterThan(10_000);
  }, 120_000);

  it('refuses more rows than the engine has room for, before it begins', async () => {
    const long = sampleReport({ appendices: [{ title: 'Danh mục', blocks: [table(12_001)] }] });
    await expect(writePdf(long)).rejects.toMatchObject({ code: 'document.too-long-to-print' });
  });

  it('refuses a table whose rows do not fit its columns', async () => {
    const uneven = { ...table(1), rows: [['1']] };
    await expect(writePdf(sampleReport({ blocks: [uneven] }))).rejects.toThrow(/row 1 has 1 cells/);
  });
});
