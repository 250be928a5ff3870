// Charts and photographs in both files: drawn, told in words, with their figures; what is no picture is
// said and stops nothing.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import sharp from 'sharp';
import { extractText, getDocumentProxy } from 'unpdf';
import { makePaperPictures, stopPrinting } from '#lib/platform/index.server.ts';
import { unpackParts } from '../formats/docx/archive.server.ts';
import type { DrawnChart } from './official-document.ts';
import { drawingsOf, setChart } from './pictures.ts';
import { writeDocx } from './write-docx.server.ts';
import { writePdf } from './write-pdf.server.ts';
import { sampleReport } from './writing.samples.ts';

const [wide, high, gone] = ['a', 'b', 'c'].map((letter) => letter.repeat(64)) as [
  string,
  string,
  string,
];
const chart: DrawnChart = {
  kind: 'chart',
  labelHead: 'Tháng',
  chart: {
    kind: 'stack',
    id: 'theo-thang',
    title: 'Số hoạt động theo tháng và kênh',
    unit: 'hoạt động',
    labels: ['T1', 'T2'],
    series: [
      { name: 'Đài xã', values: [1234, null] },
      { name: 'Hội nghị', values: [5, 6] },
    ],
  },
};
const report = sampleReport({
  appendices: [
    { title: 'Biểu đồ', blocks: [chart] },
    {
      title: 'Ảnh',
      blocks: [
        {
          kind: 'photographs',
          items: [
            { picture: wide, caption: '05/01/2023: Họp thôn' },
            { picture: high, caption: '06/01/2023: Tờ rơi' },
            { picture: gone, caption: '07/01/2023: Tập huấn' },
          ],
        },
      ],
    },
  ],
});

const plain = (width: number, height: number): Promise<Buffer> =>
  sharp({ create: { width, height, channels: 3, background: '#9ab' } })
    .webp()
    .toBuffer();

describe('pictures on paper', () => {
  let files: Record<string, Uint8Array>;
  beforeAll(async () => {
    files = await makePaperPictures({
      [`${wide}.jpg`]: await plain(1500, 1000),
      [`${high}.jpg`]: await plain(600, 900),
      [`${gone}.jpg`]: Buffer.from('MZ no picture at all'),
      'drawn.svg': drawingsOf(report)['theo-thang.svg'] as Uint8Array,
    });
  });
  afterAll(stopPrinting);

  it('are made small and of the kinds both files take; what is none is left out', async () => {
    expect(Object.keys(files)).toEqual([`${wide}.jpg`, `${high}.jpg`, 'drawn.svg']);
    const sizes = await Promise.all(
      Object.values(files).map(async (bytes) => {
        const { format, width, height } = await sharp(bytes).metadata();
        return [format, width, height];
      }),
    );
    expect(sizes.slice(0, 2)).toEqual([
      ['jpeg', 900, 600],
      ['jpeg', 600, 900],
    ]);
    expect(sizes[2]?.slice(0, 2)).toEqual(['png', 1600]);
  });

  it('carry letters in a drawing whatever fonts the machine has', async () => {
    // Where no letter was found the words' place stays white.
    const legend = sharp(files['drawn.svg'] as Uint8Array)
      .extract({ left: 170, top: 690, width: 260, height: 50 })
      .greyscale();
    const { channels } = await legend.stats();
    expect(channels[0]?.min).toBeLessThan(90);
  });

  it('stand in the PDF with their words and figures', async () => {
    const pdf = await writePdf(report, files);
    const { text } = await extractText(await getDocumentProxy(pdf), { mergePages: true });
    const words = text.replace(/\s+/gu, ' ');
    for (const part of [
      'Đài xã 1.234 –',
      'Hội nghị 5 6',
      '05/01/2023: Họp thôn',
      '(Ảnh không còn lưu)',
      '07/01/2023: Tập huấn',
    ]) {
      expect(words).toContain(part);
    }
  }, 120_000);

  it('stand in the Word file as pictures Word knows, with words for those who do not see', async () => {
    const docx = await writeDocx(report, files);
    const parts = await unpackParts(docx, () => true, 'báo cáo.docx');
    const media = [...parts.keys()].filter((name) => name.startsWith('word/media/'));
    expect(media.map((name) => name.split('.').at(-1)).sort()).toEqual(['jpg', 'jpg', 'png']);
    const xml = parts.get('word/document.xml') ?? '';
    expect(xml).toContain('descr="Số hoạt động theo tháng và kênh.');
    expect(xml).toContain('(Ảnh không còn lưu)');
    expect(xml).toContain('1.234');
  });

  it('set a single series as a column beside its labels', () => {
    const { chart: drawn } = chart;
    const one = { ...chart, chart: { ...drawn, series: drawn.series.slice(0, 1) } };
    const table = setChart(one).find(({ kind }) => kind === 'table');
    expect(table).toMatchObject({
      columns: [{ head: 'Tháng' }, { head: 'Đài xã' }],
      rows: [
        ['T1', '1.234'],
        ['T2', '–'],
      ],
    });
  });
});
