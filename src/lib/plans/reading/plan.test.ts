// The sample commune's own plan, read from its text: what a person at the office would count.
import { sure } from '#lib/documents/index.ts';
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { cleanText, readDocumentText } from '#lib/documents/index.ts';
import { readPlan } from './index.ts';

const file = new URL('../../../../data/demo/ke-hoach-mau.txt', import.meta.url);
const text = cleanText(readFileSync(file, 'utf8'));
const read = readDocumentText(text);
const plan = sure(readPlan(text, read));

test('the head of the plan', () => {
  expect(read.document).toMatchObject({
    agency: 'ỦY BAN NHÂN DÂN XÃ TIỀN TIẾN',
    code: '02/KH-UBND',
    place: 'Tiền Tiến',
    date: '2023-01-05',
    type: 'KH',
    title: 'Tuyên truyền cải cách hành chính nhà nước năm 2023 trên địa bàn xã Tiền Tiến',
    signer: { authority: 'TM. ỦY BAN NHÂN DÂN', title: 'CHỦ TỊCH', name: null },
  });
  expect(read.document.recipients).toHaveLength(6);
  expect(read.references.map(({ code, date }) => `${code} ${date}`)).toEqual([
    '446/KH-UBND 2022-12-30',
    '3396/QĐ-UBND null',
    '11/CT-TTg 2017-03-29',
    '22/2018/QĐ-TTg 2018-05-08',
    '122/2018/NĐ-CP 2018-09-17',
    '22-CTr/TU 2021-08-19',
    '2338/KH-UBND 2021-06-25',
  ]);
});

test('what it sets out to do', () => {
  expect(plan.period).toMatchObject({ from: '2023-01-01', to: '2023-12-31' });
  expect([plan.purposes, plan.requirements, plan.audience].map((list) => list.length)).toEqual([
    4, 6, 1,
  ]);
  expect(plan.topics.map(({ number }) => number)).toEqual(
    [...Array(11).keys()].map((n) => `${n + 1}`),
  );
  expect(plan.measures.map(({ channels }) => [...channels].sort())).toEqual([
    ['meeting'],
    ['noticeboard', 'portal'],
    ['radio'],
    ['noticeboard', 'portal'],
    ['training'],
    ['masses'],
  ]);
});

test('who does what', () => {
  expect(plan.assignments.map(({ unit, duties, lead }) => [unit, duties.length, lead])).toEqual([
    ['Công chức Văn phòng Đảng ủy - Nội vụ', 5, true],
    ['Văn phòng HĐND và UBND xã', 4, false],
    ['Công chức Tư pháp', 2, false],
    ['Công chức Văn hóa - Thông tin', 3, true],
    ['Đài phát thanh xã', 3, false],
    ['Ủy ban Mặt trận Tổ quốc xã', 1, false],
    ['Ban Tuyên giáo Đảng ủy', 1, false],
    ['Công đoàn xã', 2, false],
  ]);
});
