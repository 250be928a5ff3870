// A small plan for this room's tests and nothing else: no office, no real document.
import type { PlanForDraft } from './from-reading.ts';
import type { Span } from './draft.ts';

export const fixtureText = `ỦY BAN NHÂN DÂN
XÃ AN BÌNH
KẾ HOẠCH
Phổ biến lịch tiêm phòng năm 2024
I. MỤC ĐÍCH
- Mọi nhà biết lịch tiêm.
II. NỘI DUNG
1. Tuyên truyền về lịch tiêm của trẻ nhỏ; giấy tờ cần mang theo.
2. Phổ biến cách theo dõi
sau khi tiêm.
III. HÌNH THỨC
1. Đọc trên loa thôn.
IV. TỔ CHỨC
1. Trạm y tế
- Lập danh sách trước ngày 15/3. Gửi cho các thôn.
- Phối hợp với Trường mầm non nhắc lịch hằng tháng.
2. Trường mầm non
- Nhắc phụ huynh.
Thực hiện trong năm 2024.`;

function at(words: string): { text: string; span: Span } {
  const start = fixtureText.indexOf(words);
  if (start < 0) throw new Error(`not in the fixture: ${words}`);
  return { text: words, span: [start, start + words.length] };
}

function lastAt(words: string): Span {
  const start = fixtureText.lastIndexOf(words);
  return [start, start + words.length];
}

export const fixturePlan: PlanForDraft = {
  period: { from: '2024-01-01', to: '2024-12-31', text: 'năm 2024', span: lastAt('năm 2024') },
  purposes: [at('Mọi nhà biết lịch tiêm.')],
  requirements: [],
  audience: [],
  topics: [
    { number: '1', ...at('Tuyên truyền về lịch tiêm của trẻ nhỏ; giấy tờ cần mang theo.') },
    { number: '2', ...at('Phổ biến cách theo dõi\nsau khi tiêm.') },
  ],
  measures: [{ number: '1', ...at('Đọc trên loa thôn.'), channels: ['radio'] }],
  assignments: [
    {
      number: '1',
      unit: 'Trạm y tế',
      unitSpan: at('Trạm y tế').span,
      lead: true,
      duties: [
        {
          ...at('Lập danh sách trước ngày 15/3. Gửi cho các thôn.'),
          due: { text: 'trước ngày 15/3', date: '2024-03-15' },
          every: null,
          cooperates: [],
        },
        {
          ...at('Phối hợp với Trường mầm non nhắc lịch hằng tháng.'),
          due: null,
          every: { count: 1, unit: 'month' },
          cooperates: ['Trường mầm non'],
        },
      ],
    },
    {
      number: '2',
      unit: 'Trường mầm non',
      unitSpan: lastAt('Trường mầm non'),
      lead: false,
      duties: [{ ...at('Nhắc phụ huynh.'), due: null, every: null, cooperates: [] }],
    },
  ],
};
