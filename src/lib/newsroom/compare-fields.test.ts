// What two editions differ in beside their words.
import { expect, it } from 'vitest';
import { parseMarkup, type RichText } from '#lib/platform/index.ts';
import type { Article } from './article.ts';
import { compareFields, type FieldNames } from './compare-fields.ts';

const names: FieldNames = {
  section: (id) => `mục ${id}`,
  topic: (id) => `nội dung ${id}`,
  unit: (id) => `đơn vị ${id}`,
  channel: (id) => `kênh ${id}`,
};
const article = (given: Partial<Article> = {}): Article => ({
  ...{ title: 'Tin', summary: '', section: 'a', topics: ['1'], unitId: null },
  body: parseMarkup('Xem [lịch](/tin/cu).'),
  ...given,
});
const pictured = (file: string, alt: string): RichText => ({
  type: 'doc',
  content: [{ type: 'picture', attrs: { file: file.repeat(64), alt, credit: '' } }],
});
const changes = (before: Partial<Article>, after: Partial<Article>) =>
  compareFields(article(before), article(after), names);

it('is nothing where only words differ', () => {
  expect(changes({ title: 'Một' }, { title: 'Hai', summary: 'Ba.' })).toEqual([]);
});

it('is where it is listed, whom it is of and what it serves', () => {
  expect(changes({ channels: ['radio'] }, { section: 'b', unitId: 'u', topics: ['2'] })).toEqual([
    'Chuyên mục: “mục a” thành “mục b”.',
    'Đơn vị phụ trách: “chưa chọn” thành “đơn vị u”.',
    'Bỏ nội dung của kế hoạch “nội dung 1”.',
    'Thêm nội dung của kế hoạch “nội dung 2”.',
    'Bỏ kênh “kênh radio”.',
  ]);
});

it('is files and pictures that came and went, by the names readers know', () => {
  const file = (letter: string) => ({ file: letter.repeat(64), title: `Mẫu ${letter}` });
  expect(
    changes(
      { attachments: [file('a')], body: pictured('1', 'Sân đình') },
      { attachments: [file('b')], body: pictured('2', 'Sân đình') },
    ),
  ).toEqual([
    'Bỏ tệp đính kèm “Mẫu a”.',
    'Thêm tệp đính kèm “Mẫu b”.',
    'Bỏ ảnh “Sân đình”.',
    'Thêm ảnh “Sân đình”.',
  ]);
});

it('is a link whose words stay and whose aim moved', () => {
  expect(changes({}, { body: parseMarkup('Xem [lịch](/tin/moi).') })).toEqual([
    'Liên kết “lịch” dẫn tới /tin/moi, trước là /tin/cu.',
  ]);
});
