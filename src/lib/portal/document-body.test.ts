// A read document drawn again: every word of it, in headings, paragraphs and lists.
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readHere } from '#lib/documents/index.server.ts';
import { toPlanReading, type PlanReading } from '#lib/plans/index.ts';
import { documentBlocks, type Block } from './document-body.ts';

const PLAN = new URL('../../../data/demo/ke-hoach-mau.txt', import.meta.url);

async function read(text: string): Promise<PlanReading> {
  return toPlanReading(await readHere(Buffer.from(text, 'utf8'), { name: 'ke-hoach.txt' }));
}

function wordsOf(blocks: readonly Block[]): string[] {
  return blocks.flatMap((block) =>
    block.kind === 'list'
      ? block.items.flatMap((item) => [item.lead ?? '', item.text, ...wordsOf(item.blocks)])
      : [block.text],
  );
}

describe('the sample plan as a page', () => {
  it('has the sections as headings and the topics as one numbered list', async () => {
    const blocks = documentBlocks(await read(readFileSync(PLAN, 'utf8')));
    const headings = blocks.flatMap((one) => (one.kind === 'heading' ? [one] : []));
    expect(headings.filter((one) => one.depth === 1).map((one) => one.text.split('.')[0])).toEqual([
      'I',
      'II',
      'III',
      'IV',
    ]);
    const topics = blocks.find(
      (one, index) =>
        one.kind === 'list' &&
        index >
          blocks.findIndex((other) => other.kind === 'heading' && other.text.startsWith('II.')),
    );
    expect(topics?.kind === 'list' && topics.items.map((item) => item.value)).toEqual([
      1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11,
    ]);
    expect(blocks.at(0)).toMatchObject({
      kind: 'paragraph',
      text: expect.stringMatching(/^Thực hiện/),
    });
    expect(blocks.at(-1)).toMatchObject({
      kind: 'paragraph',
      text: expect.stringMatching(/^Trên đây/),
    });
  });

  it('loses no word of the body and gives every clause an address of its own', async () => {
    const text = readFileSync(PLAN, 'utf8');
    const blocks = documentBlocks(await read(text));
    const shown = wordsOf(blocks).join(' ').replace(/\s+/g, ' ');
    const body = text.slice(text.indexOf('Thực hiện Kế hoạch số'), text.indexOf('Nơi nhận:'));
    for (const line of body.split('\n').filter((one) => one.trim() !== '')) {
      const words = line
        .replace(/^\s*(?:[IVX]+\.|\d+\.|-)\s*/, '')
        .replace(/:$/, '')
        .trim();
      const start = words.split(': ')[0] ?? words;
      expect(shown).toContain(start);
    }
    const ids = JSON.stringify(blocks).match(/"id":"doan-\d+"/g) ?? [];
    expect(new Set(ids).size).toBe(ids.length);
  });
});

it('keeps an introduction that cites nothing', async () => {
  const plan = [
    'ỦY BAN NHÂN DÂN\nXÃ AN BÌNH\nSố: 7/KH-UBND',
    'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc',
    'An Bình, ngày 03 tháng 02 năm 2023',
    'KẾ HOẠCH\nTuyên truyền phòng cháy năm 2023 trên địa bàn xã An Bình',
    'Mùa hanh khô đang đến gần, xã lập kế hoạch như sau:',
    'I. MỤC ĐÍCH\n1. Giảm số vụ cháy trong dân.\n2. Mọi nhà có bình chữa cháy.',
  ].join('\n\n');
  const words = wordsOf(documentBlocks(await read(plan)));
  expect(words[0]).toContain('Mùa hanh khô đang đến gần');
});
