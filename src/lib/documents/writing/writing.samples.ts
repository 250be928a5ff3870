// Documents that the tests of both writers are fed with.
import type { Block, WrittenDocument } from './official-document.ts';

const SENTENCE =
  'Trong kỳ, bộ phận một cửa phối hợp với công chức văn hóa phát thanh, niêm yết và giải thích tại chỗ các thủ tục người dân hay hỏi; ';

/** A report with every kind of block, its signature and two appendices. */
export function sampleReport(more: Partial<WrittenDocument> = {}): WrittenDocument {
  return {
    type: 'BC',
    superior: 'Ủy ban nhân dân thành phố An Bình',
    issuer: 'Ủy ban nhân dân xã Đông Hòa',
    code: '15/BC-UBND',
    place: 'Đông Hòa',
    date: '2023-06-30',
    about: 'Kết quả tuyên truyền cải cách hành chính 6 tháng đầu năm 2023',
    bases: ['Căn cứ kế hoạch tuyên truyền cải cách hành chính của xã năm 2023'],
    blocks: [
      { kind: 'heading', level: 'roman', text: 'CÔNG TÁC CHỈ ĐẠO' },
      { kind: 'paragraph', text: SENTENCE.repeat(4) },
      { kind: 'heading', level: 'roman', text: 'KẾT QUẢ THỰC HIỆN' },
      { kind: 'heading', level: 'clause', text: 'Theo hình thức' },
      table(45),
      { kind: 'heading', level: 'clause', text: 'Theo nội dung' },
      { kind: 'heading', level: 'point', text: 'Cải cách thủ tục' },
      { kind: 'list', items: ['Đã phát 12 tin trên đài xã', 'Đã họp 4 cuộc tại các thôn'] },
      {
        kind: 'list',
        items: [
          { text: [{ text: 'Việc đã làm:', bold: true }], depth: 0, number: 1 },
          { text: 'Phát thanh buổi sáng', depth: 1 },
          { text: 'Việc sẽ làm', depth: 0, number: 2 },
        ],
      },
      {
        kind: 'paragraph',
        text: [{ text: 'Đánh giá chung: ', bold: true }, { text: 'việc làm đều, có minh chứng.' }],
      },
      { kind: 'paragraph', text: SENTENCE.repeat(3) },
    ],
    recipients: ['Thường trực Đảng ủy', 'Các bộ phận chuyên môn', 'Lưu: VT, VHTT'],
    signatory: { onBehalf: { mark: 'TM.', of: 'Ủy ban nhân dân' }, title: 'Chủ tịch' },
    appendices: [
      { title: 'Danh sách hoạt động', blocks: [table(60)] },
      { title: 'Độ phủ', landscape: true, blocks: [table(5)] },
    ],
    ...more,
  };
}

/** A table of so many rows with a closing sum. */
export function table(rows: number): Extract<Block, { kind: 'table' }> {
  return {
    kind: 'table',
    caption: 'Kết quả theo hình thức',
    unit: 'lượt',
    columns: [
      { head: 'TT', kind: 'ordinal', width: 1 },
      { head: 'Hình thức', kind: 'text', width: 5 },
      { head: 'Trong kỳ', kind: 'number', width: 2 },
      { head: 'Ngày', kind: 'date', width: 2 },
    ],
    rows: Array.from({ length: rows }, (_, at) => [
      String(at + 1),
      `Phát thanh chuyên mục số ${at + 1}`,
      '1.234',
      '05/01/2023',
    ]),
    total: ['', 'Cộng', '1.234', ''],
  };
}
