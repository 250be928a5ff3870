// Cells over several columns and rows, and text boxes, as Word writes them.
import { expect, test } from 'vitest';
import { layOut } from '../blocks.ts';
import { readBody } from './body.ts';
import { readNumbering } from './numbering.ts';
import { readStyles } from './styles.ts';

const p = (text: string): string => `<w:p><w:r><w:t>${text}</w:t></w:r></w:p>`;
const tc = (text: string, properties = ''): string =>
  `<w:tc><w:tcPr>${properties}</w:tcPr>${text === '' ? '<w:p/>' : p(text)}</w:tc>`;
const tr = (...cells: string[]): string => `<w:tr>${cells.join('')}</w:tr>`;

function read(body: string): string {
  const xml = `<w:document xmlns:w="w" xmlns:mc="mc" xmlns:v="v" xmlns:wps="wps"><w:body>${body}</w:body></w:document>`;
  return layOut(readBody(xml, readNumbering(undefined), readStyles(undefined)));
}

test('a cell over several columns keeps the next ones in their own', () => {
  const table = `<w:tbl>${tr(tc('TT'), tc('Nội dung'), tc('Chủ trì'), tc('Thời gian'))}${tr(
    tc('1'),
    tc('Phát thanh', '<w:gridSpan w:val="2"/>'),
    tc('quý I'),
  )}${tr('<w:trPr><w:gridBefore w:val="2"/></w:trPr>', tc('Văn phòng'), tc('quý II'))}</w:tbl>`;
  expect(read(table).split('\n')).toEqual([
    'TT\tNội dung\tChủ trì\tThời gian',
    '1\tPhát thanh\t\tquý I',
    '\t\tVăn phòng\tquý II',
  ]);
});

test('a cell over several rows stands in the first of them', () => {
  const table = `<w:tbl>${tr(tc('1'), tc('Họp dân'), tc('Các thôn', '<w:vMerge w:val="restart"/>'))}${tr(
    tc('2'),
    tc('Niêm yết'),
    tc('', '<w:vMerge/>'),
  )}</w:tbl>`;
  expect(read(table).split('\n')).toEqual(['1\tHọp dân\tCác thôn', '2\tNiêm yết']);
});

test('a span that no table has is bounded', () => {
  const table = `<w:tbl>${tr(tc('a', '<w:gridSpan w:val="2000000000"/>'), tc('b'), tc('c'))}</w:tbl>`;
  expect(read(table).length).toBeLessThan(100);
});

test.each([
  [
    'drawn',
    `<mc:AlternateContent><mc:Choice><wps:txbx><w:txbxContent>${p('Số: 12/KH-UBND')}</w:txbxContent></wps:txbx></mc:Choice><mc:Fallback><v:textbox><w:txbxContent>${p('Số: 12/KH-UBND')}</w:txbxContent></v:textbox></mc:Fallback></mc:AlternateContent>`,
  ],
  [
    'of older Word',
    `<w:pict><v:textbox><w:txbxContent>${p('Số: 12/KH-UBND')}</w:txbxContent></v:textbox></w:pict>`,
  ],
])('the words of a text box %s are read once', (_, box) => {
  const text = read(`<w:p><w:r>${box}<w:t>KẾ HOẠCH</w:t></w:r></w:p>`);
  expect(text.split('\n').filter(Boolean)).toEqual(['Số: 12/KH-UBND', 'KẾ HOẠCH']);
});
