// The page of a Word file: three that somebody should be told of, three that are right, for each rule.
import { describe, expect, test } from 'vitest';
import { readLayout, type PageLayout } from '../formats/docx/layout.ts';
import { checkPageLayout } from './page-layout.ts';

const PAGE = { width: 210, height: 297, top: 20, bottom: 20, left: 30, right: 20 };
const SOUND: PageLayout = {
  page: PAGE,
  letters: 1000,
  fonts: { 'Times New Roman': 1000 },
  sizes: { 14: 1000 },
  coloured: 0,
};

function rulesIn(layout: Partial<PageLayout>): string[] {
  return checkPageLayout({ ...SOUND, ...layout }, [0, 0]).map(({ rule }) => rule);
}

const RULES: Record<string, { hits: Partial<PageLayout>[]; misses: Partial<PageLayout>[] }> = {
  'layout.page-size': {
    hits: [
      { page: { ...PAGE, width: 215.9, height: 279.4 } },
      { page: { ...PAGE, width: 148, height: 210 } },
      { page: { ...PAGE, height: 356 } },
    ],
    misses: [{}, { page: null }, { page: { ...PAGE, width: 297, height: 210 } }],
  },
  'layout.margins': {
    hits: [
      { page: { ...PAGE, left: 25.4 } },
      { page: { ...PAGE, right: 25.4 } },
      { page: { ...PAGE, top: 12.7 } },
    ],
    misses: [
      { page: { ...PAGE, left: 35, right: 15 } },
      { page: { ...PAGE, top: 25.4 } },
      { page: { ...PAGE, left: 29.8 } },
    ],
  },
  'layout.font': {
    hits: [
      { fonts: { Arial: 1000 } },
      { fonts: { 'Times New Roman': 900, '.VnTime': 100 } },
      { fonts: { Calibri: 60, 'Times New Roman': 940 } },
    ],
    misses: [{}, { fonts: { 'Times New Roman': 970, Symbol: 30 } }, { fonts: {}, letters: 0 }],
  },
  'layout.size': {
    hits: [{ sizes: { 11: 1000 } }, { sizes: { 12: 600, 14: 400 } }, { sizes: { 15: 1000 } }],
    misses: [{}, { sizes: { 13: 900, 12: 100 } }, { sizes: { 13.5: 1000 } }],
  },
  'layout.colour': {
    hits: [{ coloured: 1000 }, { coloured: 60 }, { coloured: 500 }],
    misses: [{}, { coloured: 20 }, { coloured: 0, letters: 0 }],
  },
};

describe.each(Object.entries(RULES))('%s', (rule, { hits, misses }) => {
  test.each(hits)('tells: %j', (layout) => expect(rulesIn(layout)).toContain(rule));
  test.each(misses)('keeps quiet: %j', (layout) => expect(rulesIn(layout)).not.toContain(rule));
});

test('reads paper, margins, and fonts through styles and defaults; tables are left out', () => {
  const styles = `<w:styles xmlns:w="w"><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Arial"/>
    <w:sz w:val="22"/></w:rPr></w:rPrDefault></w:docDefaults><w:style w:type="paragraph" w:default="1"
    w:styleId="N"><w:rPr><w:rFonts w:ascii="Times New Roman"/></w:rPr></w:style><w:style w:type="paragraph"
    w:styleId="T"><w:basedOn w:val="N"/><w:rPr><w:sz w:val="28"/></w:rPr></w:style></w:styles>`;
  const body = `<w:document xmlns:w="w"><w:body>
    <w:tbl><w:tr><w:tc><w:p><w:r><w:t>Bảng</w:t></w:r></w:p></w:tc></w:tr></w:tbl>
    <w:p><w:pPr><w:pStyle w:val="T"/></w:pPr><w:r><w:t>Nội dung</w:t></w:r></w:p>
    <w:p><w:r><w:rPr><w:color w:val="FF0000"/></w:rPr><w:t>đỏ</w:t></w:r></w:p>
    <w:sectPr><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1134" w:bottom="1134" w:left="1701" w:right="851"/></w:sectPr>
    </w:body></w:document>`;
  const layout = readLayout(body, styles);
  expect(layout.letters).toBe(9);
  expect(layout.fonts).toEqual({ 'Times New Roman': 9 });
  expect(layout.sizes).toEqual({ 11: 2, 14: 7 });
  expect(layout.coloured).toBe(2);
  expect(layout.page?.width).toBeCloseTo(210, 0);
  expect(layout.page?.left).toBeCloseTo(30, 0);
});
