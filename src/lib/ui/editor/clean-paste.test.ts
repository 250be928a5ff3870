// What Word and web pages put on the clipboard, made into content.
import { expect, test } from 'vitest';
import { cleanPaste } from './clean-paste.ts';

const item = (level: number, mark: string, words: string) =>
  `<p class=MsoListParagraph style='margin-left:.5in;text-indent:-.25in;mso-list:l0 level${level} lfo1'><![if !supportLists]><span style='mso-fareast-font-family:"Times New Roman"'><span style='mso-list:Ignore'>${mark}<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp;&nbsp; </span></span></span><![endif]>${words}<o:p></o:p></p>\n`;
const bare = (html: string) =>
  cleanPaste(html)
    .replace(/<(?!\/?(?:ul|ol|li|p|b|table|tr|td|h1)\b)[^>]*>/g, '')
    .replace(/ (?:style|class)="[^"]*"/g, '')
    .replace(/\n/g, '');

test('lists of Word become lists', () => {
  expect(bare(item(1, '1.', 'Tờ khai') + item(1, '2.', 'Căn cước') + '<p>Hết</p>')).toBe(
    '<ol><li><p>Tờ khai</p></li><li><p>Căn cước</p></li></ol><p>Hết</p>',
  );
});

test('with their levels, kinds and first numbers', () => {
  const pasted =
    item(1, '3.', 'Hồ sơ') +
    item(2, '·', 'bản chính') +
    item(2, '·', 'bản sao') +
    item(1, '4.', 'Nộp');
  expect(bare(pasted).replace('<ol start="3">', '<ol 3>')).toBe(
    '<ol 3><li><p>Hồ sơ</p><ul><li><p>bản chính</p></li><li><p>bản sao</p></li></ul></li><li><p>Nộp</p></li></ol>',
  );
});

test('a list that begins deep, and letters as numbers', () => {
  expect(bare(item(2, 'a)', 'một') + item(1, '-', 'hai'))).toBe(
    '<ol><li><p>một</p></li></ol><ul><li><p>hai</p></li></ul>',
  );
});

test('styles, scripts, comments and rows of hard blanks go', () => {
  expect(
    cleanPaste(
      '<style>p{}</style><script>x</script><!--a--><p>Xã&nbsp;&nbsp;&nbsp;Tiền</p><o:p></o:p>',
    ),
  ).toBe('<p>Xã Tiền</p><o:p></o:p>');
});

test('tables and marks stay', () => {
  expect(bare('<table><tr><td><b>Phí</b></td></tr></table>')).toContain('<td><b>Phí</b></td>');
});

test('letters written in parts are composed', () => {
  expect(cleanPaste('<p>Ủy</p>'.normalize('NFD'))).toBe('<p>Ủy</p>');
});
