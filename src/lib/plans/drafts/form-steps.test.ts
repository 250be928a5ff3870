import { expect, test } from 'vitest';
import { fixturePlan, fixtureText } from './drafts.samples.ts';
import { stepsFromForm } from './form-steps.ts';
import { draftFromReading } from './from-reading.ts';

const draft = draftFromReading('Phổ biến lịch tiêm phòng', fixturePlan, [], fixtureText);

function form(fields: Record<string, string | string[]>): FormData {
  const data = new FormData();
  for (const [name, value] of Object.entries(fields)) {
    for (const one of [value].flat()) data.append(name, one);
  }
  return data;
}

test('saving an untouched form asks for nothing', () => {
  const text = 'Phối hợp với Trường mầm non nhắc lịch hằng tháng.';
  const fields = {
    khoa: 'u1d2',
    'thao-tac': 'luu',
    'noi-dung': text,
    han: '',
    'dinh-ky': '1-month',
  };
  expect(stepsFromForm(draft, form(fields))).toEqual([]);
});

test('saving asks only for what was changed', () => {
  const fields = {
    khoa: 'u1d1',
    'thao-tac': 'luu',
    'noi-dung': 'Lập danh sách.\r\nGửi thôn.',
    han: '2024-04-01',
    'dinh-ky': '2-week',
  };
  expect(stepsFromForm(draft, form(fields))).toEqual([
    { type: 'retype', key: 'u1d1', text: 'Lập danh sách.\nGửi thôn.' },
    { type: 'set-due', key: 'u1d1', date: '2024-04-01' },
    { type: 'set-every', key: 'u1d1', every: { count: 2, unit: 'week' } },
  ]);
});

test('unticking every channel is a change, a form without channels is none', () => {
  const ticks = { khoa: 'm1', 'thao-tac': 'luu', 'kenh-co': '1' };
  expect(stepsFromForm(draft, form(ticks))).toEqual([
    { type: 'set-channels', key: 'm1', channels: [] },
  ]);
  expect(stepsFromForm(draft, form({ khoa: 'm1', 'thao-tac': 'luu' }))).toEqual([]);
});

test.each([
  [
    { khoa: 't1', 'thao-tac': 'tach:12' },
    { type: 'split', key: 't1', at: 12 },
  ],
  [
    { khoa: 't1', 'thao-tac': 'gop' },
    { type: 'join', key: 't1' },
  ],
  [
    { khoa: 'u2', 'thao-tac': 'len' },
    { type: 'shift', key: 'u2', by: -1 },
  ],
  [
    { khoa: 'u1d1', 'thao-tac': 'chuyen', 'noi-den': 'u2' },
    { type: 'move', key: 'u1d1', to: 'u2' },
  ],
  [
    { khoa: 'u2', 'thao-tac': 'dau-moi:co' },
    { type: 'set-lead', key: 'u2', lead: true },
  ],
  [
    { khoa: 'u2', 'thao-tac': 'luu', 'don-vi': 'Trường mầm non xã' },
    { type: 'name-unit', key: 'u2', unit: 'Trường mầm non xã' },
  ],
  [
    { 'thao-tac': 'thoi-gian', 'tu-ngay': '2024-02-01', 'den-ngay': '' },
    { type: 'set-period', from: '2024-02-01', to: null },
  ],
  [
    { khoa: 'f1', 'thao-tac': 'da-xem' },
    { type: 'see-finding', key: 'f1', seen: true },
  ],
  [{ 'thao-tac': 'hoan-tac' }, { type: 'undo' }],
])('%o', (fields, step) => {
  expect(stepsFromForm(draft, form(fields))).toEqual([step]);
});

test('a button nobody knows does nothing', () => {
  expect(stepsFromForm(draft, form({ khoa: 't1', 'thao-tac': 'xoa-het' }))).toEqual([]);
});
