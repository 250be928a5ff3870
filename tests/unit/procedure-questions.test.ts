// Questions as people ask them; judged on the half of the question file that nothing was tuned on.
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { ProcedureIndex } from '#lib/procedures/index.ts';
import { getSpokenWords } from '#lib/platform/index.server.ts';
import { judge, readQuestions, readRegister, spellings } from '../support/procedure-questions.ts';

const root = path.resolve(import.meta.dirname, '../..');
const register = readRegister(
  readFileSync(path.join(root, 'tests/procedures/register.tsv'), 'utf8'),
);
const index = new ProcedureIndex(
  register.map((row) => ({ ...row, audience: '' })),
  getSpokenWords(),
);
const titles = new Map(register.map(({ code, title }) => [code, title]));
const first = (question: string) => titles.get(index.find(question, 1)[0]?.code ?? '');

describe('asking', () => {
  it.each([
    ['lam giay khai sinh cho con', 'Thủ tục đăng ký khai sinh'],
    ['làm giấy khai snih cho con', 'Thủ tục đăng ký khai sinh'],
    ['xin giay doc than', 'Thủ tục cấp Giấy xác nhận tình trạng hôn nhân'],
    [
      'sao y giấy tờ',
      'Chứng thực bản sao từ bản chính giấy tờ, văn bản do cơ quan tổ chức có thẩm quyền cấp',
    ],
    ['đkkh', 'Thủ tục đăng ký kết hôn'],
  ])('%s', (question, title) => {
    expect(first(question)).toBe(title);
  });

  it('finds a code, and nothing for words that say nothing', () => {
    const coded = new ProcedureIndex(
      [{ code: '1.001193', title: 'Khai sinh', field: '', audience: '' }],
      getSpokenWords(),
    );
    expect(coded.find('1.001193')[0]?.code).toBe('1.001193');
    expect(coded.find('alo')).toEqual([]);
    expect(coded.find('')).toEqual([]);
  });
});

const FILE = path.join(root, '../shared/samples/cau-hoi/tinh-huong.tsv');

describe.skipIf(!existsSync(FILE))('the question file', () => {
  const questions = existsSync(FILE) ? readQuestions(readFileSync(FILE, 'utf8')) : [];
  const codeOf = new Map(register.map(({ topic, code }) => [topic, code]));
  it.each(Object.entries(spellings))(
    '%s: two of three first, nine of ten in five',
    (_name, spell) => {
      const even = questions.filter(({ number }) => number % 2 === 0);
      expect(even.length).toBeGreaterThan(20);
      expect(even.filter(({ topic }) => !codeOf.has(topic))).toEqual([]);
      const find = (text: string) => index.find(text, 5).map(({ code }) => code);
      const tally = judge(even, find, codeOf, spell);
      expect(tally.first / tally.asked).toBeGreaterThan(2 / 3);
      expect(tally.inFive / tally.asked).toBeGreaterThan(0.9);
    },
  );
});
