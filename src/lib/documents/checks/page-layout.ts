// Paper, margins, font, size and colour of a Word file against Decree 30/2020/NĐ-CP, appendix I.
import type { PageLayout } from '../formats/docx/layout.ts';
import { finding, type Finding } from '../findings.ts';
import type { Span } from '../spans.ts';

/** Millimetres that a margin may have; Word rounds to twentieths of a point. */
const MARGINS = { top: [20, 25], bottom: [20, 25], left: [30, 35], right: [15, 20] } as const;
const SIDES = { top: 'trên', bottom: 'dưới', left: 'trái', right: 'phải' } as const;
const SLACK = 0.6;
/** Less than this share of another font or colour is a sign here and there. */
const NOTABLE = 0.05;

/** Findings about the page of a Word file, at the head of its text. */
export function checkPageLayout(layout: PageLayout, at: Span): Finding[] {
  return [
    ...checkPaper(layout, at),
    ...checkFonts(layout, at),
    ...checkSizes(layout, at),
    ...checkColour(layout, at),
  ];
}

function checkPaper({ page }: PageLayout, at: Span): Finding[] {
  if (!page) return [];
  const [short, long] = [Math.min(page.width, page.height), Math.max(page.width, page.height)];
  if (Math.abs(short - 210) > 2 || Math.abs(long - 297) > 2) {
    const size = `${Math.round(page.width)} × ${Math.round(page.height)}`;
    return [finding('layout.page-size', at, { size })];
  }
  // A landscape page carries a wide table; the decree's margins are those of the upright page.
  if (page.width > page.height) return [];
  return (Object.keys(MARGINS) as (keyof typeof MARGINS)[]).flatMap((side) => {
    const found = page[side];
    const [least, most] = MARGINS[side];
    if (found >= least - SLACK && found <= most + SLACK) return [];
    const details = { side: SIDES[side], found: round(found), wanted: `${least}–${most}` };
    return [finding('layout.margins', at, details)];
  });
}

function checkFonts({ fonts, letters }: PageLayout, at: Span): Finding[] {
  return Object.entries(fonts)
    .filter(([font, count]) => !/^times new roman$/i.test(font) && count / letters > NOTABLE)
    .map(([font, count]) =>
      finding('layout.font', at, { font, percent: Math.round((count / letters) * 100) }),
    );
}

function checkSizes({ sizes }: PageLayout, at: Span): Finding[] {
  const [usual] = Object.entries(sizes).sort((a, b) => b[1] - a[1]);
  if (!usual || (Number(usual[0]) >= 13 && Number(usual[0]) <= 14)) return [];
  return [finding('layout.size', at, { found: usual[0].replace('.', ',') })];
}

function checkColour({ coloured, letters }: PageLayout, at: Span): Finding[] {
  if (letters === 0 || coloured / letters <= NOTABLE) return [];
  return [finding('layout.colour', at, { percent: Math.round((coloured / letters) * 100) })];
}

function round(millimetres: number): string {
  return String(Math.round(millimetres * 10) / 10).replace('.', ',');
}
