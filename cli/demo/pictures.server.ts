// Pictures and papers that stand in for evidence in the demo: drawn, marked across as illustration, each
// different from the next so that each is a file of its own.
import { createHash } from 'node:crypto';
import sharp from 'sharp';
import { ICONS, type IconName } from '#lib/ui/index.ts';
import { WORDS_OUTLINE, WORDS_WIDTH } from './illustration-words.ts';

const WIDTH = 1200;
const HEIGHT = 800;
const GROUNDS = ['#dcefe9', '#f6e7d7', '#e5e4f5', '#fbe9ec', '#e3eef8'];
const INKS = ['#0f5f52', '#8a4a12', '#3f3a85', '#8f2038', '#1b5180'];

/** A PNG for the evidence named by `key`, with the drawing of its channel. */
export async function drawPicture(key: string, icon: IconName): Promise<Buffer> {
  const digest = createHash('sha256').update(key).digest();
  const at = (index: number) => digest[index % digest.length] ?? 0;
  const ground = GROUNDS[at(0) % GROUNDS.length] ?? '#ffffff';
  const ink = INKS[at(0) % INKS.length] ?? '#000000';
  const hills = Array.from({ length: 7 }, (_, index) => {
    const x = index * 200 + (at(index + 1) % 90);
    return `<circle cx="${x}" cy="${700 + (at(index + 8) % 80)}" r="${130 + (at(index + 16) % 90)}" fill="${ink}" fill-opacity="0.13"/>`;
  });
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${HEIGHT}">
    <rect width="100%" height="100%" fill="${ground}"/>${hills.join('')}
    <g transform="translate(450 170) scale(12.5)" fill="none" stroke="${ink}" stroke-width="1.4" stroke-linecap="round" stroke-linejoin="round"><path d="${ICONS[icon]}"/></g>
    <g transform="translate(${(WIDTH - WORDS_WIDTH) / 2} 640)"><rect x="-40" y="-120" width="${WORDS_WIDTH + 80}" height="160" fill="#ffffff" fill-opacity="0.9"/><path d="${WORDS_OUTLINE}" fill="#b3141c"/></g>
    <rect x="12" y="12" width="${WIDTH - 24}" height="${HEIGHT - 24}" fill="none" stroke="#b3141c" stroke-width="6" stroke-dasharray="36 18"/>
  </svg>`;
  return sharp(Buffer.from(svg)).png({ compressionLevel: 9, palette: true }).toBuffer();
}

/** A paper as plain text, with nobody's name in it. */
export function writePaper(caption: string, title: string, day: string, rows: number): Buffer {
  const list = Array.from({ length: rows }, (_, index) => `${index + 1}. Người dự số ${index + 1}`);
  const lines = [
    'TÀI LIỆU MINH HỌA, KHÔNG CÓ GIÁ TRỊ SỬ DỤNG',
    '',
    caption,
    `Hoạt động: ${title}`,
    `Ngày: ${day}`,
    '',
    ...list,
  ];
  return Buffer.from(`${lines.join('\n')}\n`, 'utf8');
}
