// Words of a page: what is read, what is not, and no source that breaks it.
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { pageText } from './page-text.ts';

it('reads title and text, not what only browsers read', () => {
  const html = `<!doctype html><html><head><title>Tin &amp; b&agrave;i</title><style>p{}</style></head>
    <body><!-- ghi chú --><script>if (1 < 2) alert("<p>không</p>")</script>
    <h1>Lịch tiêm phòng</h1><p>Từ <b>ngày 5</b> đến&nbsp;ngày 7,<br>tại nhà văn hóa: 2 < 3.</p>
    <ul><li>Thôn Nội<li>Thôn &#272;o&agrave;i</ul></body></html>`;
  expect(pageText(html)).toEqual({
    title: 'Tin & bài',
    text: 'Lịch tiêm phòng\nTừ ngày 5 đến ngày 7,\ntại nhà văn hóa: 2 < 3.\nThôn Nội\nThôn Đoài',
  });
});

it('reads what was cut off in the middle', () => {
  expect(pageText('<p>Một <b').text).toBe('Một');
  expect(pageText('<p>Một</p><script>let x').text).toBe('Một');
  expect(pageText('<head><title>Chỉ có tên').title).toBe('Chỉ có tên');
  expect(pageText('')).toEqual({ title: '', text: '' });
});

it('gives back plain words as they are, whatever else stands around', () => {
  const piece = fc.constantFrom(
    '<p>',
    '</p>',
    '<div',
    '>',
    '<',
    '<!--',
    '-->',
    '&lt;',
    '&',
    'chữ',
    '<li>',
    '\0',
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
      const { text } = pageText(pieces.join(''));
      expect(text).toBe(text.trim());
      expect(pageText('xin chào').text).toBe('xin chào');
    }),
  );
});
