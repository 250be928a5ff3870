// docs/findings.md is made from the catalogues of rules, so that what Loa remarks on can be read in one
// place. LOA_RENEW=1 writes it anew.
import { readFileSync, writeFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { FINDING_RULES, REGISTER_RULES, type FindingRule } from '#lib/documents/index.ts';
import { PLAN_RULES } from '#lib/plans/index.ts';

const FILE = 'docs/findings.md';
const WORDS = { error: 'lỗi', warning: 'cảnh báo', note: 'ghi chú' } as const;

const parts: Readonly<Record<string, Readonly<Record<string, FindingRule>>>> = {
  'Mọi văn bản': FINDING_RULES,
  'Kế hoạch': PLAN_RULES,
  'Đối chiếu với sổ văn bản': REGISTER_RULES,
};

function page(): string {
  const lines = [
    '# Điều Loa nhận thấy trong văn bản',
    '',
    'Made from the catalogues of rules (`LOA_RENEW=1 npx vitest run tests/unit/findings-page`).',
    '`npx loa document check TỆP` prints them, each with its line; a document with a “lỗi” ends with code 3.',
    '',
  ];
  for (const [name, rules] of Object.entries(parts)) {
    lines.push(`## ${name}`, '', '| Mã | Mức | Thông báo | Ví dụ |', '| --- | --- | --- | --- |');
    for (const [id, { severity, message, example }] of Object.entries(rules)) {
      lines.push(`| \`${id}\` | ${WORDS[severity]} | ${message} | ${example} |`);
    }
    lines.push('');
  }
  return lines.join('\n');
}

const bare = (text: string) => text.replace(/[ -]+/g, ' ').replaceAll('\\', '').trim();

it('the page of findings says what the catalogues say', () => {
  const made = page();
  if (process.env['LOA_RENEW'] === '1') writeFileSync(FILE, made);
  // Prettier aligns the tables; the words count.
  expect(bare(readFileSync(FILE, 'utf8'))).toBe(bare(made));
});

it('every message says what to do', () => {
  for (const rules of Object.values(parts)) {
    for (const [id, { message }] of Object.entries(rules)) {
      expect.soft(message.split(/[.;] /).length, id).toBeGreaterThan(1);
    }
  }
});
