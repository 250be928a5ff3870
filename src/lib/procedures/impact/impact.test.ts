// What people are told of a change: whole sentences about time, money and papers, nothing of the rest.
import { describe, expect, it } from 'vitest';
import { richTextToPlain, RichText } from '#lib/platform/index.ts';
import { bareRecord, type ProcedureRecord } from '../record/record.ts';
import { draftNotice, type NoticeItem } from './notice.ts';
import { plainChanges } from './plain-changes.ts';

const before: ProcedureRecord = {
  ...bareRecord({ code: '1.000001', suffix: null, title: 'Cấp bản sao' }),
  audience: 'Công dân Việt Nam',
  steps: 'Bước 1: nộp.',
  filings: [
    { form: 'Trực tiếp', term: '5 Ngày làm việc', fee: 'Phí : 8.000 Đồng' },
    { form: 'Trực tuyến', term: '5 Ngày làm việc', fee: 'Phí : 0 Đồng' },
  ],
  papers: [
    { name: '- Tờ khai', counts: 'Bản chính: 1\nBản sao: 0' },
    { name: 'Ảnh 3x4', counts: 'Bản chính: 2\nBản sao: 0' },
  ],
};

function after(change: Partial<ProcedureRecord>): ProcedureRecord {
  return { ...before, ...change };
}

describe('a change in plain words', () => {
  it('says a new term once where all ways of filing have it, a new charge by its way', () => {
    const filings = [
      { form: 'Trực tiếp', term: '3 Ngày làm việc', fee: 'Phí : 10.000 Đồng' },
      { form: 'Trực tuyến', term: '3 Ngày làm việc', fee: 'Phí : 0 Đồng' },
    ];
    expect(plainChanges(before, after({ filings }))).toEqual([
      'Thời hạn: trước là 5 ngày làm việc, nay là 3 ngày làm việc.',
      'Phí, lệ phí khi nộp Trực tiếp: trước là Phí: 8.000 đồng, nay là Phí: 10.000 đồng.',
    ]);
  });

  it('tells papers wanted, no longer wanted and counted otherwise; ways of filing come and gone', () => {
    const changed = after({
      papers: [
        { name: 'Tờ khai', counts: 'Bản chính: 2\nBản sao: 0' },
        { group: 'Người nước ngoài:', name: 'Hộ chiếu', counts: 'Bản chính: 0\nBản sao: 1' },
      ],
      filings: [{ form: 'Bưu chính', term: '5 Ngày' }],
    });
    expect(plainChanges(before, changed)).toEqual([
      'Thêm cách nộp: Bưu chính, 5 ngày.',
      'Không còn nhận hồ sơ theo cách: Trực tiếp.',
      'Không còn nhận hồ sơ theo cách: Trực tuyến.',
      'Tờ khai: trước 1 bản chính, nay 2 bản chính.',
      'Cần thêm giấy tờ (Người nước ngoài): Hộ chiếu (1 bản sao).',
      'Không phải nộp nữa: Ảnh 3x4.',
    ]);
  });

  it('is nothing where only the legal text was reworded', () => {
    expect(plainChanges(before, after({ steps: 'Bước 1: nộp hồ sơ.', keywords: 'x' }))).toEqual([]);
  });
});

describe('a notice', () => {
  const item = (act: NoticeItem['act'], now: ProcedureRecord, old = before): NoticeItem => ({
    code: now.code,
    title: now.title,
    act,
    before: act === 'new' ? null : old,
    after: now,
  });
  const draft = (...items: NoticeItem[]) =>
    draftNotice({ items, decision: '77/QĐ-UBND', effectiveFrom: '2023-07-01' });

  it('says what changed, from when, and what to bring now', () => {
    const notice = draft(item('changed', after({ filings: before.filings.slice(0, 1) })));
    expect(notice?.title).toBe('Từ ngày 01/07/2023 thay đổi thủ tục: Cấp bản sao');
    expect(notice?.summary).toContain('Theo 77/QĐ-UBND. 1 thủ tục thay đổi.');
    const words = richTextToPlain(RichText.parse(notice?.body));
    expect(words).toContain('Không còn nhận hồ sơ theo cách: Trực tuyến.');
    expect(words).toMatch(
      /Nay cần mang:[\s\S]*Tờ khai \(1 bản chính\)[\s\S]*Ảnh 3x4 \(2 bản chính\)/,
    );
  });

  it('counts what is new and what is gone, and leaves out what changes nothing for people', () => {
    const other = after({ code: '1.000002', title: 'Xác nhận cũ' });
    const notice = draft(
      item('changed', after({ keywords: 'x' })),
      item('new', after({ code: '1.000003', title: 'Hỗ trợ mới' })),
      item('abolished', other, other),
    );
    expect(notice?.title).toBe('Từ ngày 01/07/2023: 2 thủ tục hành chính có thay đổi');
    expect(notice?.summary).toContain('1 thủ tục mới, 1 thủ tục không còn phải làm');
    const words = richTextToPlain(RichText.parse(notice?.body));
    expect(words).toContain('Thời hạn: 5 ngày làm việc.');
    expect(words).toContain('Không còn phải làm thủ tục này.');
    expect(words).not.toContain('1.000001');
    expect(draft(item('changed', after({ keywords: 'x' })))).toBeUndefined();
  });
});
