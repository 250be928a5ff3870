// The draft for the loudspeaker: nothing that a voice stumbles over.
import { expect, test } from 'vitest';
import { parseMarkup } from '#lib/platform/index.ts';
import type { Article } from './article.ts';
import { radioText } from './radio-text.ts';

const article: Article = {
  ...{ title: 'UBND xã đổi giờ tiếp dân', summary: 'Từ 01/7, tiếp dân sáng thứ Ba.' },
  ...{ section: 'thong-bao', topics: [], unitId: null },
  body: parseMarkup(
    `# Bao giờ\n\n- Từ 7h30\n- Nghỉ trưa\n\n|= Thôn | Buổi |\n| Nội | Sáng |\n\n![Trụ sở xã](anh:${'a'.repeat(64)})`,
  ),
};

test('is greeted, read line by line in words, and ended', () => {
  expect(radioText(article, 'xã Mẫu').text.split('\n')).toEqual([
    'Kính thưa bà con.',
    'Sau đây là tin của xã Mẫu: Ủy ban nhân dân xã đổi giờ tiếp dân.',
    'Từ ngày một tháng bảy, tiếp dân sáng thứ Ba.',
    'Bao giờ.',
    'Từ bảy giờ ba mươi phút.',
    'Nghỉ trưa.',
    'Thôn, Buổi.',
    'Nội, Sáng.',
    'Xin cảm ơn bà con đã lắng nghe.',
  ]);
});

test('takes as long as a clear voice takes', () => {
  expect(radioText(article, 'xã Mẫu').minutes).toBe(1);
  const long = { ...article, body: parseMarkup('Bà con chú ý nghe cho rõ. '.repeat(150)) };
  expect(radioText(long, 'xã Mẫu').minutes).toBe(7);
});
